import { connect } from '@syft-libs/client';
import { Domain } from '@syft-libs/domain';
import { numjs } from '@syft-libs/numjs';
import { createIdentity } from './subjects/remote-domain.ts';
import { direct, directChain } from './subjects/direct-numjs.ts';
const domain = await Domain.open({ libraries: [numjs], vm: 'in-thread', limits: { vmIdle: 1, sessionIdle: 1 } });
const identity = await createIdentity((await domain.invite({ name: 's' })).invitation);
const N = 10_000;
const cpu = () => { const { user, system } = process.cpuUsage(); return user + system; };
const tcpu = () => { const { user, system } = (process as any).threadCpuUsage(); return user + system; };
const out: string[] = [];
for (let round = 0; round < Number(process.argv[2] ?? 12); round++) {
  const location = await connect(domain.connectInProcess(), { identity, libraries: [numjs] });
  const nj = location.lib(numjs);
  globalThis.gc?.();
  const t = performance.now(), c = cpu(), h = tcpu();
  let a = nj.zeros(10, 'float64');
  for (let i = 0; i < N; i++) a = a.add(1);
  const mid = tcpu();
  await a.get();
  const e = [performance.now() - t, (cpu() - c) / 1000, (tcpu() - h) / 1000, (mid - h) / 1000];
  const d0 = tcpu(); directChain(N, direct.zeros(10, 'float64')); const d = (tcpu() - d0) / 1000;
  out.push(`wall ${(e[0]! / 10).toFixed(1)} cpu ${(e[1]! / 10).toFixed(1)} thread ${(e[2]! / 10).toFixed(1)} client ${(e[3]! / 10).toFixed(1)} direct ${(d / 10).toFixed(1)}`);
  await location.close();
}
const med = (k: number) => out.map((l) => Number(l.split(' ')[k])).sort((a, b) => a - b)[out.length >> 1]; console.log('MEDIAN wall', med(1), 'cpu', med(3), 'thread', med(5), 'client', med(7), 'direct', med(9));
await domain.close();
