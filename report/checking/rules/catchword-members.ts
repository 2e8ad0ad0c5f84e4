import type { Span } from '../../../core/span.ts';
import type { Remark, Rule, RuleInput } from '../rule.ts';
import type { TextIndex } from '../text-index.ts';

export const rule: Rule = {
  meta: {
    id: 'catchword-members',
    title: '并列提法的顺序、成员或条数有误',
    basis: '权威文件通行表述',
    severity: 'should',
    family: 'wording',
    fragile: 'characters',
    examples: {
      good: [
        '增强政治意识、大局意识、核心意识、看齐意识。',
        '坚持创新、协调、绿色、开放、共享的新发展理念。',
        '经济建设、文化建设取得新成效。',
      ],
      bad: [
        { text: '增强大局意识、政治意识、核心意识、看齐意识。', found: ['大局意识、政治意识、核心意识、看齐意识'] },
        { text: '坚定道路自信、制度自信、理论自信、文化自信。', found: ['道路自信、制度自信、理论自信、文化自信'] },
        { text: '增强“四个意识”（政治意识、大局意识、核心意识）。', found: ['政治意识、大局意识、核心意识'] },
      ],
    },
  },
  *check({ text, index, context }: RuleInput): Iterable<Remark> {
    for (const { name, members, ordered } of context.wording.catchwords) {
      for (const { listed, start, end } of runs(index, members)) {
        const right = members.join('、');
        if (listed.length === members.length && ordered && listed.join() !== members.join()) {
          yield { start, end, message: `并列顺序有误，通行顺序是“${right}”`, suggestion: right };
        } else if (
          listed.length < members.length &&
          listed.length > 1 &&
          opensList(text.slice(Math.max(0, start - name.length - 4), start), name)
        ) {
          yield {
            start,
            end,
            message: `“${name}”有 ${members.length} 项，这里只写了 ${listed.length} 项：${right}`,
            suggestion: right,
          };
        }
      }
    }
  },
};

/** “四个意识”（… and “四个意识”：… promise the whole list. */
const opensList = (before: string, name: string): boolean => new RegExp(`${name}”?(?:[（(：]|，?即)$`).test(before);

/** Stretches that list members one after another. */
function* runs(index: TextIndex, members: readonly string[]): Iterable<Span & { readonly listed: readonly string[] }> {
  const anyOf = members.join('|');
  if (members.some((member) => member.length < 3)) return;
  for (const match of index.matches(new RegExp(`(?:${anyOf})(?:[、，和与](?:${anyOf}))+`, 'g'))) {
    const listed = [...match[0].matchAll(new RegExp(anyOf, 'g'))].map(([member]) => member);
    if (new Set(listed).size !== listed.length) continue;
    yield { listed, start: match.index, end: match.index + match[0].length };
  }
}
