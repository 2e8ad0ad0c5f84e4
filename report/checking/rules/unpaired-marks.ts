import type { Block } from '../../../core/report-document.ts';
import type { Remark, Rule, RuleInput } from '../rule.ts';

const closers: Record<string, string> = { '“': '”', '‘': '’', '（': '）', '《': '》', '【': '】', '「': '」' };
const openers: Record<string, string> = Object.fromEntries(
  Object.entries(closers).map(([open, close]) => [close, open]),
);
const marks = new Set(Array.from('“”‘’（）《》【】「」()', (mark) => mark.charCodeAt(0)));
const half: Record<string, string> = { '(': '（', ')': '）' };

export const rule: Rule = {
  meta: {
    id: 'unpaired-marks',
    title: '引号、括号、书名号不成对',
    basis: '《标点符号用法》（GB/T 15834—2011）',
    severity: 'should',
    family: 'punctuation',
    fragile: 'spacing',
    examples: {
      good: [
        '落实“一岗双责”（含分管领域），学习《准则》。',
        '1）抓学习；2）抓落实。',
        '“第一段没有结束。\n“第二段才结束。”',
        '转发《关于印发《实施办法》的通知》。',
      ],
      bad: [
        { text: '落实“一岗双责要求，抓好整改。', found: ['“一岗双责要求'] },
        { text: '学习《中国共产党章程，严守纪律。', found: ['《中国共产党章程'] },
        { text: '落实一岗双责”要求。', found: ['落实一岗双责”'] },
        { text: '推进“放管服“改革。', found: ['“放管服“'] },
        { text: '落实”三会一课”制度。', found: ['”三会一课”'] },
        { text: '学习《党章《和《准则》。', found: ['《党章《'] },
        { text: '加强监督（含审计，堵塞漏洞。', found: ['（含审计'] },
        { text: '落实“三会一课制度，抓实“主题党日”，开展“戴党徽”活动。', found: ['“三会一课制度'] },
        { text: '落实“三会一课”制度，抓实主题党日”，开展“戴党徽”活动。', found: ['抓实主题党日”'] },
        { text: "落实'两手抓“要求，做好'三服务 “工作。", found: ["'两手抓“"] },
      ],
    },
  },
  *check(input) {
    const odd = crooked(input);
    if (odd !== null) yield odd;
    const all = input.document.blocks
      .flatMap((block) => inBlock(input.text, block))
      .filter(({ mark }) => odd === null || !'“”'.includes(mark));
    const byMark = new Map<string, Lonely[]>();
    for (const remark of all) byMark.set(remark.mark, [...(byMark.get(remark.mark) ?? []), remark]);
    for (const [mark, remarks] of byMark) {
      const [first, ...others] = remarks;
      if (first === undefined || remarks.length <= many) yield* remarks;
      else {
        yield {
          start: first.start,
          end: first.end,
          severity: 'hint',
          message: `有 ${remarks.length} 处“${mark}”不成对，像是特意这样用的，请核对`,
          also: others.map(({ start, end }) => ({ start, end })),
        };
      }
    }
  },
};

/** A straight quote on one side and a curly one on the other ('两手抓“): told once for the whole text. */
const crooked = ({ index }: RuleInput): Remark | null => {
  const [first, ...others] = index
    .matches(/'[一-龥\d][^'\n“”]{0,23}[“”]/g)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
  if (first === undefined) return null;
  return { ...first, message: '引号一边是英文的、一边是中文的，请统一改为“”', also: others };
};

/** More of one mark than this is a manner of writing (notes numbered 1】), not a slip. */
const many = 4;
/** Marks that face the wrong way stand no farther apart. */
const farthest = 40;

type Lonely = Remark & { readonly mark: string };

interface Mark {
  readonly mark: string;
  readonly at: number;
}

const inBlock = (text: string, block: Block): Lonely[] => {
  const lonely = unmatched(text, block);
  const remarks: Lonely[] = [];
  for (let at = 0; at < lonely.length; at += 1) {
    const [one, other] = [lonely[at] as Mark, lonely[at + 1]];
    if (other !== undefined && other.mark === one.mark && other.at - one.at <= farthest) {
      remarks.push(reversed(text, one, other));
      at += 1;
    } else if (!(one.mark === '“' && opensParagraph(text, block, one.at))) remarks.push(alone(text, block, one));
  }
  return remarks;
};

/**
 * Marks of a paragraph that pair with none, in order of place. Quotation marks do not nest: of two opening ones in a row
 * the later one belongs to the closing one behind them.
 */
const unmatched = (text: string, block: Block): Mark[] => {
  const stack: Mark[] = [];
  const lonely: Mark[] = [];
  for (let at = block.start; at < block.end; at += 1) {
    const code = text.charCodeAt(at);
    // Most characters are Han: one comparison is quicker than a look into the set.
    if ((code >= 0x4e00 && code <= 0x9fff) || !marks.has(code)) continue;
    const mark = half[text[at] ?? ''] ?? text[at] ?? '';
    if (mark in closers) stack.push({ mark, at });
    else {
      const known = stack.findLastIndex((candidate) => candidate.mark === openers[mark]);
      if (known >= 0) lonely.push(...stack.splice(known).slice(1));
      else if (mark !== '’' && !(mark === '）' && numbers(text.slice(block.start, at)))) lonely.push({ mark, at });
    }
  }
  return [...lonely, ...stack].sort((a, b) => a.at - b.at);
};

/** 1） opens a point. */
const numbers = (before: string): boolean =>
  /(?:^|[\s。；：，、\n])[\d０-９一二三四五六七八九十A-Za-z]{1,3}$/.test(before);

/** A quotation of several paragraphs opens in each and closes in the last alone. */
const opensParagraph = (text: string, block: Block, at: number): boolean => text.slice(block.start, at).trim() === '';

const reversed = (text: string, { mark, at }: Mark, { at: end }: Mark): Lonely => {
  const opens = mark in closers;
  const words = text.slice(at + 1, end);
  return {
    mark,
    start: at,
    end: end + 1,
    message: opens
      ? `后一个“${mark}”方向反了，应为“${closers[mark]}”`
      : `前一个“${mark}”方向反了，应为“${openers[mark]}”`,
    suggestion: opens ? `${mark}${words}${closers[mark]}` : `${openers[mark]}${words}${mark}`,
  };
};

/** The mark with the words of its clause, as its other half is lost somewhere among them. */
const alone = (text: string, block: Block, { mark, at }: Mark): Lonely => {
  if (mark in closers) {
    const words = /^.[^，。；：！？“”（）《》\n]{0,15}/.exec(text.slice(at, block.end))?.[0] ?? mark;
    return { mark, start: at, end: at + words.length, message: `“${mark}”后面没有与它成对的“${closers[mark]}”` };
  }
  const words = /[^，。；：！？“”（）《》\n]{0,15}$/.exec(text.slice(Math.max(block.start, at - 15), at))?.[0] ?? '';
  return {
    mark,
    start: at - words.length,
    end: at + 1,
    message: `“${text[at]}”前面没有与它成对的“${openers[mark]}”`,
  };
};
