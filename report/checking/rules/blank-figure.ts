import { blanksByPattern, maskedFigures } from '../blank-patterns.ts';
import { blanksByWords } from '../blank-words.ts';
import { boldAt } from '../masks.ts';
import type { Remark, Rule, RuleInput } from '../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'blank-figure',
    title: '数字没有填写',
    basis: null,
    severity: 'must',
    family: 'figure',
    examples: {
      good: [
        '召开民主生活会2次，发放宣传资料两千余份。',
        '人均收入超万元，建成亿元项目12个，培育亿元户。',
        '制定项目清单，列出专项任务，推进各项工作。',
        '多次召开座谈会，首次举办培训班，再次集中学习。',
        '坚持党员示范岗创建，完善会议制度，规范支出条目。',
        '截至年底，全部办结；最为期盼的是看病方便。',
        '慰问名老专家，培育名牌产品，发展名优特产。',
        '接待人次和旅游收入双增长，服务场所更加规范。',
        '延长产业链条，补短板强弱项，走进寻常百姓家，推广首台套，有个体户反映。',
        '解决一个问题，打造个性化服务，建立个人台账。',
        '合计人数和金额以报表为准，分别次第推进。',
        '**市场更加活跃。**人流方面，接待游客增长。**名词解释**',
      ],
      bad: [
        { text: '组织召开座谈会次，开展调研3次。', found: ['座谈会次'] },
        { text: '落实帮扶资金万元，为村里修路。', found: ['资金万元'] },
        { text: '慰问名困难群众，走访名退役军人。', found: ['慰问名困难群众', '走访名退役军人'] },
        { text: '举办为期的业务培训班。', found: ['为期'] },
        { text: '每月号开展主题党日。', found: ['每月号'] },
        { text: '先后次到联系点调研。', found: ['先后次'] },
        { text: '提出合理化建议条。', found: ['建议条'] },
        { text: '撰写心得体会4篇、调研报告篇。', found: ['调研报告篇'] },
        { text: '列出党建项问题清单。', found: ['项问题'] },
        { text: '群众满意率达到%，同比增长%。', found: ['达到%', '增长%'] },
        { text: '优秀率下降　%，满意率  %，新增 个百分点。', found: ['下降　%', '意率  %', ' 个百分点'] },
        { text: '检查药店家，排查隐患处，流转土地万亩。', found: ['药店家', '隐患处', '土地万亩'] },
        {
          text: '改造老旧小区  个，推动个老旧小区更换电梯，每月不少于户，较上年增加个百分点。',
          found: ['  个', '推动个老', '不少于户', '增加个百分点'],
        },
        { text: '于月日召开专题会议。', found: ['月日'] },
        { text: '办理群众来信XX件，培训干部N名。', found: ['XX件', 'N名'] },
        { text: '培训X次、党员X名，投入X.X万元，发放资料X余份，惠及群众**多户。', found: ['X次'] },
        { text: '修建道路X千米，帮助XX万多名职工。', found: ['X千米', 'XX万多名'] },
        { text: '于X月X日召开会议。', found: ['X月X日'] },
        { text: '现将年工作情况报告如下。', found: ['年'] },
        { text: '学习县政协届次全会精神。', found: ['政协届次'] },
        { text: '走进村里，共访、慰问老党员。', found: ['共访、'] },
        { text: '发放宣传资料余份，惠及群众人次。', found: ['资料余份', '群众人次'] },
        { text: '走访慰问老党员名，帮扶困难户，捐款元。', found: ['党员名', '帮扶困难户', '捐款元'] },
      ],
    },
  },
  *check(input) {
    const certain = [...blanksByPattern(input.index), ...blanksByWords(input)].filter(
      ({ start, end }) =>
        (input.text[start] !== '*' || !boldAt(input.text, start)) &&
        (!/[ 　]/.test(input.text.slice(start, end)) || input.index.blockAt(start)?.source === 'native'),
    );
    yield* certain;
    yield* inTheirCompany(input, certain);
    yield* masked(maskedFigures(input.index));
  },
};

/** From this many on, figures that a sign stands in for are told as one. */
const many = 4;

function* masked(remarks: readonly Remark[]): Iterable<Remark> {
  const [first, ...others] = [...remarks].sort((a, b) => a.start - b.start);
  if (first === undefined || remarks.length < many) {
    yield* remarks;
    return;
  }
  yield {
    ...first,
    message: `正文有 ${remarks.length} 处数字、日期用符号代替，没有填写，请逐处补上`,
    also: others.map(({ start, end }) => ({ start, end })),
  };
}

const counted =
  /(?:帮扶|走访|慰问|培训|救助|资助|看望|结对|服务|接待|解答)[一-龥]{0,8}(?:户|人|名|家)(?=[，。；、]|$)/g;

/** Where a sentence has blanks for certain, a bare count after a verb is one more. */
function* inTheirCompany({ text, index }: RuleInput, certain: readonly Remark[]): Iterable<Remark> {
  const seen = new Set<number>();
  for (const blank of certain) {
    const sentence = index.sentenceAt(blank.start);
    if (seen.has(sentence.start)) continue;
    seen.add(sentence.start);
    for (const match of text.slice(sentence.start, sentence.end).matchAll(counted)) {
      const start = sentence.start + match.index;
      const end = start + match[0].length;
      if (certain.some((other) => other.start < end && start < other.end)) continue;
      yield { start, end, message: `“${match[0]}”像是漏了数字，请补上` };
    }
  }
}
