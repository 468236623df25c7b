import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';

/** A name that is no loopback name, and leads here all the same: how a page of somebody else's reaches a domain on this machine. */
export const FOREIGN_HOST = 'foreign.example';

const USUAL = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser's program, or nothing; the environment may name one. */
export const CHROMIUM = [process.env['CHROMIUM_PATH'] ?? USUAL].flat().find((path) => existsSync(path));

/** A browser with an empty profile of its own. */
export interface Chromium extends AsyncDisposable {
  readonly context: BrowserContext;
}

/** Starts the browser. Throws when it is not installed. */
export async function startChromium(): Promise<Chromium> {
  if (CHROMIUM === undefined) throw new Error('cannot start Chromium: it is not installed; apt-get install chromium, or set CHROMIUM_PATH');
  const profile = mkdtempSync(join(tmpdir(), 'syft-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--host-resolver-rules=MAP ${FOREIGN_HOST} 127.0.0.1`,
    ],
  });
  return {
    context,
    async [Symbol.asyncDispose]() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
