import type { PartyRule, Wording } from '../../../core/wording.ts';
import { editDistance } from '../edit-distance.ts';
import type { Rule } from '../rule.ts';

interface Titles {
  readonly exact: ReadonlyMap<string, PartyRule>;
  /** Titles by their last word: one never stands for another. */
  readonly byKind: ReadonlyMap<string, readonly string[]>;
}

const compiled = new WeakMap<readonly PartyRule[], Titles>();

const bare = (title: string): string => title.replace(/[（(][^）)]*[）)]|[\s“”‘’、，〈〉《》]/g, '');

const titlesOf = ({ partyRules }: Wording): Titles => {
  const known = compiled.get(partyRules);
  if (known !== undefined) return known;
  const exact = new Map<string, PartyRule>();
  for (const rule of partyRules) {
    const before = exact.get(bare(rule.title));
    if (before === undefined || before.status !== 'valid') exact.set(bare(rule.title), rule);
  }
  const byKind = new Map<string, string[]>();
  for (const title of exact.keys()) {
    const kind = kindOf(title);
    byKind.set(kind, [...(byKind.get(kind) ?? []), title]);
  }
  const titles = { exact, byKind };
  compiled.set(partyRules, titles);
  return titles;
};

export const rule: Rule = {
  meta: {
    id: 'party-rule-title',
    title: '党内法规名称有误或已废止',
    basis: '中央党内法规名录',
    severity: 'must',
    family: 'wording',
    fragile: 'characters',
    examples: {
      good: [
        '学习《党政领导干部选拔任用工作条例》《中国共产党章程（修正案）》。',
        '落实《市直机关党委（党组）落实机关党建主体责任暂行办法》。',
        '执行《中国共产党支部工作条例（试行）》和《关于新形势下党内政治生活的若干准则》。',
        '制定《党员干部廉洁自律若干规定》。',
        '《社会主义学院工作暂行条例》同时废止。',
      ],
      bad: [
        { text: '严格执行《党政领导干部选拔任用条例》。', found: ['《党政领导干部选拔任用条例》'] },
        { text: '学习《中国共产党记律处分条例》。', found: ['《中国共产党记律处分条例》'] },
        {
          text: '执行《中国共产党党员领导干部廉洁从政若干准则》。',
          found: ['《中国共产党党员领导干部廉洁从政若干准则》'],
        },
      ],
    },
  },
  *check({ index, context }) {
    const titles = titlesOf(context.wording);
    const known = new Map<string, string | undefined>();
    for (const match of index.matches(/《([^《》\n]{5,50})》/g)) {
      const name = bare(match[1] ?? '');
      const span = { start: match.index, end: match.index + match[0].length };
      const listed = titles.exact.get(name) ?? titles.exact.get(`中国共产党${name}`) ?? titles.exact.get(`关于${name}`);
      if (listed !== undefined) {
        if (listed.status === 'repealed') {
          yield {
            ...span,
            severity: 'hint',
            message: `《${listed.title}》（${listed.year}年）已废止或失效，请核对是否还应引用`,
          };
        }
        continue;
      }
      const near = known.has(name) ? known.get(name) : nearest(name, titles);
      known.set(name, near);
      if (near === undefined) continue;
      const title = titles.exact.get(near)?.title ?? near;
      yield { ...span, message: `没有这个名称，应为《${title}》`, suggestion: `《${title}》` };
    }
  },
};

/** Ends that tell one document from another of the same subject. */
const kindOf = (title: string): string => /(?:条例|准则|规定|规则|办法|细则|意见|章程)$/.exec(title)?.[0] ?? '';

const nearest = (name: string, titles: Titles): string | undefined => {
  const kind = kindOf(name);
  if (kind === '' || name.length < 8) return undefined;
  const limit = name.length >= 12 ? 2 : 1;
  return titles.byKind.get(kind)?.find(
    (title) =>
      // A longer name is another document (…暂行条例), a shorter one has lost words.
      name.length - title.length <= 1 && editDistance(name, title, limit) <= limit,
  );
};
