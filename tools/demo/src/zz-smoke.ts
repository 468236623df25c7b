import { category, defineTable, Domain, float64, mockOf, readCsv } from '@syft-libs/domain';
import { connect } from '@syft-libs/client';
import { enrol } from '@syft-libs/client/node';
import { numjs } from '@syft-libs/numjs';
import { mkdtempSync } from 'node:fs';
const t0=performance.now();
const dir = mkdtempSync('/tmp/dh/x');
const table = defineTable({ subject: 'row', columns: {
  species: category(['Adelie','Chinstrap','Gentoo']),
  bill_length_mm: float64({ unit: 'mm', bounds: [20,80], missing: 'NA' }),
  body_mass_g: float64({ unit: 'g', bounds: [2000,8000], missing: 'NA' }) } });
const domain = await Domain.open({ dataDir: dir+'/clinic', libraries: [numjs], log: console.log });
console.log('open', performance.now()-t0);
const csv = await readCsv(new URL('../data/penguins.csv', import.meta.url).pathname, table);
await domain.addDataset('penguins', csv, { mock: mockOf(table, { rows: 200, seed: 1 }) });
const { person, invitation } = await domain.invite({ name: 'scientist' });
await domain.grant({ to: person, dataset: 'penguins', columns: ['bill_length_mm','body_mass_g'] });
const l = await domain.listen();
const identity = await enrol(invitation, { path: dir + '/id.json' });
const clinic = await connect(l.url, { identity });
const nj = clinic.lib(numjs);
const p = clinic.dataset('penguins');
const cols = ['bill_length_mm','body_mass_g'] as const;
const study = ({ bill_length_mm: x, body_mass_g: y }: any): any => nj.mean(nj.multiply(nj.divide(nj.subtract(x, nj.mean(x)), nj.std(x)), y));
console.log(await study(p.mock.complete(...cols)).get());
const r = await study(p.complete(...cols)).request({ reason: 'slope' });
const rev = await domain.review(r.id);
console.dir(rev, { depth: 9 });
await domain.approve(r.id);
console.log(await r.value(), clinic.stats, await clinic.datasets());
await p.complete(...cols).body_mass_g.get().catch(e => console.log(e.code, e.message));
console.log(await domain.verifyAudit());
await clinic.close(); await domain.close();
console.log('all', performance.now()-t0);
