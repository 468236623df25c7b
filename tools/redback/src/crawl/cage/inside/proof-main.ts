/** What the parent has a cage try before it trusts one with a library. Each attempt answers with what stopped it, or `done`. */
import { writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { serveCage } from './channel.ts';
import { holdBack } from './hold-back.ts';

const require = createRequire(import.meta.url);

interface Targets {
  readonly file: string;
  readonly folder: string;
  readonly secret: string;
  readonly port: number;
  readonly victim: number;
}

type Attempt = (targets: Targets) => unknown;

const ATTEMPTS: Readonly<Record<string, Attempt>> = {
  'write a file': ({ file }) => require('node:fs').writeFileSync(file, 'x'),
  'write a database': ({ file }) => new (require('node:sqlite').DatabaseSync)(file).exec('create table t (c)'),
  'write a trace': ({ folder }) => require('node:v8').setFlagsFromString(`--logfile=${folder}/v8.log`),
  'read a file': ({ secret }) => require('node:fs').readFileSync(secret),
  'connect a socket': ({ port }) => settled((done, fail) => require('node:net').connect(port, '127.0.0.1', done).on('error', fail)),
  'send a datagram': ({ port }) =>
    settled((done, fail) => {
      const socket = require('node:dgram').createSocket('udp4');
      socket.on('error', fail);
      socket.send('x', port, '127.0.0.1', (error: unknown) => (error ? fail(error) : done()));
    }),
  'fetch a page': ({ port }) => fetch(`http://127.0.0.1:${port}/`),
  'look a name up': () =>
    settled((done, fail) => require('node:dns').lookup('localhost', (error: unknown) => (error ? fail(error) : done()))),
  'start a child': ({ file }) => require('node:child_process').execFileSync('/usr/bin/touch', [file]),
  'start a worker': () => new (require('node:worker_threads').Worker)('1', { eval: true }),
  'kill another process': ({ victim }) => process.kill(victim, 'SIGKILL'),
  'debug another process': ({ victim }) => (process as unknown as { _debugProcess(pid: number): void })._debugProcess(victim),
  'load an add-on': ({ file }) => process.dlopen({ exports: {} }, file),
};

const settled = (start: (done: () => void, fail: (error: unknown) => void) => void) => new Promise<void>(start);

serveCage({
  // Until this is asked, the permission model stands alone.
  holdBack,
  attempts: () => Object.keys(ATTEMPTS),
  attempt: async ({ name, ...targets }: Targets & { readonly name: string }) => {
    try {
      await ATTEMPTS[name]?.(targets);
      return 'done';
    } catch (error) {
      const code = (error as { code?: unknown }).code ?? (error as { cause?: { code?: unknown } }).cause?.code;
      return typeof code === 'string' ? code : 'Error';
    }
  },
  allocate: () => {
    const kept: Uint8Array[] = [];
    for (;;) kept.push(new Uint8Array(2 ** 22).fill(1));
  },
  grow: () => {
    const kept: object[] = [];
    for (;;) kept.push({ kept: kept.length });
  },
  loop: () => {
    for (;;);
  },
  flood: () => {
    for (;;) writeSync(1, 'x'.repeat(65_536));
  },
});
