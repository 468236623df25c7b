import { styleText } from 'node:util';
import { plainJson } from './plain-text.ts';

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

export type Styler = (style: Style, text: string) => string;

/** A stream that text is written to, as far as the command line needs it. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface TerminalOptions {
  readonly output: Output;
  readonly errors: Output;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly json: boolean;
}

/** Where a command's answer goes: as one JSON document, or as text for people. */
export class Terminal {
  readonly json: boolean;
  readonly #options: TerminalOptions;

  constructor(options: TerminalOptions) {
    this.#options = options;
    this.json = options.json;
  }

  /** Characters in a line; unbounded when nobody is looking. */
  get width(): number {
    const { isTTY = false, columns = 80 } = this.#options.output;
    return isTTY ? Math.max(40, columns) : Number.POSITIVE_INFINITY;
  }

  /** Answers: `value` as one JSON document, on one line where a program reads it, or as text. */
  answer(value: unknown, text: (style: Styler) => readonly string[]): void {
    const { output } = this.#options;
    if (this.json) output.write(`${plainJson(value, output.isTTY ? 2 : 0)}\n`);
    else output.write(`${text((style, content) => this.style(style, content)).join('\n')}\n`);
  }

  /** Tells something beside the answer. */
  note(line: string): void {
    this.#options.errors.write(`${line}\n`);
  }

  /** Colours text where a person looks at it and did not ask for none (https://no-color.org). */
  style(style: Style, text: string): string {
    const { output, environment } = this.#options;
    const coloured = output.isTTY === true && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';
    return coloured ? styleText(style, text, { validateStream: false }) : text;
  }
}
