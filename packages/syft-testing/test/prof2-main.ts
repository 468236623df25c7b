import { js } from '@syft-libs/js';
import { decodeDomainFrame, DEFAULT_LIMITS, joinParts, isChunk } from '@syft-libs/ast';
import { numjs } from '/work/main/packages/syft-numjs/src/index.ts';
import { readTwinLibraries } from '/work/main/packages/syft-testing/src/twin/twin-libraries.ts';
import { formatDisagreement, runTwins } from '/work/main/packages/syft-testing/src/twin/twins.ts';
import { makeProgram } from '../src/twin/program-maker.ts';
import { Chance } from '../src/samples/chance.ts';
const libraries = await readTwinLibraries([js, numjs] as never);
const codes: any = {}; const logs: any = {};
const N = Number(process.env['N'] ?? 300);
let calls = 0; const paths = new Set();
for (let i = 0; i < N; i++) for (const s of makeProgram(1 + i, new Chance(1 + i), libraries).steps) if (s.kind === 'call') { calls++; paths.add(s.path); }
const found = await runTwins({ libraries, programs: N, seed: 1, tamper: (side) => ({
  log: (e, d) => { const k = side + e + (d['code'] ?? ''); logs[k] = (logs[k] ?? 0) + 1; if (e === 'internal fault') console.log(d['error']); },
  wrapTransport: (t) => ({ ...{ kind: t.kind, bufferedBytes: 0 }, open: (e: any) => t.open(e), pause: () => t.pause(), resume: () => t.resume(), close: () => t.close(),
   send: (parts: any) => { t.send(parts); const b = joinParts(parts); if (side === 'left' && !isChunk(b)) try { for (const m of decodeDomainFrame(b, DEFAULT_LIMITS).messages) { const c = m.fault ? 'fault ' + m.fault.code + ' ' + m.fault.message.replace(/numjs\S*|js\.\S*/, 'P').slice(0, 70) : m.reply ? 'reply ' + m.reply.code : m.answer ? 'answer' : undefined; if (c) codes[c] = (codes[c] ?? 0) + 1; } } catch {} } }) as any }) });
console.log(calls, 'calls', paths.size, 'paths of', libraries.entries.length, codes, logs, found && formatDisagreement(found));
