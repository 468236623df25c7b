// A domain in a process of its own, to be killed: `domain-main.ts <folder> <port>`. Says where it listens as a JSON line; approves what it is told to on standard input.
import { createInterface } from 'node:readline';
import { Domain, tableOf } from '@syft-libs/domain';

const [dataDir, port] = process.argv.slice(2) as [string, string];
const domain = await Domain.open({ dataDir, libraries: [], vm: 'in-thread' });
let invitation: string | null = null;
if (domain.people().length === 0) {
  await domain.addDataset('numbers', tableOf({ x: Float64Array.of(1, 2, 3, 4) }));
  const invited = await domain.invite({ name: 'scientist' });
  await domain.grant({ to: invited.person, dataset: 'numbers' });
  invitation = invited.invitation;
}
const listener = await domain.listen({ port: Number(port) });
say({ ready: listener.url, port: listener.port, invitation });
for await (const line of createInterface({ input: process.stdin })) {
  const { approve, deny, uses = 1_000_000 } = JSON.parse(line) as { approve?: string; deny?: string; uses?: number };
  if (approve !== undefined) await domain.approve(approve, { uses });
  if (deny !== undefined) await domain.deny(deny);
  say({ decided: approve ?? deny });
}

function say(message: unknown): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
