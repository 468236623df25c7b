import { Domain, readCsv, defineTable, float64, category, mockOf } from '@syft-libs/domain';
import { connect, pinInvitation, type Columns } from '@syft-libs/client';

import { numjs } from '@syft-libs/numjs';
const table = defineTable({ subject: 'row', columns: {
  bill_length_mm: float64({ unit: 'mm', bounds: [20, 80], missing: 'NA' }),
  body_mass_g: float64({ unit: 'g', bounds: [2000, 8000], missing: 'NA' }),
  species: category(['Adelie', 'Chinstrap', 'Gentoo']) } });
const d = await Domain.open({ libraries: [numjs], log: (e, x) => console.log('LOG', e, x) });
await d.addDataset('penguins', await readCsv(new URL('./data/penguins.csv', import.meta.url), table), { mock: mockOf(table, { rows: 200, seed: 1 }) });
const { person, invitation } = await d.invite({ name: 'ada' });
await d.grant({ to: person, dataset: 'penguins' });
const identity: any = { key: await (await import('../../packages/syft-ast/src/index.ts')).createSigningKey(true), domains: pinInvitation([], invitation), save: async (x: any) => { identity.domains = x; } };
const l = await d.listen();
const loc = await connect(l.url, { identity });
const nj = loc.lib(numjs);
const penguins = loc.dataset('penguins');
const study = ({ bill_length_mm: x, body_mass_g: y }: Columns<'bill_length_mm' | 'body_mass_g'>) =>
  nj.mean(nj.multiply(nj.divide(nj.subtract(x, nj.mean(x)), nj.std(x)), y));
const columns = ['bill_length_mm', 'body_mass_g'] as const;
console.log(await study(penguins.mock.complete(...columns)).get());
const request = await study(penguins.complete(...columns)).request({ reason: 'slope' });
console.dir(await d.review(request.id), { depth: 9 });
await d.approve(request.id);
console.log(await request.value());
const z = nj.arange(5);
console.log(await z.get(), await z.get({ as: 'plain' }));
const t0 = performance.now();
for (let k = 0; k < 5; k++) {
const t0 = performance.now();
let a = nj.arange(10);
for (let i = 0; i < 10000; i++) a = a.add(1);
await a.get();
console.log('chain 10k numjs ms', performance.now() - t0);
}
await loc.close(); await d.close();
