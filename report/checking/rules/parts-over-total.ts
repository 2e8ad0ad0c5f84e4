import type { Remark, Rule } from '../rule.ts';
import { number, quantityOf, rounded } from '../written-number.ts';

const unit = '(?:次|场次?|期|名|人次|人|户|件|条|份|篇|家|个|项|起|处|批|万元|亿元|元|亩|公里|辆|台|套)';
const total = new RegExp(`${number}(万|亿)?(余|多)?(${unit})[^。；！？\\n\\d]{0,14}?[，,（(]?其中[：:，]?`, 'g');
const part = new RegExp(`${number}(万|亿)?(余|多)?(${unit})(?![目均])`, 'g');

export const rule: Rule = {
  meta: {
    id: 'parts-over-total',
    title: '其中数大于总数',
    basis: null,
    severity: 'should',
    family: 'figure',
    fragile: 'characters',
    examples: {
      good: [
        '召开会议30次，其中专题会议16次。',
        '培训干部120人，其中女干部40人、青年干部60人。',
        '立案12件，其中处分15人。',
        '耕地3261亩，其中水田1955亩、旱地1306亩，林木面积8185亩。',
        '食品抽检超每千人6.5批，其中快检4万批。',
        '新签亿元以上项目76个、“500强”项目18个，其中产业项目60个。',
        '造林148万亩，其中绿化工程43万亩，修复草原517万亩。',
        '发放补贴4亿元，其中家电领域进度居前，带动消费31亿元。',
        '开工570个、竣工442个，较上年分别增加14个、32个，其中工业项目450个。',
      ],
      bad: [
        { text: '召开会议30次，其中专题会议36次。', found: ['30次，其中专题会议36次'] },
        {
          text: '发展党员15名，其中35岁以下11名，大专以上学历17名。',
          found: ['15名，其中35岁以下11名，大专以上学历17名'],
        },
        { text: '培训干部100人，其中党员60人，群众50人。', found: ['100人，其中党员60人，群众50人'] },
      ],
    },
  },
  *check({ text, index }): Iterable<Remark> {
    for (const match of index.matches(total)) {
      const whole = quantityOf(match[1], match[2]);
      const [start, from] = [match.index, match.index + match[0].length];
      if (/(?:增加?|新增|净增|减少|减|比|超过?|突破|约|达到?|第)$/.test(text.slice(Math.max(0, start - 4), start)))
        continue;
      const rest = /^[^。；！？\n]{0,80}/.exec(text.slice(from))?.[0] ?? '';
      const parts = [...rest.matchAll(part)];
      const [first] = parts;
      if (first === undefined || first[4] !== match[4] || /[，,、]/.test(rest.slice(0, first.index))) continue;
      // One of several amounts told side by side has no parts of its own, nor has a rate.
      const before = text.slice(Math.max(0, start - 30), start);
      if (/分别[^。；\n]{0,24}$|每[百千万]?[人户件次]$/.test(before)) continue;
      if (new RegExp(`\\d(?:余|多)?${match[4]}、[^。；，\\n\\d]{1,8}(?:\\d+[^。；，\\n\\d]{1,8})?$`).test(before))
        continue;
      if (/增|降|减|提高|比|同期|上年|去年|每|均|累计|投资|资金|达到|超过|余额|保有量/.test(rest.slice(0, first.index)))
        continue;
      const named = parts.filter((one, at) => one[4] === match[4] && adjacent(rest, parts, at));
      // Parts that make up the whole are all its parts; what is told after them is something else.
      const complete = named.findIndex((_, at) => added(named.slice(0, at + 1)) === whole);
      const listed = complete < 0 ? named : named.slice(0, complete + 1);
      const larger = [first, ...listed].find((one) => quantityOf(one[1], one[2]) > whole);
      if (larger !== undefined) {
        yield {
          start,
          end: from + larger.index + larger[0].length,
          severity: 'must',
          message: `“其中”的数（${larger[0]}）大于总数（${match[1]}${match[2] ?? ''}${match[4]}），请核对`,
        };
        continue;
      }
      const sum = added(listed);
      if (listed.length < 2 || sum <= whole * 1.001) continue;
      const last = listed.at(-1) ?? first;
      yield {
        start,
        end: from + last.index + last[0].length,
        severity: apart(rest.slice(0, last.index)) ? 'should' : 'hint',
        message: `“其中”各数相加为 ${rounded(sum)}，大于总数 ${match[1]}${match[2] ?? ''}${match[4]}，请核对${apart(rest.slice(0, last.index)) ? '' : '（确有交叉的可以不管）'}`,
      };
    }
  },
};

/** Names that nothing can bear two of: their counts add up. */
const exclusive = [
  ['党委', '党总支', '党支部', '党组'],
  ['男', '女'],
  ['一等奖', '二等奖', '三等奖', '优秀奖'],
  ['国家级', '省级', '市级', '县级'],
  ['重大', '较大', '一般'],
];

const apart = (words: string): boolean =>
  exclusive.some((names) => names.filter((name) => words.includes(name)).length >= 2);

const added = (parts: readonly RegExpExecArray[]): number =>
  parts.reduce((amount, one) => amount + quantityOf(one[1], one[2]), 0);

/** Parts of a list follow one another with a few words between and the same unit. */
const adjacent = (rest: string, parts: readonly RegExpExecArray[], at: number): boolean => {
  if (at === 0) return true;
  const before = parts[at - 1] as RegExpExecArray;
  const between = rest.slice(before.index + before[0].length, (parts[at] as RegExpExecArray).index);
  return (
    /^[，、,和及](?!修复|治理|改造|新增|新建|完成|建设|开展|实施)[一-龥“”]{1,8}$/.test(between) &&
    before[4] === (parts[at] as RegExpExecArray)[4] &&
    adjacent(rest, parts, at - 1)
  );
};
