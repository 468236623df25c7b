// An install from an empty folder, of packages made for the test: one that is quiet, and one that wants to run code.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Outside } from '../src/outside.ts';
import { type LoopbackRegistry, startRegistry } from '../src/registry/loopback-registry.ts';
import { runCommand } from '../src/run-command.ts';
import { publishTo } from '../src/workspace-copy.ts';

let scratch: string;
let registry: LoopbackRegistry;
let outside: Outside;

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'syft-outside-'));
  registry = await startRegistry(join(scratch, 'registry'));
  await publish('quiet', {});
  await publish('noisy', { postinstall: 'node -e 1' });
  outside = await Outside.open(join(scratch, 'outside'), registry.url);
}, 120_000);

afterAll(async () => {
  await registry?.[Symbol.asyncDispose]();
  rmSync(scratch, { recursive: true, force: true });
});

async function publish(name: string, scripts: Readonly<Record<string, string>>): Promise<void> {
  const folder = join(scratch, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: `@syft-libs/${name}`, version: '1.0.0', scripts }));
  writeFileSync(join(folder, 'index.js'), '0;'.repeat(500));
  publishTo(folder, registry.url);
  await runCommand('npm', ['publish'], { cwd: folder });
}

test.each(['pnpm', 'npm'] as const)(
  '%s installs from the registry into an empty folder, and its size is told',
  async (manager) => {
    const { folder, bytes, seconds } = await outside.install('quiet', ['pnpm add @syft-libs/quiet', 'pnpm pkg set type=module'], manager);
    expect(existsSync(join(folder, 'node_modules/@syft-libs/quiet/index.js'))).toBe(true);
    expect(readdirSync(folder)).not.toContain('.npmrc');
    expect(bytes).toBeGreaterThan(1_000);
    expect(seconds).toBeGreaterThan(0);
  },
  60_000,
);

test('an install that speaks of builds is a failure', async () => {
  await expect(outside.install('noisy', ['pnpm add @syft-libs/noisy'], 'pnpm')).rejects.toThrow(/build|script/i);
}, 60_000);
