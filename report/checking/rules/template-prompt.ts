import { matched, type Pattern } from '../matching.ts';
import type { Remark, Rule } from '../rule.ts';
import type { TextIndex } from '../text-index.ts';

const message = '模板提示语或待补的空白，请补全内容后删去';
const patterns: readonly Pattern[] = [
  {
    pattern:
      /[【［[〔(（{]{1,2}\s?(?:此处|这里|待|请|需|可|应|自行|根据实际|可?结合实际|视情况|举例|项目名称|人数|次数|金额|时间|地点|略|同上|以下省略|填写|插入|补充|输入|添加|姓名|单位(?:名称)?|职务|日期|年份|数字|具体(?:数字|数据|内容|情况|名称|项目|事例|案例))[^【】［］[\]〔〕()（）{}\n]{0,40}[】］\]〕)）}]{1,2}/g,
    message,
    unless: (match) =>
      /^[(（]/.test(match[0])
        ? !certain.test(match[0]) && !alone.test(match[0])
        : !certain.test(match[0]) && !/^[【［[{]\s?(?:姓名|单位|职务|日期|年份|数字|具体)/.test(match[0]),
  },
  {
    pattern: /(?:此处|这里)(?:应|需|请|可)?(?:插入|填写|补充|添加|填入|列举|写明|省略)[^，。；\n）)】\]]{0,20}/g,
    message,
  },
  {
    pattern: /(?<![时工亟有仍尚])待(?:补充|填写|核实|定稿|完善数据|补)(?=[）)】\]。，；、\n]|$)/gm,
    message,
    unless: (match, text) =>
      /[，、有需]$/.test(text.slice(0, match.index)) && !/[(（【[]/.test(text[match.index - 1] ?? ''),
  },
  { pattern: /\{\{[^{}\n]{1,40}\}\}|\$\{[^{}\n]{1,40}\}|<<[^<>\n]{1,40}>>/g, message: '模板变量没有替换，请补全' },
  { pattern: /(?:单击|点击)(?:或点击)?(?:此处|这里)(?:输入|添加|编辑)[^，。；\n]{0,12}/g, message },
  { pattern: /(?:\bTODO\b|待办[：:])[^，。；\n]{0,20}/g, message },
];
/** In round brackets on their own these stand for what the author was to write. */
const alone =
  /^[（(](?:姓名|单位名称|单位全称|职务|具体(?:数字|数据|事例|案例|时间|内容|做法|情况|问题)|数字|数据|年份|项目名称|时间|地点|人数|次数|金额|举例说明|举例|略|待定|同上|此处略|以下省略|可?结合实际(?:展开|补充|修改)?|视情况(?:补充|删减|修改))[）)]$/;
const certain =
  /此处|这里|待(?:补|填|定|核|完善|插|续|查|更新)|请(?:在|填|输|插|补|根据|结合|写|替换|自行)|填写|插入|补充(?:具体|内容|数据|说明|完整)|输入|添加(?:内容|具体|数据)|根据实际(?:情况)?(?:填|写|修改|补)|结合实际(?:情况)?(?:填|写|修改|补)|自行(?:填|补|添|修改)/;

export const rule: Rule = {
  meta: {
    id: 'template-prompt',
    title: '模板提示语和未填空白',
    basis: null,
    severity: 'must',
    family: 'mask',
    examples: {
      good: [
        '基层治理机制有待补充完善。',
        '（待建项目除外）全年开工12个项目。',
        '会同有关单位（请示事项除外）集中办理。',
        '人才短板亟待补齐。',
      ],
      bad: [
        { text: '全年办结（此处插入数字）件。', found: ['（此处插入数字）'] },
        { text: '成效明显【待补充】。', found: ['【待补充】'] },
        {
          text: '受益群众（具体数字）人，由（单位名称）牵头（可结合实际展开）。',
          found: ['（具体数字）', '（单位名称）', '（可结合实际展开）'],
        },
        { text: '分管（请填写分管领域）工作。', found: ['（请填写分管领域）'] },
        { text: '本人____，现任____职务。', found: ['____', '____'] },
        { text: '{{单位名称}}年度工作总结', found: ['{{单位名称}}'] },
      ],
    },
  },
  check: ({ index }) => [...matched(index, patterns), ...blanks(index)],
};

/** Lines to write on; more than these make a form, told as one. */
const many = 5;

function* blanks(index: TextIndex): Iterable<Remark> {
  const spans = index.matches(/_{3,}|＿{2,}|﹍{2,}/g).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const [first, ...also] = spans;
  if (first === undefined) return;
  if (spans.length > many) yield { ...first, also, message: `有 ${spans.length} 处空白没有填写，请补全` };
  else for (const span of spans) yield { ...span, message: '空白处没有填写，请补全' };
}
