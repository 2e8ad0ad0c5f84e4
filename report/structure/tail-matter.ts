import type { Found } from '../../core/report-structure.ts';
import type { Span } from '../../core/span.ts';
import { headingNumberAt } from './heading-number.ts';
import { cleanWords, type Line } from './lines.ts';

/** What stands under the running text. */
export interface TailMatter {
  readonly signature: Found<string> | null;
  readonly issueDate: Found<string> | null;
  readonly attachments: readonly Span[];
  readonly closing: Span | null;
  /** Index behind the last line of the running text. */
  readonly bodyTo: number;
}

const year = '(?:[12]\\d{3}|20[X×＊*]{2}|[X×＊*]{2,4}|[二一][〇○零Ｏ0一二三四五六七八九]{3})';
const day = '(?:[\\d０-９]{1,2}|[X×＊*]{1,2}|[一二三四五六七八九十]{1,3})';
const datePattern = new RegExp(
  `(${year}\\s*年\\s*${day}\\s*月(?:\\s*${day}\\s*日)?|20\\d{2}[.\\-/]\\d{1,2}(?:[.\\-/]\\d{1,2})?)[\\s\\u3000）)]*$`,
  'u',
);
const labelled =
  /^(?:述职(?:述廉)?(?:述责)?人|述[责廉](?:述[责廉])?人|报告人|汇报人|总结人|撰写人|发言人|(?:对照|自我)?检查人|剖析人|署名|签名|落款|单位|姓名)[^：:]{0,6}[：:]\s*(.{1,40})$/u;
const nameOnly = /^[\p{Script=Han}X×＊*]{2,3}$|^[\p{Script=Han}X×＊*][\s\u3000]+[\p{Script=Han}X×＊*]{1,2}$/u;
const unitOnly =
  /^[\p{Script=Han}\p{L}\dX×＊*（）()·\s\u3000]{2,40}(?:局|委员会|委|厅|部|院|校|中心|公司|集团|政府|办公室|办事处|办|处|科|站|所|支部|总支|党委|党组|大队|支队|学|会|社|村|社区|银行|工会)$/u;
/** Short lines that look like a name: points, and words of courtesy. */
const noName = /^(?:[一二三四五六七八九十]{1,2}[是要]|首先|其次|再次|最后|此致|敬礼|以上|特此|完毕|总之)/u;
const attachmentHead = /^附\s*件?\s*[\d一二三四五六七八九十]{0,3}\s*(?:[：:.．、]|$)/u;

/** The signature block is looked for in the last lines only. */
const searched = 6;

export const readTailMatter = (
  lines: readonly Line[],
  bodyFrom: number,
  isClosing: (words: string) => boolean,
): TailMatter => {
  const attachmentsFrom = firstAttachment(lines, bodyFrom);
  let end = attachmentsFrom ?? lines.length;
  let signature: Found<string> | null = null;
  let issueDate: Found<string> | null = null;
  const attachments: Span[] = [];
  let blockEnd = lines.length;
  for (let index = lines.length - 1; index >= Math.max(bodyFrom, lines.length - searched, end); index -= 1) {
    if (signatureOf(lines[index]) === null && dateOf(lines[index]) === null) break;
    blockEnd = index;
  }
  const blocks =
    attachmentsFrom === null ? [lines.length] : [attachmentsFrom, ...(blockEnd < lines.length ? [lines.length] : [])];
  for (const blockTo of blocks) {
    for (let index = blockTo - 1; index >= Math.max(bodyFrom, blockTo - searched); index -= 1) {
      const line = lines[index];
      const date: Found<string> | null = issueDate === null ? dateOf(line) : null;
      const signed: Found<string> | null =
        signature === null ? signatureOf(line, date !== null || issueDate !== null) : null;
      if (date === null && signed === null) break;
      issueDate ??= date;
      signature ??= signed;
      if (index < end) end = index;
    }
  }
  if (attachmentsFrom !== null) {
    for (let index = attachmentsFrom; index < blockEnd; index += 1) {
      const line = lines[index];
      if (line !== undefined) attachments.push({ start: line.start, end: line.end });
    }
  }
  return { signature, issueDate, attachments, closing: closingOf(lines, bodyFrom, end, isClosing), bodyTo: end };
};

const firstAttachment = (lines: readonly Line[], bodyFrom: number): number | null => {
  const from = Math.max(bodyFrom + 2, Math.floor(lines.length * 0.3));
  for (let index = from; index < lines.length; index += 1) {
    const words = lines[index]?.text ?? '';
    if (words.length <= 80 && attachmentHead.test(words)) return index;
  }
  return null;
};

const dateOf = (line: Line | undefined): Found<string> | null => {
  if (line === undefined || line.text.length > 60) return null;
  const words = line.text;
  const found = datePattern.exec(words);
  if (found === null) return null;
  const before = cleanWords(words.slice(0, found.index)).replace(/[（(]$/u, '');
  const alone = before === '' || /^(?:日期|时间|报告日期|撰写日期)[：:]?$/u.test(before);
  if (!alone && !nameOnly.test(before) && !unitOnly.test(before) && !labelled.test(before)) return null;
  const value = (found[1] ?? '').trim();
  const start = line.start + found.index;
  return { value, start, end: start + (found[1] ?? '').length };
};

const signatureOf = (line: Line | undefined, besideDate = false): Found<string> | null => {
  if (line === undefined || line.text.length > 60) return null;
  const dated = datePattern.exec(line.text);
  const words = (dated === null ? line.text : line.text.slice(0, dated.index)).replace(/[\s\u3000（(]+$/u, '');
  if (words === '' || /[。；;！？]/u.test(words) || headingNumberAt(words, 0) !== null || noName.test(words))
    return null;
  const named = labelled.exec(words);
  if (named !== null) return place(line, (named[1] ?? '').trim(), words.length);
  const apart = line.block.style?.align === 'right' || line.indent >= 8;
  const signs = nameOnly.test(words) || unitOnly.test(words);
  if (signs && !/^(?:谢谢|完毕|结束)/u.test(words)) return place(line, cleanWords(words), words.length);
  const short = words.length <= 30 && !/[，,：:]/u.test(words);
  return short && (apart || besideDate) ? place(line, cleanWords(words), words.length) : null;
};

const place = (line: Line, value: string, length: number): Found<string> => ({
  value,
  start: line.start,
  end: line.start + length,
});

const closingOf = (
  lines: readonly Line[],
  bodyFrom: number,
  bodyTo: number,
  isClosing: (words: string) => boolean,
): Span | null => {
  for (let index = bodyTo - 1; index >= Math.max(bodyFrom, bodyTo - 3); index -= 1) {
    const line = lines[index];
    if (line === undefined) continue;
    const sentences = line.text.length <= 80 ? line.text : line.text.slice(-80);
    if (!isClosing(sentences)) continue;
    const own = line.text.length <= 80;
    const cut = own ? 0 : lastSentence(line.text);
    return { start: line.start + cut, end: lines[bodyTo - 1]?.end ?? line.end };
  }
  return null;
};

const lastSentence = (words: string): number => {
  const body = words.replace(/[。！!]+$/u, '');
  return body.lastIndexOf('。') + 1;
};
