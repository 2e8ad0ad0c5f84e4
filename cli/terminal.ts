import type { Palette } from './outputs/text.ts';

/** Where a command writes; passed in so that commands can be run without a terminal. */
export interface Terminal {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly palette: Palette;
  readonly version: string;
}
