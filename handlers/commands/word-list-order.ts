import type { WordListName } from '../../core/word-lists.ts';

export type WordListOrder =
  | { readonly do: 'show' }
  | {
      readonly do: 'put';
      readonly everywhere: boolean;
      readonly list: WordListName;
      readonly words: readonly string[];
      readonly suggestion: string | null;
    }
  | { readonly do: 'remove'; readonly everywhere: boolean; readonly words: readonly string[] }
  | { readonly do: 'nothing'; readonly why: 'unclear' | 'no-word' | 'too-short' | 'too-long' | 'too-many' };

const LONGEST = 40;
const MOST = 20;

const verbs: readonly (readonly [RegExp, WordListName | 'remove'])[] = [
  [/^(?:不要?提|允许|放行|白名单)/u, 'allow'],
  [/^(?:禁用|不许用|不要用|黑名单)/u, 'deny'],
  [/^(?:本单位名称|本单位|单位名称|本单位叫)/u, 'own-name'],
  [/^(?:删除|去掉|移除|取消)/u, 'remove'],
];

/** What follows 词表, as written: 允许 某词 · 禁用 某词 建议 另一词 · 本单位名称 某某局 · 删除 某词; 全单位 before it. */
export const readWordListOrder = (written: string): WordListOrder => {
  const all = written.trim();
  if (all === '') return { do: 'show' };
  const everywhere = /^全单位/u.test(all);
  const words = (everywhere ? all.slice(3) : all).replace(/^[\s:：]+/u, '');
  for (const [verb, what] of verbs) {
    const match = verb.exec(words);
    if (match === null) continue;
    const rest = words.slice(match[0].length).replace(/^[\s:：]+/u, '');
    const [named, suggested] = what === 'deny' ? splitSuggestion(rest) : [rest, null];
    const list = wordsOf(named);
    const wrong = faultOf([...list, ...(suggested === null ? [] : [suggested])]);
    if (wrong !== null) return { do: 'nothing', why: wrong };
    if (what === 'remove') return { do: 'remove', everywhere, words: list };
    return { do: 'put', everywhere, list: what, words: list, suggestion: suggested };
  }
  return { do: 'nothing', why: 'unclear' };
};

const splitSuggestion = (rest: string): [string, string | null] => {
  const match = /\s(?:建议|改为|改用|应为|应写)[\s:：]*|→|->|=>/u.exec(rest);
  if (match === null) return [rest, null];
  const suggestion = bare(rest.slice(match.index + match[0].length));
  return [rest.slice(0, match.index), suggestion === '' ? null : suggestion];
};

const wordsOf = (rest: string): string[] => [
  ...new Set(
    rest
      .split(/[\s、，,；;]+/u)
      .map(bare)
      .filter((word) => word !== ''),
  ),
];

/** Without the quotes that people put around words they speak of. */
const bare = (word: string): string => word.trim().replace(/^[“”"‘’「『]+|[“”"‘’」』]+$/gu, '');

const faultOf = (words: readonly string[]) => {
  if (words.length === 0) return 'no-word';
  if (words.length > MOST) return 'too-many';
  if (words.some((word) => [...word].length < 2)) return 'too-short';
  return words.some((word) => word.length > LONGEST) ? 'too-long' : null;
};
