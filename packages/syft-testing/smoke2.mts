import { Domain } from '@syft-libs/domain';
import { connect, pinInvitation } from '@syft-libs/client';
import { createSigningKey } from '@syft-libs/ast';
import { js } from '@syft-libs/js';
const d = await Domain.open({ libraries: [], vm: 'in-thread' });
const { person, invitation } = await d.invite({ name: 'ada' });
const identity: any = { key: await createSigningKey(true), domains: pinInvitation([], invitation), save: async (x: any) => { identity.domains = x; } };
const loc = await connect(d.connectInProcess(), { identity });
const J = loc.lib(js);
for (let k = 0; k < 8; k++) {
const t0 = performance.now();
let a = J.Math.sqrt(2);
for (let i = 0; i < 10000; i++) a = a.mul(1.0001);
const t1 = performance.now();
await a.get();
console.log('chain 10k ms', performance.now() - t0, 'client', t1 - t0);
}
await loc.close(); await d.close();
