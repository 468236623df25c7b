import { numjs } from '@syft-libs/numjs';
import { callTime } from './measure/rounds.ts';
import { startDomain } from './subjects/remote-domain.ts';
import { RawSocket } from './peers/raw-socket.ts';
import { ChildServer } from './measure/child-server.ts';
await using d = await startDomain({ vm: (process.argv[2] ?? 'in-thread') as 'worker' });
const echo = await ChildServer.start<{echo: string}>(new URL('./peers/peers-main.ts', import.meta.url), null);
const raw = await RawSocket.open(echo.hello.echo);
const l = await d.connect();
const x = l.lib(numjs).zeros(10, 'float64');
const p = async (n: number, f: () => Promise<unknown>) => { const t: number[] = []; for (let i = 0; i < n; i++) { const s = performance.now(); await f(); t.push((performance.now() - s) * 1000); } t.sort((a, b) => a - b); return t[n >> 2]!; };
let bestA = 1e9, bestB = 1e9; let cpu = 0, n = 0;
for (let r = 0; r < 30; r++) { const c = process.cpuUsage(); const a = await p(700, () => x.add(1).get()); if (r > 10) { const e = process.cpuUsage(c); cpu += e.user + e.system; n += 700; } const b = await p(700, () => raw.echo(new Uint8Array(128))); if (r > 5) { bestA = Math.min(bestA, a); bestB = Math.min(bestB, b); } }
console.log('best p25 ours', bestA.toFixed(1), 'raw', bestB.toFixed(1), 'client cpu/call', (cpu / n).toFixed(1));
await l.close(); raw[Symbol.dispose](); await echo[Symbol.asyncDispose]();
