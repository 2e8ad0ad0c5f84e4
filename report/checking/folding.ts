/** A text without the marks that writers set differently, and where each kept character stood. */
export interface Folded {
  readonly text: string;
  /** Place in the original of every kept character. */
  readonly at: Uint32Array;
}

const dropped = new Set([...'“”‘’「」『』"\'、，,·• \t\u3000\u00a0'].map((mark) => mark.charCodeAt(0)));

/** Quotes, commas, dots between names and spaces are dropped; line breaks and stops stay as borders. */
export const fold = (text: string): Folded => {
  const at = new Uint32Array(text.length);
  const kept: string[] = [];
  let length = 0;
  let from = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if ((code >= 0x4e00 && code <= 0x9fff) || !dropped.has(code)) {
      at[length] = index;
      length += 1;
      continue;
    }
    if (index > from) kept.push(text.slice(from, index));
    from = index + 1;
  }
  kept.push(text.slice(from));
  return { text: kept.join(''), at: at.subarray(0, length) };
};
