import { jsonOutput } from './json.ts';
import type { Output } from './output.ts';
import { rdjsonOutput } from './rdjson.ts';
import { sarifOutput } from './sarif.ts';
import { type Palette, textOutput } from './text.ts';

export interface OutputOptions {
  readonly withText: boolean;
  readonly palette: Palette;
  readonly version: string;
}

/** `--format` name → output, one line each. */
export const outputs = {
  text: ({ palette }: OutputOptions): Output => textOutput(palette),
  json: (options: OutputOptions): Output => jsonOutput(options),
  rdjson: (): Output => rdjsonOutput(),
  sarif: (options: OutputOptions): Output => sarifOutput(options),
} satisfies Record<string, (options: OutputOptions) => Output>;

export type OutputName = keyof typeof outputs;
