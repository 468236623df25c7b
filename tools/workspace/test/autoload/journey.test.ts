// The data scientist's journey with autoload, in a process of its own, against a real domain.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Domain, type Listener, mockOf, tableOf } from '@syft-libs/domain';
import { numjs } from '@syft-libs/numjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApplication } from './application.ts';

const STUDY = `
const clinic = await connect(process.argv[2], { identity: await enrol(process.argv[3], { path: './identity.json' }) });
const nj = clinic.lib('numjs');
if (typeof local.array !== 'function') throw new Error('numjs did not load');
const { x } = clinic.dataset('cohort').mock.complete('x');
const mean = await nj.mean(nj.multiply(nj.ones([4]), 3)).get();
let code;
try { clinic.lib('lodash'); } catch (error) { code = error.code; }
console.log(JSON.stringify({ mean, mock: typeof (await nj.mean(x).get()), code, ndarray: typeof clinic.lib('ndarray') }));
await clinic.close();
`;
const IMPORTS = `
import local from 'numjs';
import { connect } from '@syft-libs/client';
import { enrol } from '@syft-libs/client/node';
`;
const DEPENDENCIES = ['numjs', '@syft-libs/autoload', '@syft-libs/client', '@syft-libs/numjs', '@syft-libs/ndarray'];

let dataDir: string;
let domain: Domain;
let listener: Listener;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'syft-autoload-'));
  domain = await Domain.open({ dataDir, libraries: [numjs] });
  const table = tableOf({ x: Float64Array.of(1, 2, 3, 4) });
  await domain.addDataset('cohort', table, { mock: mockOf(table.schema, { rows: 10, seed: 1 }) });
  listener = await domain.listen();
}, 60_000);

afterAll(async () => {
  await domain?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function invite(name: string): Promise<readonly [url: string, invitation: string]> {
  const { person, invitation } = await domain.invite({ name });
  await domain.grant({ to: person, dataset: 'cohort', columns: ['x'] });
  return [listener.url, invitation];
}

const seen = { mean: 3, mock: 'number', code: 'NOT_LOADED', ndarray: 'object' };

describe('a program that imports numjs itself', { timeout: 60_000 }, () => {
  test('asks for it by name, when Node is started with autoload', async () => {
    using application = createApplication(DEPENDENCIES, { 'study.js': `${IMPORTS}${STUDY}` });
    const output = await application.run('study.js', '--import=@syft-libs/autoload', ...(await invite('first')));
    expect(JSON.parse(output)).toEqual(seen);
  });

  test('asks for it by name, when its first line imports autoload', async () => {
    using application = createApplication(DEPENDENCIES, { 'study.js': `import '@syft-libs/autoload';${IMPORTS}${STUDY}` });
    expect(JSON.parse(await application.run('study.js', ...(await invite('second'))))).toEqual(seen);
  });

  test('asks for it by name as CommonJS', async () => {
    const script = `
      require('@syft-libs/autoload');
      const local = require('numjs');
      const { connect } = require('@syft-libs/client');
      const { enrol } = require('@syft-libs/client/node');
      (async () => {${STUDY}})();`;
    using application = createApplication(DEPENDENCIES, { 'study.cjs': script });
    expect(JSON.parse(await application.run('study.cjs', ...(await invite('third'))))).toEqual(seen);
  });

  test('asks for it by name, when the support package stands on a copy of the core of its own', async () => {
    const check = "import { SyftError } from '@syft-libs/ast';\nglobalThis.cores = [...(globalThis.cores ?? []), SyftError];\n";
    using application = createApplication(DEPENDENCIES, {
      'study.js': `${IMPORTS}import { SyftError } from '@syft-libs/client';${STUDY}if (globalThis.cores.length !== 1 || globalThis.cores[0] === SyftError) throw new Error('one core');`,
    });
    application.copyWithItsCore('syft-numjs', '@syft-libs/numjs', check);
    const output = await application.run('study.js', '--import=@syft-libs/autoload', ...(await invite('fourth')));
    expect(JSON.parse(output)).toEqual(seen);
  });
});

test('a domain runs what its lock names, whatever the program around it has autoloaded', { timeout: 60_000 }, async () => {
  const program = `
    import '@syft-libs/autoload';
    import 'numjs';
    import { connect } from '@syft-libs/client';
    import { enrol } from '@syft-libs/client/node';
    import { Domain } from '@syft-libs/domain';
    const domain = await Domain.open({ dataDir: './data', libraries: [] });
    const { url } = await domain.listen();
    const { invitation } = await domain.invite({ name: 'scientist' });
    const clinic = await connect(url, { identity: await enrol(invitation, { path: './identity.json' }) });
    const code = await clinic.lib('numjs').ones([2]).get().then(() => 'ran', (error) => error.code);
    console.log(JSON.stringify({ code, offered: clinic.libraries.map(({ root }) => root) }));
    await clinic.close();
    await domain.close();`;
  using application = createApplication([...DEPENDENCIES, '@syft-libs/domain'], { 'both.js': program });
  expect(JSON.parse(await application.run('both.js'))).toEqual({ code: 'NOT_ALLOWED', offered: ['js'] });
});
