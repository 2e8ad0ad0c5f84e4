import { matched, type Pattern } from '../matching.ts';
import type { Remark, Rule, RuleInput } from '../rule.ts';
import { everySection } from '../sections.ts';

const chain: readonly Pattern[] = [
  {
    pattern: /[一-龥]{2}(，)(?=(?:其次|再次|此外|另外|第[二三四五六]|总之)，)/g,
    anchor: /，(?=(?:其次|再次|此外|另外|第[二三四五六]|总之)，)/g,
    message: '后面另起一层意思，这里的逗号应为句号或分号',
    suggestion: '。',
  },
  {
    pattern: /(?:问题|不足|方面|措施|短板|[主要还]有)(，)(?=一是)/g,
    severity: 'hint',
    message: '后面是分项说明，这里的逗号宜为冒号',
    suggestion: '：',
  },
  {
    pattern:
      /“(?:两个确立|四个意识|四个自信|两个维护)”(?=(?:切实|坚决|不断|自觉|坚定|牢固|始终|进一步)?(?:增强|坚定|做到|树牢|树立|捍卫)“)/g,
    message: (match) => `${match[0]}后面缺逗号`,
    suggestion: (match) => `${match[0]}，`,
  },
  {
    pattern: /[一-龥]{2,12}是什么，(?=是|就是|在于)/g,
    anchor: /是什么，(?=是|就是|在于)/g,
    message: '自问自答，问句要用问号',
    suggestion: (match) => match[0].replace(/，$/, '？'),
    unless: (match) =>
      /[不知无论明白清楚搞弄懂]是什么/.test(match[0]) || /(?:不管|无论|明白|清楚|知道|懂得|搞清)/.test(match[0]),
  },
];

export const rule: Rule = {
  meta: {
    id: 'missing-stop',
    title: '缺少标点',
    basis: '《标点符号用法》（GB/T 15834—2011）',
    severity: 'should',
    family: 'punctuation',
    fragile: 'spacing',
    examples: {
      good: [
        '增强“四个意识”、坚定“四个自信”、做到“两个维护”。',
        '要清楚目标是什么，是为了谁。',
        '一、主要工作\n（一）抓学习促提升\n坚持每周集中学习，每月交流一次心得体会，做到学有所思。\n某局党组',
      ],
      bad: [
        { text: '分管工作已经完成，此外，还开展了志愿服务。', found: ['，'] },
        { text: '主要有三个方面的问题，一是学习不深；二是调研不多。', found: ['，'] },
        { text: '一、主要工作\n今后，我将加强学习，提高能力\n二、存在问题\n学习不够。', found: ['提高能力'] },
        { text: '要做到：一是抓好学习二是抓好落实。', found: ['习二是'] },
        {
          text: '一、主要工作\n坚持每周集中学习，每月交流一次心得体会，持续改进作风，\n二、存在问题\n学习不够。',
          found: ['，'],
        },
        { text: '忠诚拥护“两个确立”切实增强“四个意识”。', found: ['“两个确立”'] },
        { text: '我们的目标是什么，是群众满意。', found: ['我们的目标是什么，'] },
        {
          text: '一、主要工作\n坚持每周集中学习，每月交流一次心得体会，全年共组织集中学习四十次，交流研讨十二次，做到学有所思\n持续改进作风，严格执行请示报告制度。',
          found: ['做到学有所思'],
        },
      ],
    },
  },
  check: (input) => [
    ...matched(input.index, chain),
    ...paragraphEnds(input),
    ...beforePoints(input),
    ...trailingCommas(input),
  ],
};

/** A paragraph of running text that ends without any mark. */
function* paragraphEnds({ text, document, structure }: RuleInput): Iterable<Remark> {
  const headings = new Set([...everySection(structure.sections)].map(({ heading }) => heading.start));
  const last = document.blocks.at(-1);
  for (const block of document.blocks) {
    if (block.kind === 'table-row' || block.part !== 'body') continue;
    const line = text.slice(block.start, block.end).trimEnd();
    if (!/[一-龥]$/.test(line) || !runs(line, block === last)) continue;
    const indent = line.length - line.trimStart().length;
    if (headings.has(block.start + indent) && !/。/.test(line)) continue;
    const tail = /[^，。；：、！？]{1,12}$/.exec(line)?.[0] ?? '';
    if (tail === '') continue;
    const end = block.start + line.length;
    yield { start: end - tail.length, end, message: '段末没有标点，请补上句号，或核对是否断错了行' };
  }
}

/** Words that headings and signatures do not have. */
const spoken =
  /^[ 　]*(?:以上|今后|下一步|此外|另外)[^。]{0,30}，|[，。](?:我|我[们局院校]|本人)将|(?:请予|请批评|恳请)[一-龥]{2,6}$|^.{8,}，[^。]{2,12}了[^。]{4,}$/;

/** Running text, and no heading or signature: long, of several sentences, or spoken by its author. */
const runs = (line: string, last: boolean): boolean => {
  if (spoken.test(line)) return true;
  if (last) return line.length >= 60 && /。/.test(line) && /，[^。]{6,}$/.test(line);
  return line.length >= 45 ? /[，。；]/.test(line) : line.length >= 24 && /。[^。]{8,}$/.test(line) && /，/.test(line);
};

const points =
  /(?<![第其之这那就都也还只便更正即若或但可真总凡倒乃不当自十一二三四五六七八九])[二三四五六七]是(?=[一-龥]{2})/g;

/** 二是 in the middle of a sentence, where 一是 went before in the same paragraph. */
function* beforePoints({ text, index }: RuleInput): Iterable<Remark> {
  for (const match of index.matches(points)) {
    const at = match.index;
    if (!/[一-龥]/.test(text[at - 1] ?? '')) continue;
    const from = text.lastIndexOf('\n', at - 1) + 1;
    const before = '一二三四五六'['二三四五六七'.indexOf(text[at] ?? '')];
    if (!text.slice(from, at - 4).includes(`${before}是`)) continue;
    yield {
      start: at - 1,
      end: at + 2,
      message: `“${match[0]}”前面缺标点，请补上句号或分号`,
    };
  }
}

/** Shorter lines may address somebody (各位代表，). */
const shortest = 14;
/** More lines than these that end in a comma are lines broken by hand. */
const few = 2;

function* trailingCommas({ text, document }: RuleInput): Iterable<Remark> {
  const ends: number[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'table-row' || block.part !== 'body') continue;
    const line = text.slice(block.start, block.end).trimEnd();
    if (!/[，、]$/.test(line) || line.length < shortest || !/[，。；][^，、]*[，、]$/.test(line)) continue;
    ends.push(block.start + line.length);
  }
  if (ends.length > few) return;
  for (const end of ends)
    yield { start: end - 1, end, message: '段末是逗号或顿号，应为句号，或核对是否断错了行、漏了话' };
}
