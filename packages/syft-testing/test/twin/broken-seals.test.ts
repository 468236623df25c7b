import {
  DEFAULT_LIMITS,
  decodeDomainFrame,
  encodeDomainFrame,
  isChunk,
  joinParts,
  parseUid,
  type SupportPackage,
  type Transport,
} from '@syft-libs/ast';
import { js } from '@syft-libs/js';
import { expect, test } from 'vitest';
import {
  completeRows,
  type Disagreement,
  formatDisagreement,
  type MemoryDataset,
  readTwinLibraries,
  runTwins,
  type Tamper,
  type TwinSide,
} from '../../src/index.ts';
import { labSamples } from '../lab/lab-samples.ts';
import { labSupport } from '../lab/lab-support.ts';

type DomainMessages = NonNullable<Parameters<typeof encodeDomainFrame>[0]['messages']>;

const libraries = await readTwinLibraries([js as SupportPackage, labSupport], labSamples);

/** Runs up to 1,000 programs on domains of which something was broken on purpose. */
function runBroken(
  tamper: (side: TwinSide, datasets: Readonly<Record<string, MemoryDataset>>) => Tamper,
): Promise<Disagreement | undefined> {
  return runTwins({ libraries, programs: 1_000, seed: 1, tamper });
}

/** The domain's end of a connection, with what it sends after the handshake's two messages passed through `change`. */
function changing(transport: Transport, change: (messages: DomainMessages) => DomainMessages): Transport {
  let sent = 0;
  return {
    kind: transport.kind,
    bufferedBytes: 0,
    open: (events) => transport.open(events),
    pause: () => transport.pause(),
    resume: () => transport.resume(),
    close: () => transport.close(),
    send(parts) {
      const bytes = joinParts(parts);
      if (sent++ < 2 || isChunk(bytes)) return transport.send(parts);
      transport.send([encodeDomainFrame({ messages: change(decodeDomainFrame(bytes, DEFAULT_LIMITS).messages as DomainMessages) })]);
    },
  };
}

test('a domain that tells of private failures is found out', async () => {
  const found = await runBroken(() => {
    const open: Transport[] = [];
    return {
      log(event, detail) {
        if (event !== 'computation failed') return;
        const { counter } = parseUid(detail['object']);
        for (const transport of open)
          transport.send([encodeDomainFrame({ messages: [{ fault: { id: counter, code: String(detail['code']), message: 'failed' } }] })]);
      },
      wrapTransport(transport) {
        open.push(transport);
        return transport;
      },
    };
  });
  expect(found === undefined ? '' : formatDisagreement(found)).toContain('told apart');
  // What remains is about one call and its operands.
  expect(found?.program.steps.length).toBeLessThan(8);
}, 120_000);

test('a domain that describes columns with their true length is found out', async () => {
  const found = await runBroken((_, datasets) => ({
    wrapTransport: (transport) =>
      changing(transport, (messages) =>
        messages.map((message) => {
          const json = message.reply?.json;
          if (!message.reply || !json || json.byteLength === 0) return message;
          const told = JSON.parse(new TextDecoder().decode(json)) as { origin?: string };
          const [dataset, column] = told.origin?.split('.') ?? [];
          const table = datasets[dataset ?? '']?.table;
          if (table === undefined || told.origin?.endsWith('(mock)') || !table.columns.has(column ?? '')) return message;
          const rows = completeRows(table, [column as string]);
          return { reply: { ...message.reply, json: new TextEncoder().encode(JSON.stringify({ ...told, rows })) } };
        }),
      ),
  }));
  expect(found?.difference).toContain('rows');
}, 120_000);

test('a domain that keeps a refusal to itself on one side alone is found out', async () => {
  const found = await runBroken((side) => ({
    wrapTransport: (transport) => changing(transport, (messages) => (side === 'left' ? messages : messages.filter(({ fault }) => !fault))),
  }));
  expect(found).toBeDefined();
}, 120_000);
