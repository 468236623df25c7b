/** Is told how far a long task has come. */
export interface Progress {
  /** A new stage begins, of so many steps where that is known. */
  stage(name: string, total?: number): void;
  /** So many steps of the stage are done: one unless told. */
  tick(count?: number): void;
}

/** Progress on a terminal, which is told when all is done. */
export interface TerminalProgress extends Progress {
  end(): void;
}

/** Where lines go; standard error is one. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** For tests and for callers who do not look. */
export const silentProgress: Progress = { stage: () => undefined, tick: () => undefined };

const CLEAR_LINE = '\r\u001B[2K';
const REDRAW_MS = 80;

/** One line that is rewritten on a terminal, which `end` clears; elsewhere one line for each stage. */
export function createTerminalProgress(stream: ProgressStream = process.stderr): TerminalProgress {
  let stage = '';
  let total: number | undefined;
  let done = 0;
  let drawn = 0;
  const isLive = stream.isTTY === true;
  const draw = () => {
    drawn = performance.now();
    stream.write(`${CLEAR_LINE}${stage}${total === undefined ? (done > 0 ? ` ${done}` : '') : ` ${done}/${total}`}`);
  };
  return {
    stage(name, steps) {
      [stage, total, done] = [name, steps, 0];
      if (isLive) draw();
      else stream.write(`${name}${steps === undefined ? '' : ` (${steps})`}\n`);
    },
    tick(count = 1) {
      done += count;
      if (isLive && (done === total || performance.now() - drawn > REDRAW_MS)) draw();
    },
    end() {
      if (isLive) stream.write(CLEAR_LINE);
    },
  };
}
