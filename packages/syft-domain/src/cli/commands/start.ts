import { readFile } from 'node:fs/promises';
import { SyftError } from '@syft-libs/ast';
import type { Command } from 'commander';
import type { Domain } from '../../domain.ts';
import { connectLocalSocket } from '../../server/local-socket.ts';
import type { Listener, ListenOptions } from '../../server/websocket-server.ts';
import { action, type CommandContext, defineCommand, textOption } from '../command.ts';
import { assertInitialised, readConfig } from '../domain-folder.ts';
import { countOf, indent, layoutFields } from '../layout.ts';
import { logLine } from '../log-line.ts';
import { openFolder, whileLocked } from '../open-owner.ts';
import { plainText } from '../plain-text.ts';
import { readWhole } from '../read-number.ts';

/** `start`: serves until it is told to stop. */
export function defineStart(program: Command): void {
  defineCommand(program, 'start', 'serve the domain until SIGINT or SIGTERM')
    .option('--port <number>', 'where to listen, 0 for any free port (default: as configured)')
    .option('--host <address>', 'on which address (default: loopback); beyond loopback it takes TLS or a trusted proxy')
    .option('--tls-cert <file>', 'certificate chain, PEM')
    .option('--tls-key <file>', 'its private key, PEM')
    .option('--trusted-proxy', 'a proxy in front ends TLS and tells addresses by X-Forwarded-For')
    .option('--origin <origin...>', 'pages that may connect, such as https://lab.example')
    .action(action(start));
}

async function start(context: CommandContext): Promise<void> {
  const { folder, terminal } = context;
  await assertInitialised(folder);
  const config = await readConfig(folder);
  const options = await listenOptions(context, config.port);
  await assertNotRunning(folder);
  const log = (event: string, detail: Readonly<Record<string, unknown>>): void =>
    terminal.note(logLine({ event, detail, json: terminal.json }));
  const domain = await whileLocked(() => openFolder(folder, { log }));
  try {
    const stopped = stopSignal();
    await domain.listenLocal();
    announce(context, domain, await domain.listen(options));
    await stopped;
  } finally {
    await domain.close();
  }
}

/** Only whether somebody answers counts here; a domain that is about to stop does so within the patience for a lock. */
async function assertNotRunning(folder: string): Promise<void> {
  const transport = await connectLocalSocket(folder);
  transport?.close();
  if (transport !== undefined) throw new SyftError('LOCKED', 'cannot start domain: it is running already');
}

async function listenOptions(context: CommandContext, configured: number): Promise<ListenOptions> {
  const { options } = context;
  const port = textOption(context, 'port');
  const host = textOption(context, 'host');
  const [cert, key] = [textOption(context, 'tlsCert'), textOption(context, 'tlsKey')];
  if ((cert === undefined) !== (key === undefined))
    throw new SyftError('BAD_ARGUMENT', 'cannot start domain: --tls-cert and --tls-key go together');
  const tls =
    cert === undefined || key === undefined ? undefined : { cert: await readPem('--tls-cert', cert), key: await readPem('--tls-key', key) };
  return {
    port: port === undefined ? configured : readWhole('--port', port, { lowest: 0, highest: 65_535 }),
    ...(host !== undefined && { host }),
    ...(tls && { tls }),
    trustedProxy: options['trustedProxy'] === true,
    origins: (options['origin'] as readonly string[] | undefined) ?? [],
  };
}

async function readPem(option: string, file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new SyftError('BAD_ARGUMENT', `cannot read ${option}: the file does not open (${cause.code ?? 'unknown reason'})`, { cause });
  });
}

function announce({ folder, terminal }: CommandContext, domain: Domain, { url, port }: Listener): void {
  const { name, key, pending } = domain;
  const requests = domain.requests().filter(({ state }) => state === 'pending').length;
  const datasets = domain.datasets().length;
  terminal.answer({ name, url, port, key, pid: process.pid, folder, pending }, (style) => [
    `${style('green', '●')} ${style('bold', plainText(name))} is running`,
    '',
    ...indent(
      layoutFields(
        [
          ['url', url],
          ['key', key],
          ['folder', plainText(folder)],
          [
            'holds',
            `${countOf(datasets, 'dataset')}, ${countOf(domain.people().length, 'person', 'people')}, ${countOf(requests, 'open request')}`,
          ],
        ],
        (text) => style('dim', text),
      ),
    ),
    '',
    ...pending.map((one) =>
      style('yellow', `${one.package} is ${one.isNew ? 'new' : 'not as it was accepted'} and was left out: syft-domain allowlist accept`),
    ),
    style('dim', 'Ctrl+C stops it.'),
  ]);
}

/** Resolves at the first signal; a second one ends the process at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (signal: NodeJS.Signals): void => {
      process.once(signal, () => process.exit(1));
      resolve();
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
}
