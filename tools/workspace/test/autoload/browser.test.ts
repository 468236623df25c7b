// A page that imports ndarray, built by Vite with the plugin and run in Chromium: it asks for ndarray by name, and nothing else was written for that.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type AutoloadPlugin, autoload } from '@syft-libs/autoload/vite';
import { Domain, mockOf, tableOf } from '@syft-libs/domain';
import { ndarray } from '@syft-libs/ndarray';
import { build, defaultClientConditions } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, startChromium } from '../browser/chromium.ts';
import { servePage } from '../browser/page-server.ts';
import { type Application, createApplication } from './application.ts';

const required = process.env['REQUIRE_BROWSER'] === '1';

const PAGE = `
import local from 'ndarray';
import { connect } from '@syft-libs/client';
import { enrol } from '@syft-libs/client/browser';

globalThis.study = async (url, invitation) => {
  const clinic = await connect(url, { identity: await enrol(invitation) });
  const { x } = clinic.dataset('cohort').mock.complete('x');
  const ops = clinic.lib('ndarray-ops');
  const codes = [];
  for (const name of ['ndarray', 'lodash']) try { clinic.lib(name); codes.push('there'); } catch (error) { codes.push(error.code); }
  const sums = [await ops.sum(Float64Array.of(3, 1, 2)).get(), typeof (await ops.sum(x).get()), typeof local];
  await clinic.close();
  return { sums, codes };
};
`;

let application: Application;

beforeAll(() => {
  const files = { 'page.js': PAGE, 'index.html': '<!doctype html><title>clinic</title>' };
  application = createApplication(['ndarray', '@syft-libs/client', '@syft-libs/ndarray'], files);
});
afterAll(() => application[Symbol.dispose]());

/** The files of the page, built as an application would build it. */
async function buildPage(plugins: readonly AutoloadPlugin[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const outDir = join(application.folder, 'dist');
  await build({
    root: application.folder,
    configFile: false,
    logLevel: 'silent',
    resolve: { conditions: ['@syft-libs/source', ...defaultClientConditions] },
    plugins: [...plugins],
    build: {
      outDir,
      emptyOutDir: true,
      assetsDir: '',
      rollupOptions: { input: join(application.folder, 'page.js'), output: { entryFileNames: 'page.js', chunkFileNames: '[name].js' } },
    },
  });
  return new Map<string, Uint8Array>(readdirSync(outDir).map((name) => [name, readFileSync(join(outDir, name))]));
}

/** What of a page is loaded before its first line runs, gzipped. */
function gzipped(files: ReadonlyMap<string, Uint8Array>): number {
  const eager = new Set(['page.js']);
  let sum = 0;
  for (const name of eager) {
    const bytes = files.get(name) as Uint8Array;
    for (const [, other] of Buffer.from(bytes)
      .toString()
      .matchAll(/(?:from|import)\s*["']\.\/([\w.-]+)["']/g))
      eager.add(other as string);
    sum += gzipSync(bytes, { level: 9 }).length;
  }
  return sum;
}

describe('a page built by Vite', { timeout: 120_000 }, () => {
  test('carries the support package, and little else', async () => {
    const without = await buildPage([]);
    const withIt = await buildPage([autoload()]);
    const added = gzipped(withIt) - gzipped(without);
    console.log(`autoload adds ${added} bytes gzipped to a page: the support package of ndarray and its family, and the registry`);
    expect(added).toBeGreaterThan(0);
    expect(added).toBeLessThan(10_000);
  });

  test.runIf(CHROMIUM !== undefined || required)('asks for its library by name in Chromium', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'syft-autoload-page-'));
    try {
      const domain = await Domain.open({ dataDir, libraries: [ndarray] });
      await using pages = await servePage(await buildPage([autoload()]));
      await using browser = await startChromium();
      const listener = await domain.listen({ origins: [`http://127.0.0.1:${pages.port}`] });
      const table = tableOf({ x: Float64Array.of(1, 2, 3, 4) });
      await domain.addDataset('cohort', table, { mock: mockOf(table.schema, { rows: 10, seed: 1 }) });
      const { person, invitation } = await domain.invite({ name: 'scientist' });
      await domain.grant({ to: person, dataset: 'cohort', columns: ['x'] });
      const page = await browser.context.newPage();
      await page.goto(`http://127.0.0.1:${pages.port}/`);
      await page.waitForFunction(() => 'study' in globalThis);
      type Study = (url: string, invitation: string) => Promise<unknown>;
      const seen = await page.evaluate(([url, line]) => (globalThis as unknown as { readonly study: Study }).study(url, line), [
        listener.url,
        invitation,
      ] as const);
      expect(seen).toEqual({ sums: [6, 'number', 'function'], codes: ['there', 'NOT_LOADED'] });
      await domain.close();
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});
