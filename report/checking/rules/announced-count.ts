import type { Remark, Rule } from '../rule.ts';
import type { TextIndex } from '../text-index.ts';

const number = '(?<![十百千万第近余几成零\\d一二三四五六七八九])([一二两三四五六七八九十]|\\d{1,2})';
const noun =
  '(?:个方面|方面|个问题|个不足|个短板|个重点|个环节|项工作|项措施|项任务|项重点|件[一-龥]{0,2}事|点|条|项|个)';
const mark = '[ 　\\n]*(?=一是|第一[，、]|首先[，、]|①|1[.．、](?!\\d)|其一[，、])';
const announced = new RegExp(
  `${number}(?:${noun}[^。；，：:\\n]{0,14}[：:]|${noun}[^。；，：:\\n]{0,6}[，,]|(?:个方面|方面|点(?!钟)|个问题|个不足|个短板|项措施)(?:的?(?:工作|问题|不足|体会|措施))?。)${mark}`,
  'g',
);
/** 三个到位：责任到位、措施到位; 四个聚焦，聚焦主责、聚焦民生. */
const refrain = new RegExp(`${number}[个项大]([一-龥]{2})”?([：:，,])([^，。；：:\\n（）]{4,90})(?=[，。])`, 'g');
const counted =
  '(?:工程|行动|制度|荣誉|任务|平台|机制|体系|奖项|措施|举措|科室|工作组|小组|专班|活动|支部|党支部|品牌|环节|中心|领域|服务队)';
/** 两大工程（强基工程、暖心工程）, 两项荣誉：先进集体、文明单位。 */
const bracketed = new RegExp(
  `${number}[个项大种类支件][一-龥]{0,4}${counted}[（(]([^（）()，。；：:\\n]{4,90})[）)]`,
  'g',
);
const colon = new RegExp(
  `${number}[个项大种类支件][一-龥]{0,4}${counted}[：:]([^，。；：:\\n（）()\\d]{4,90})(?=[。；])`,
  'g',
);
/** 学习、会议、考勤、考核三项制度. */
const after = new RegExp(`(?:[二三四五六七八九]|(?<!\\d)\\d)(?:(?:项|个|大|支)${counted}|位一体)`, 'g');
const listBefore = /(?:^|[^一-龥、”》）＋+\d])((?:[一-龥]{2,8}、){1,7}[一-龥]{2,6})$/;
const titled = new RegExp(`(?:《[^《》\\n]{1,30}》[、和及]?){2,9}等(?:了)?${number}[项个部份]`, 'g');
const ordinals = '一二三四五六七八九十';

export const rule: Rule = {
  meta: {
    id: 'announced-count',
    title: '分述的条数与总数不符',
    basis: null,
    severity: 'should',
    family: 'figure',
    examples: {
      good: [
        '主要有三个方面：一是学习不够；二是创新不够；三是作风不实。',
        '反思有2点：一是学习。二是创新。',
        '坚持三个到位：责任到位、措施到位、保障到位。',
        '两大工程（强基工程、暖心工程）推进，出台《甲》《乙》等五项制度。',
      ],
      bad: [
        { text: '主要有四个方面：一是学习不够；二是创新不够；三是作风不实。', found: ['四个方面：'] },
        { text: '抓好两件事：第一，抓换届；第二，抓培训；第三，抓宣传。', found: ['两件事：'] },
        { text: '突出三个重点，一是抓党建，二是抓产业。', found: ['三个重点，'] },
        { text: '坚持“三个到位”：责任到位、措施到位。', found: ['三个到位”：责任到位、措施到位'] },
        { text: '两大工程（强基工程、暖心工程、头雁工程）推进。', found: ['两大工程（强基工程、暖心工程、头雁工程）'] },
        { text: '获得两项荣誉：先进集体、文明单位、青年文明号。', found: ['两项荣誉：先进集体、文明单位、青年文明号'] },
        { text: '出台《甲制度》《乙制度》《丙制度》等两项制度。', found: ['《甲制度》《乙制度》《丙制度》等两项'] },
        { text: '反思有3点：一是学习不够。\n二是创新不够。', found: ['3点：'] },
      ],
    },
  },
  check: ({ text, index }) => [...points(text, index), ...lists(text, index)],
};

