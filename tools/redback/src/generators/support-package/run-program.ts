import { spawn } from 'node:child_process';

/** How a program ended. What it printed on stdout is kept; nothing of it is shown. */
export interface ProgramEnd {
  /** `null` where it could not be started, or was killed. */
  readonly code: number | null;
  readonly stdout: string;
}

/** Runs a program in a folder, without a shell except on Windows, where npm's programs are scripts of one. */
export function runProgram(file: string, args: readonly string[], cwd: string): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd, stdio: ['ignore', 'pipe', 'ignore'], shell: process.platform === 'win32', windowsHide: true });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.on('error', () => resolve({ code: null, stdout: '' }));
    child.on('close', (code) => resolve({ code, stdout }));
  });
}
