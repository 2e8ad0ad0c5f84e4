import type { Span } from '../../core/span.ts';

/** Words that open a paragraph and say what it is about: 强化政治引领，筑牢思想根基。 or 德的方面： */
const lead =
  /^[\s\u3000]*(?:\*\*(?![*省市县区镇乡村局厅]))?((?:——)?(?:[德能勤绩廉学](?=[：:])|[^，。：:；！？\n]{2,20})(?:，[^，。：:；！？\n]{2,20})?)[。：:](?=[^\n]{12})/u;
const noLead =
  /如下$|以下|^(?:同志们|各位|其中|一是|首先|本人|我[^国省市县区镇乡村校院局所单])|\d{2,}|是[^，]{0,4}$|[一-龥]{2}有$/u;
const leastShare = 0.6;

/** The leads of a passage when most of its paragraphs have one; empty otherwise. */
export const paragraphLeads = (text: string, passage: Span): (Span & { readonly text: string })[] => {
  const leads: (Span & { text: string })[] = [];
  let paragraphs = 0;
  let start = passage.start;
  for (const line of text.slice(passage.start, passage.end).split('\n')) {
    const found = lead.exec(line);
    const words = found?.[1] ?? '';
    if (line.trim().length >= 20) paragraphs += 1;
    if (words !== '' && !noLead.test(words)) {
      const at = start + line.indexOf(words);
      leads.push({ text: words, start: at, end: at + words.length });
    }
    start += line.length + 1;
  }
  return leads.length >= 2 && leads.length >= leastShare * paragraphs ? leads : [];
};