function* points(text: string, index: TextIndex): Iterable<Remark> {
  for (const match of index.matches(announced)) {
    const said = amountOf(match[1]);
    const from = match.index + match[0].length;
    const rest =
      text
        .slice(from, from + 20_000)
        .split(/\n[ 　]*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)/)[0] ?? '';
    const found = countedIn(rest);
    if (found === said || found < 2 || said < 2) continue;
    yield {
      start: match.index,
      end: match.index + match[0].trimEnd().length,
      message: `前面说 ${said} 条，后面只数到第 ${found} 条，请核对`,
    };
  }
}

function* lists(text: string, index: TextIndex): Iterable<Remark> {
  const found = [
    ...index
      .matches(refrain)
      .map((match) => ({ match, items: itemsOf(match[4]), word: match[2] ?? '' }))
      .filter(
        ({ match, items, word }) => !/[，,]/.test(match[3] ?? '') || items.every((item) => item.startsWith(word)),
      ),
    ...[...index.matches(bracketed), ...index.matches(colon)].map((match) => ({
      match,
      items: itemsOf(match[2]),
      word: '',
    })),
  ];
  for (const { match, items, word = '' } of found) {
    const said = amountOf(match[1]);
    if (said < 2 || items.length < 2 || items.length === said || !items.every((item) => item.includes(word))) continue;
    yield {
      start: match.index,
      end: match.index + match[0].length,
      message: `前面说 ${said} 项，列出的是 ${items.length} 项，请核对`,
    };
  }
  for (const match of index.matches(after)) {
    const list = listBefore.exec(text.slice(Math.max(0, match.index - 72), match.index))?.[1] ?? '';
    const items = itemsOf(list);
    if (items.length < 2 || items.length === amountOf(match[0][0])) continue;
    yield {
      start: match.index - list.length,
      end: match.index + match[0].length,
      message: `前面列了 ${items.length} 项，后面却说 ${match[0][0]} 项，请核对`,
    };
  }
  for (const match of index.matches(titled)) {
    const named = match[0].split('《').length - 1;
    if (amountOf(match[1]) >= named) continue;
    yield {
      start: match.index,
      end: match.index + match[0].length,
      message: `列出了 ${named} 项，后面却说 ${match[1]} 项，请核对`,
    };
  }
}

/** The members of a list joined by 、 alone; none where 和 or 等 leave their number open. */
const itemsOf = (words = ''): string[] =>
  /[和及与等各指“”《—一二三四五六七八九-]/.test(words) ? [] : words.split('、');

const amountOf = (written = ''): number =>
  /\d/.test(written) ? Number(written) : ordinals.indexOf(written.replace('两', '二')) + 1;

const series = [
  [...ordinals].map((ordinal) => `${ordinal}是`),
  [...ordinals].map((ordinal) => `第${ordinal}`),
  ['①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨', '⑩'],
  [...ordinals].map((ordinal) => `其${ordinal}`),
] as const;

/** How many points a passage tells, whatever they are numbered with. */
const countedIn = (text: string): number => {
  const own = series.find(([first = '']) => text.startsWith(first));
  if (own?.[0] === '一是') return pointsIn(text, own);
  const line = text.split('\n')[0] ?? '';
  if (own !== undefined) return pointsOnLine(text, line, own);
  if (/^首先/.test(line))
    return /其次/.test(line) ? ['首先', '其次', '再次', '最后'].filter((word) => line.includes(word)).length : 0;
  return /^1/.test(line)
    ? pointsOnLine(
        text,
        line,
        [...'123456789'].map((digit) => digit + (line[1] ?? '')),
      )
    : 0;
};

/** Zero when the points go on below the line: then they are headings, not a list. */
const pointsOnLine = (text: string, line: string, marks: readonly string[]): number => {
  const count = pointsIn(line, marks);
  const next = text.slice(line.length).trimStart();
  return next.startsWith(marks[count] ?? '一') || count === marks.length ? 0 : count;
};

/** How far one after the other goes on without starting anew. */
const pointsIn = (text: string, marks: readonly string[]): number => {
  let count = 0;
  let from = 0;
  for (const mark of marks) {
    const next = text.indexOf(mark, from);
    const restart = count > 0 ? text.indexOf(marks[0] ?? '', from) : -1;
    if (restart >= 0 && (next < 0 || restart < next)) return 0;
    if (next < 0) break;
    count += 1;
    from = next + mark.length;
  }
  return count;
};
