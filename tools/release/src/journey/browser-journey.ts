// The README's data scientist in a browser: the same programs, built by Vite, with the page's address in place of the command line.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startChromium } from '../../../workspace/test/browser/chromium.ts';
import { freePort } from '../free-port.ts';
import { runCommand } from '../run-command.ts';
import { environment, expectFigure, type JourneyPlan, Owner, STUDY } from './journey.ts';
import { Program } from './program.ts';
import { filesOf, type ReadmeBlock, readBlocks } from './readme-blocks.ts';

const HTML = '<!doctype html><html lang="en"><title>study</title><script type="module" src="./page.ts"></script></html>\n';

const PAGE = `const enrols = new URLSearchParams(location.search).has('invitation');
await (enrols ? import('./enrol.ts') : import('./study.ts'));
console.log('the program ended');
`;

/** What differs between a program of Node's and a page, in the words of the README. */
const DIFFERENCES = [
  ["'@syft-libs/client/node'", "'@syft-libs/client/browser'"],
  ['process.argv[2]', "new URLSearchParams(location.search).get('invitation')"],
] as const;

const STEP = 60_000;

/** Builds the page in the scientist's folder, which has Vite, and walks the README there in Chromium. */
export async function walkInBrowser(plan: JourneyPlan): Promise<void> {
  const blocks = readBlocks(await freePort());
  const folder = join(plan.scientist, plan.name);
  writePage(folder, blocks);
  const at = { cwd: folder, env: environment(plan.node, folder, plan.scientist) };
  await runCommand('vite', ['build'], at);

  await using owner = await Owner.start(plan, blocks);
  const port = await freePort();
  await using preview = new Program('vite', ['preview', '--host', '127.0.0.1', '--port', String(port), '--strictPort'], at);
  await preview.saw(/127\.0\.0\.1/);
  await using browser = await startChromium();
  const invitation = encodeURIComponent(await owner.invitation());
  await visit(await browser.context.newPage(), `http://127.0.0.1:${port}/?invitation=${invitation}`, /the program ended/);

  const page = await browser.context.newPage();
  const said = listen(page);
  await page.goto(`http://127.0.0.1:${port}/`);
  expectFigure(await said(/^on the mock: (\S+)$/m), STUDY.mock);
  await owner.decide(await said(/^request: (\S+)$/m));
  expectFigure(await said(/^released: (\S+)$/m), STUDY.released);
}

function writePage(folder: string, blocks: readonly ReadmeBlock[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), HTML);
  writeFileSync(join(folder, 'page.ts'), PAGE);
  for (const [name, code] of filesOf(blocks)) {
    if (name !== 'enrol.ts' && name !== 'study.ts') continue;
    writeFileSync(
      join(folder, name),
      DIFFERENCES.reduce((text, [node, page]) => text.replaceAll(node, page), code),
    );
  }
}

async function visit(page: Page, url: string, until: RegExp): Promise<void> {
  const said = listen(page);
  await page.goto(url);
  await said(until);
}

/** What a page writes to its console, to be waited for. Throws once the page has thrown, or after a minute. */
function listen(page: Page): (pattern: RegExp) => Promise<string> {
  let output = '';
  let changed = Promise.withResolvers<void>();
  let failure: Error | undefined;
  const add = (text: string): void => {
    output += `${text}\n`;
    changed.resolve();
    changed = Promise.withResolvers();
  };
  page.on('console', (message) => add(message.text()));
  page.on('pageerror', (error) => {
    failure = error;
    add(error.message);
  });
  return async (pattern) => {
    const late = setTimeout(() => {
      failure ??= new Error('nothing came for a minute');
      changed.resolve();
    }, STEP);
    try {
      for (;;) {
        const found = pattern.exec(output);
        if (found !== null) return found[1] ?? found[0];
        if (failure !== undefined) throw new Error(`the page did not say ${pattern}: ${failure.message}\n${output}`);
        await changed.promise;
      }
    } finally {
      clearTimeout(late);
    }
  };
}
