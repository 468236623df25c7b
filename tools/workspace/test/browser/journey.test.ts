// The data scientist's journey in a real browser, against a real domain, under a content security policy that forbids code from text.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Domain, type Listener, mockOf, type Table, tableOf } from '@syft-libs/domain';
import { numjs } from '@syft-libs/numjs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleForBrowser } from '../../src/bundle-for-browser.ts';
import { CHROMIUM, type Chromium, FOREIGN_HOST, startChromium } from './chromium.ts';
import type { Steps } from './page.ts';
import { type PageServer, servePage } from './page-server.ts';

const ROWS = 300;
const bill = Float64Array.from({ length: ROWS }, (_, row) => (row % 50 === 3 ? Number.NaN : 40 + 7 * Math.sin(row)));
const mass = Float64Array.from({ length: ROWS }, (_, row) => (row % 70 === 9 ? Number.NaN : 4_000 + 600 * Math.sin(row + 0.4)));
const required = process.env['REQUIRE_BROWSER'] === '1';

if (CHROMIUM === undefined && !required) console.log('Chromium is not installed: the browser tests did not run');

/** The study as anybody would write it over the complete rows. */
function directly(): number {
  const rows = [...bill.keys()].filter((row) => !Number.isNaN(bill[row]) && !Number.isNaN(mass[row]));
  const mean = (of: (row: number) => number): number => rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
  const x = (row: number): number => bill[row] as number;
  const center = mean(x);
  const spread = Math.sqrt(mean((row) => (x(row) - center) ** 2));
  return mean((row) => ((x(row) - center) / spread) * (mass[row] as number));
}

describe.runIf(CHROMIUM !== undefined || required)('in Chromium', { timeout: 30_000 }, () => {
  let dataDir: string;
  let domain: Domain;
  let listener: Listener;
  let pages: PageServer;
  let browser: Chromium;
  let page: Page;
  let invitation: string;

  /** Runs one step of the page. */
  async function run<Name extends keyof Steps>(name: Name, ...args: Parameters<Steps[Name]>): Promise<Awaited<ReturnType<Steps[Name]>>> {
    return runOn(page, name, ...args);
  }

  async function visit(host: string): Promise<Page> {
    const visited = await browser.context.newPage();
    await visited.goto(`http://${host}:${pages.port}/`);
    return visited;
  }

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'syft-browser-'));
    domain = await Domain.open({ dataDir, libraries: [numjs] });
    const table: Table = tableOf({ bill, mass, secret: new Float64Array(ROWS) });
    await domain.addDataset('birds', table, { mock: mockOf(table.schema, { rows: 40, seed: 1 }) });
    const invited = await domain.invite({ name: 'scientist' });
    invitation = invited.invitation;
    await domain.grant({ to: invited.person, dataset: 'birds', columns: ['bill', 'mass'] });
    pages = await servePage((await bundleForBrowser({ file: join(import.meta.dirname, 'page.ts') })).files);
    listener = await domain.listen({ origins: [`http://127.0.0.1:${pages.port}`] });
    browser = await startChromium();
    page = await visit('127.0.0.1');
  }, 30_000);

  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await pages?.[Symbol.asyncDispose]();
    await domain?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  let scalar: string;

  test('an invitation enrols, and the mock answers at once', async () => {
    expect(await run('evaluates')).toBe(false);
    expect(await run('identityCode')).toBe('NOT_FOUND');
    expect(await run('enrol', invitation, listener.url)).toBe('scientist');
    expect(await run('datasets')).toEqual([{ name: 'birds', columns: ['bill', 'mass'] }]);
    expect(await run('mock')).toEqual(expect.any(Number));
  });

  test('a study on private columns is readable once the owner has approved it', async () => {
    expect(await run('readCode')).toBe('NOT_READABLE');
    scalar = await run('ask', 'slope');
    const waiting = run('value', scalar);
    expect((await domain.review(scalar)).reason).toBe('slope');
    await domain.approve(scalar);
    expect(await waiting).toBeCloseTo(directly(), 9);
    const denied = await run('ask', 'slope again');
    await domain.deny(denied);
    expect(await run('valueCode', denied)).toBe('DENIED');
  });

  test('after a reload the key is there, locked in, and the request still gives its value', async () => {
    const before = await run('identity');
    expect(before).toMatchObject({ extractable: false, exported: false });
    await page.reload();
    expect(await run('identity')).toEqual(before);
    expect(await run('open', listener.url)).toBe('scientist');
    expect(await run('value', scalar)).toBeCloseTo(directly(), 9);
  });

  test('eight megabytes go there and come back the same', async () => {
    const { same, calls, time } = await run('roundTrip', 1_000_000);
    expect(same).toBe(true);
    expect(calls).toBeGreaterThan(4);
    expect(time).toBeLessThan(10_000);
  });

  test('an array comes in plain form without numjs, and asking for its own type says that it cannot load', async () => {
    const scripts = pages.asked.length;
    expect(await run('plain')).toEqual({ type: 'numjs.NdArray', dtype: 'float64', shape: [40], length: 40 });
    const id = await run('askArray');
    await domain.approve(id);
    const rows = [...bill.keys()].filter((row) => !Number.isNaN(bill[row]) && !Number.isNaN(mass[row])).length;
    expect(await run('plainValue', id)).toMatchObject({ type: 'numjs.NdArray', shape: [rows], length: rows });
    expect(pages.asked.length).toBe(scripts);
    expect(await run('libraryTypeCode')).toBe('UNSUPPORTED');
    expect(await run('valueCode', id)).toBe('UNSUPPORTED');
    expect(pages.asked.length).toBeGreaterThan(scripts);
    expect(await run('mock')).toEqual(expect.any(Number));
  });

  test('a page of another origin gets no socket, on this machine or elsewhere', async () => {
    expect(await run('socketOpens', listener.url)).toBe(true);
    for (const host of ['localhost', FOREIGN_HOST]) {
      const foreign = await visit(host);
      expect(await runOn(foreign, 'socketOpens', listener.url), host).toBe(false);
      await foreign.close();
    }
    // Without a list, pages on this machine may connect, others not.
    const unlisted = await domain.listen();
    for (const [host, opens] of [
      ['localhost', true],
      [FOREIGN_HOST, false],
    ] as const) {
      const visitor = await visit(host);
      expect(await runOn(visitor, 'socketOpens', unlisted.url), host).toBe(opens);
      await visitor.close();
    }
  });

  test('an identity belongs to its origin', async () => {
    const other = await visit('localhost');
    expect(await runOn(other, 'identityCode')).toBe('NOT_FOUND');
    await other.close();
    await run('close');
  });
});

/** Runs one step on a page, once its script is there. */
async function runOn<Name extends keyof Steps>(
  page: Page,
  name: Name,
  ...args: Parameters<Steps[Name]>
): Promise<Awaited<ReturnType<Steps[Name]>>> {
  type RunStep = (name: string, args: readonly unknown[]) => Promise<unknown>;
  await page.waitForFunction(() => 'runStep' in globalThis);
  const call = ([step, given]: readonly [string, readonly unknown[]]): Promise<unknown> =>
    (globalThis as unknown as { readonly runStep: RunStep }).runStep(step, given);
  return (await page.evaluate(call, [name, args] as const)) as Awaited<ReturnType<Steps[Name]>>;
}
