import type { Output } from './output.ts';

/** One line of JSON for each file: the report JSON, or `{file, error}`. */
export const jsonOutput = (options: { readonly withText: boolean }): Output => ({
  file: (checked) => {
    const { file } = checked;
    const line =
      'error' in checked
        ? { file, error: checked.error }
        : { file, ...checked.result, ...(options.withText ? { text: checked.text } : {}) };
    return `${JSON.stringify(line)}\n`;
  },
  end: () => '',
});
