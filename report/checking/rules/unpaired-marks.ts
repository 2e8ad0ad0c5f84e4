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
      ],
      bad: [
        { text: '落实“一岗双责要求，抓好整改。', found: ['“一岗双责要求'] },
        { text: '学习《中国共产党章程，严守纪律。', found: ['《中国共产党章'] },
        { text: '落实一岗双责”要求。', found: ['一岗双责”'] },
        { text: '推进“放管服“改革。', found: ['“放管服“'] },
        { text: '加强监督（含审计，堵塞漏洞。', found: ['（含审计，堵塞'] },
        { text: "落实'两手抓“要求，做好'三服务 “工作。", found: ["'两手抓“"] },
      ],
    },
  },
  *check(input) {
    const odd = crooked(input);
    if (odd !== null) yield odd;
    const all = input.document.blocks
      .flatMap((block) => [...inBlock(input, block)])
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

type Lonely = Remark & { readonly mark: string };

interface Open {
  readonly mark: string;
  readonly at: number;
}

function* inBlock({ text }: RuleInput, block: Block): Iterable<Lonely> {
  const stack: Open[] = [];
  for (let at = block.start; at < block.end; at += 1) {
    const code = text.charCodeAt(at);
    // Most characters are Han: one comparison is quicker than a look into the set.
    if ((code >= 0x4e00 && code <= 0x9fff) || !marks.has(code)) continue;
    const written = text[at] ?? '';
    const mark = half[written] ?? written;
    if (mark in closers) {
      const above = stack.at(-1);
      if (mark === '“' && above?.mark === '“' && at - above.at <= 40) {
        yield {
          mark,
          start: above.at,
          end: at + 1,
          message: '后一个引号方向反了，应为“””',
          suggestion: `${text.slice(above.at, at)}”`,
        };
        stack.pop();
      } else stack.push({ mark, at });
      continue;
    }
    const open = openers[mark];
    const known = stack.findLastIndex((candidate) => candidate.mark === open);
    if (known >= 0) {
      for (const { mark: lost, at: place } of stack.splice(known).slice(1)) yield lonely(text, block, lost, place);
      continue;
    }
    if (
      mark === '）' &&
      /(?:^|[\s。；：，、\n])[\d０-９一二三四五六七八九十A-Za-z]{1,3}$/.test(text.slice(block.start, at))
    )
      continue;
    if (mark === '’') continue;
    const from = Math.max(block.start, at - 4);
    yield { mark, start: from, end: at + 1, message: `“${written}”前面没有与它成对的“${open}”` };
  }
  for (const { mark, at } of stack) {
    if (mark === '“' && continues(text, block, at)) continue;
    yield lonely(text, block, mark, at);
  }
}

/** A quotation of several paragraphs opens in each and closes in the last alone. */
const continues = (text: string, block: Block, at: number): boolean => text.slice(block.start, at).trim() === '';

const lonely = (text: string, block: Block, mark: string, at: number): Lonely => ({
  mark,
  start: at,
  end: Math.min(block.end, at + 7, text.length),
  message: `“${mark}”后面没有与它成对的“${closers[mark]}”`,
});
