/** One line of a text file; offsets exclude the line end. */
export interface TextLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Starts that never continue the line before: indents, heading numbers, list marks. */
const opensParagraph =
  /^(?:[\s\u3000]|[一二三四五六七八九十百]+、|（[一二三四五六七八九十\d]+）|\([一二三四五六七八九十\d]+\)|\d{1,2}[.．、]|第[一二三四五六七八九十]+[章节条部]|[一二三四五六七八九十]是|[①-⑳]|[#>|*+-])/u;

const endsSentence = /[。！？：；…!?:;][”’"')）】》]*\s*$/u;

/** Columns a line takes: two for full-width characters. */
export const widthOf = (text: string): number => {
  let width = 0;
  for (const sign of text.trimEnd()) width += (sign.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return width;
};

/**
 * The width at which the file's lines were broken, or null when it was not hard-wrapped. Wrapped files have many lines of
 * nearly the same width, the greatest, that stop in mid-sentence.
 */
export const wrapWidth = (lines: readonly TextLine[]): number | null => {
  const widths = lines.map(({ text }) => widthOf(text)).filter((width) => width > 0);
  if (widths.length < 4) return null;
  const widest = Math.max(...widths);
  if (widest < 24 || widest > 160) return null;
  const cut = lines.filter(({ text }) => text.trim() !== '' && !endsSentence.test(text));
  const full = cut.filter(({ text }) => widthOf(text) >= widest - 4);
  return full.length >= 3 && full.length >= cut.length * 0.6 ? widest : null;
};

/** Groups lines into paragraphs: blank lines and unfilled lines end one, filled lines run on. */
export const paragraphsOfLines = (lines: readonly TextLine[]): TextLine[][] => {
  const width = wrapWidth(lines);
  const groups: TextLine[][] = [];
  let open = false;
  for (const line of lines) {
    if (line.text.trim() === '') {
      open = false;
      continue;
    }
    const last = groups.at(-1);
    if (open && last !== undefined && !opensParagraph.test(line.text)) last.push(line);
    else groups.push([line]);
    open = width !== null && widthOf(line.text) >= width - 4;
  }
  return groups;
};
