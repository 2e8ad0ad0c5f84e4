import { cleanWords } from '../structure/lines.ts';

const slogan =
  /^(?:以新.{2,6}(?:践行|引领|展现|谱写)新.{2,6}|.{0,6}(?:凝心聚力|同频共振|双轮驱动|聚力创变|开新局|谱新篇|展现新作为|谱写新篇章|引领新征程|践行新使命|走在前列|再上新台阶|迈上新台阶|绽放新光彩|注入新动能))$/u;
const frame =
  /^(?:切实|扎实|不断|持续|深入(?!基层|一线|群众|实际|田间|村|社区)|着力|大力|积极|努力|始终|进一步|坚定不移地?|认真|全力(?!以赴)|牢牢|(?:严格|全面|坚持)(?=落实|执行|遵守|履行|加强|强化|推进|提升))+(?=[\p{Script=Han}“]{4,})/u;

/** A heading's words without slogans and number; the full title when nothing else is left. At most `longest` characters. */
export const headlineOf = (title: string, longest = 40): string => {
  const plain = cleanWords(title)
    .replace(/^在([^，,]{4,})(?:方面|[上中])$/u, '$1')
    .replace(/[：:。；;，,]+$/u, '')
    .replace(/(?<=.{4})(?<!基本|总体|具体|有关)(?:方面|的?情况)$/u, '');
  const clauses = plain
    .replace(/^(?:首先|其次|最后)?[，,]?汇报一下(?:我个人的|我的)?/u, '')
    .split(/[，,]/u)
    .filter(
      (clause) =>
        clause !== '' && !/^(?:首先|其次|再次|最后|下面|第[一二三四五]|汇报一下.{0,2}|现将.{0,6})$/u.test(clause),
    );
  const telling = clauses.filter((clause) => !slogan.test(clause));
  const words = (telling.length > 0 ? telling : clauses).join('，');
  if (words === '') return plain;
  return words.length <= longest ? words : cutAtClause(words, longest);
};

/** The same, without the adverbs in front: for lists of headlines. */
export const shortHeadline = (title: string): string => {
  const first = headlineOf(title).split(/[，,]/u)[0] ?? '';
  const bare = first.replace(frame, '').replace(/^要(?=[\p{Script=Han}]{3})/u, '');
  return bare.length >= 4 ? bare : first;
};

const cutAtClause = (words: string, longest: number): string => {
  const cut = words.slice(0, longest).lastIndexOf('，');
  const plain = words.slice(0, cut >= 8 ? cut : longest);
  return unquoted(plain);
};

/** Never ends inside a quotation. */
const unquoted = (words: string): string => {
  const open = words.lastIndexOf('“');
  return open > words.lastIndexOf('”') && open > 0 ? words.slice(0, open) : words;
};
