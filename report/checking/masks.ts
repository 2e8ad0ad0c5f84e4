import type { Span } from '../../core/span.ts';
import { boldPassage } from '../structure/bold.ts';
import type { TextIndex } from './text-index.ts';

/**
 * Stand-ins for a name or number: XX, ××, ＊＊, ○○, __, 某某, and one sign alone before a kind of place or office. `**`
 * counts only where it does not pair up as Markdown bold within its line.
 */
export const masksOf = (index: TextIndex): readonly Span[] => {
  const { text } = index;
  const spans: Span[] = [];
  for (const match of index.matches(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    if (
      /^[XxＸ]/.test(match[0]) &&
      (latin.test(text[start - 1] ?? '') ||
        (latin.test(text[end] ?? '') && !/^(?:19|20)\d{2}年/.test(text.slice(end, end + 5))))
    )
      continue;
    if (/[一二三四五六七八九十]/.test(text[start - 1] ?? '') && /^[○〇]/.test(match[0])) continue;
    if (match[0].startsWith('**') && (boldAt(text, start) || !between(text, start, end))) continue;
    spans.push({ start, end });
  }
  return spans;
};

const pattern =
  /[XＸ]{2,}|x{2,}|[×✕╳]{2,}|\*{2,}|＊{2,}|[○〇◯●]{2,}(?![\d年])|某(?:某)+|某(?=[省市县区乡镇村局厅处科校院所厂街])|[△▲□■]{2,}|(?<=[一-龥])_(?=[一-龥])|(?<![*＊\w\])）】])[*＊](?=[省市县区乡镇村局厅委街]|[高新]新区|开发区|新区|单位|学校|公司|集团|同志|书记)(?!委[婉托])|(?<![A-Za-z\d.\-+/×XＸ])(?:[XＸ](?=[省市县区镇乡村局厅街]|委(?!托)|支部|总支|党)|x(?=[省市县区镇乡村局](?![A-Za-z])))/g;
/** Asterisks at the border of a line are Markdown, unless a kind of place or office follows. */
const between = (text: string, start: number, end: number): boolean =>
  /[一-龥“《，、]/.test(text[start - 1] ?? '')
    ? /[一-龥”》，。、；]/.test(text[end] ?? '')
    : /[省市县区乡镇村局厅部委院校公]/.test(text[end] ?? '');

const latin = /[A-Za-z\d.\-_/]/;

/** Whether the asterisks at a place open or close a bold passage. */
export const boldAt = (text: string, at: number): boolean => {
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const to = text.indexOf('\n', at);
  const line = text.slice(from, to < 0 ? text.length : to);
  return [...line.matchAll(boldPassage)].some(
    (bold) => at >= from + bold.index && at < from + bold.index + bold[0].length,
  );
};
