import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const DEMO = new URL('../src/demo.ts', import.meta.url).pathname;

let temporary: string;
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'demo-test-'));
});
afterEach(() => {
  rmSync(temporary, { recursive: true, force: true });
});

function startDemo(): ChildProcess {
  // Where both are set, Node warns of it in every process.
  const { NO_COLOR: _, ...environment } = process.env;
  return spawn(process.execPath, ['--conditions=@syft-libs/source', DEMO], {
    env: { ...environment, TMPDIR: temporary, FORCE_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function exitOf(child: ChildProcess): Promise<readonly unknown[]> {
  return once(child, 'exit');
}

/** The processes that the demo named, dead or alive. */
function pidsIn(output: string): readonly number[] {
  return [...output.matchAll(/^ +process +(\d+)/gm)].map(([, pid]) => Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('the demo', { timeout: 60_000 }, () => {
  it('shows every step, agrees with the file, ends with 0 and leaves nothing behind', async () => {
    const demo = startDemo();
    const [[code], output, errors] = await Promise.all([exitOf(demo), text(demo.stdout!), text(demo.stderr!)]);
    expect(errors).toBe('');
    expect(code).toBe(0);
    for (const line of [
      /up to 350 rows, a public mock of 200/,
      /NOT_READABLE/,
      /\d{2} library calls and one request in [12] frames? /,
      /^ +… \d+ more$/m,
      /^ +slope, g per sd of bill length +476\.5527767 +476\.5527767$/m,
      /^ +correlation +0\.5951098244 +0\.5951098244$/m,
      /^ +birds +342 +342$/m,
      /342 numbers by the scientist, 2 distinct, 0\.3 % not 0/,
      /ended by SIGKILL/,
      /USED_UP/,
      /\d+ hashes verified/,
      /^ {2}Done in /m,
    ])
      expect(output).toMatch(line);
    expect(output.match(/DENIED/g)).toHaveLength(2);
    expect([...output.matchAll(/^ ?(\d+) {2}\S/gm)].map(([, step]) => Number(step))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what may not be there
    expect(output).not.toMatch(/\u001b/);
    expect(output.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
    expect(pidsIn(output).filter(isRunning)).toEqual([]);
  });

  it('ends its processes and takes its folder away when it is interrupted', async () => {
    const demo = startDemo();
    let output = '';
    const begun = new Promise<void>((resolve) => {
      demo.stdout?.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes('NOT_READABLE')) resolve();
      });
    });
    await begun;
    const exited = exitOf(demo);
    demo.kill('SIGINT');
    expect(await exited).toEqual([130, null]);
    expect(pidsIn(output)).toHaveLength(2);
    expect(pidsIn(output).filter(isRunning)).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
  });
});
