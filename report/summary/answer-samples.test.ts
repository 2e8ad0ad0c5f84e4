import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../config/load.ts';
import { documentOf } from '../../testing/builders/report-document.ts';
import { examine } from '../examine.ts';
import { type Answer, type AskedReport, answerQuestion } from './answer.ts';

/**
 * Questions as people type them, with what answers them:
 * § a section path (several joined by +) · # a figure as written · ¶ a sentence in that section · 数字 figures of the
 * report or of a section · 空白 blank figures · 目录 · 摘要 · 作者 · 变化 · 无 part a part the report does not have · 选择 unclear
 */
const questions: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  '000': [
    ['第二部分讲了什么', '§二、'],
    ['第一部分说了啥？', '§一、'],
    ['总结一下存在的问题', '无 problems'],
    ['下一步打算有哪些', '无 plans'],
    ['有哪些数字', '数字'],
    ['开了多少次会', '#30次'],
    ['廉政提醒谈话开展了几次', '#2次'],
    ['全文摘要', '摘要'],
    ['目录', '目录'],
    ['这份报告是谁写的', '作者'],
    ['意识形态工作怎么说的', '§五、'],
    ['廉洁方面写了什么', '§四、'],
    ['“一岗双责”是怎么落实的', '§二、（三）'],
    ['二、（一）的内容', '§二、（一）'],
    ['第二部分第三点', '§二、（三）'],
    ['第三部分（二）讲了什么', '§三、二是'],
    ['最后一部分写了什么', '§五、'],
    ['家属和身边工作人员怎么管的', '¶四、'],
    ['个人有关事项有没有说', '¶四、'],
    ['“宣讲员”是什么意思', '§三、一是'],
    ['政治素质方面', '§一、'],
    ['四、写了什么', '§四、'],
    ['第五部分有哪些数字', '数字 五、'],
    ['建章立制做了什么', '§三、二是'],
    ['涉及党风廉政建设的会议有几次', '#16次'],
    ['这篇报告分几个部分', '目录'],
    ['主要讲了什么', '摘要'],
    ['管党治党责任履行得怎么样', '§二、'],
    ['民主集中制执行情况', '无 democratic-centralism'],
    ['分管领导责任怎么落实', '§二、（二）'],
  ],
  '001': [
    ['第三部分讲了什么', '§三、'],
    ['存在什么问题', '§“反思不足”'],
    ['反思了哪些不足', '§“反思不足”'],
    ['第二个问题是什么', '§“反思不足”二是'],
    ['下一步怎么打算', '§“下一步”'],
    ['民主集中制执行得怎么样', '§三、'],
    ['媒体上稿多少篇', '#76篇'],
    ['组织了几波次领导干部下基层', '#3波次'],
    ['数字有哪些', '数字'],
    ['帮我概括一下全文', '摘要'],
    ['列个提纲', '目录'],
    ['第一部分第三点说的什么', '§一、三是'],
    ['红线底线那一点', '§一、四是'],
    ['正风肃纪做了哪些', '§四、二是'],
    ['改进作风怎么写的', '§四、一是'],
    ['班子团结', '§三、二是'],
    ['双重组织生活是怎么过的', '§三、三是'],
    ['基层组织建设抓了什么', '§二、三是'],
    ['（二）讲了什么', '选择'],
    ['二、讲了什么', '§二、'],
    ['倒数第二部分', '§三、'],
    ['第九部分讲了什么', '选择'],
    ['廉洁纪律方面的情况', '§四、'],
    ['公正用权怎么说', '§二、二是'],
    ['第四部分第一点', '§四、一是'],
    ['有没有空着的数字', '空白'],
    ['谁写的？什么职务', '作者'],
    ['学风方面', '¶一、二是'],
    ['和上一稿有什么不同', '变化'],
    ['真学真信写了什么', '§一、二是'],
  ],
  '002': [
    ['参保率是多少', '#95%以上'],
    ['城镇职工参保率多少', '#98%以上'],
    ['主题党日活动开展了多少次', '#24次'],
    ['政策宣讲搞了几场', '#36场次'],
    ['党支部学习多少次', '#10次'],
    ['集中交流研讨几次', '#10次'],
    ['职工政治理论学习次数', '#13次'],
    ['专题培训班办了几期', '#1期'],
    ['讲党课多少场次', '#12场次'],
    ['哪些数字没填', '空白'],
    ['还有哪些数空着', '空白'],
    ['问题有哪些', '§二、'],
    ['机制方面的问题', '§二、二是'],
    ['第三个问题', '§二、三是'],
    ['下一步工作打算', '§三、'],
    ['下一步怎么抓队伍建设', '§三、三是'],
    ['第一部分（四）', '§一、（四）'],
    ['第一部分的第二点', '§一、（二）'],
    ['履职情况', '§一、'],
    ['结对帮扶活动', '§一、（三）三是'],
    ['调查研究怎么开展的', '§一、（二）二是'],
    ['阳光医保', '§一、（四）四是'],
    ['提升干部素质做了什么', '§一、（三）二是'],
    ['整份报告主要内容', '摘要'],
    ['目录发我看看', '目录'],
    ['考核怎么强化的', '§一、（一）三是'],
    ['“十五分钟医保服务圈”怎么打造', '¶一、（四）二是'],
    ['原因分析有没有', '无 causes'],
    ['有什么变化', '变化'],
    ['（三）讲了什么', '§一、（三）'],
  ],
  '003': [
    ['就诊率是多少', '#90.31％'],
    ['基层就诊率多少', '#72.24％'],
    ['群众满意度是多少', '#90％以上'],
    ['参保率', '#99.85％'],
    ['追回多少基金', '#399.54万元'],
    ['罚款多少', '#109.12万元'],
    ['处理了几家定点机构', '#17家'],
    ['职工住院报销比例是多少', '#84.15％'],
    ['集采节约了多少费用', '#1.8亿元'],
    ['种植牙降了多少', '#55％'],
    ['有多少人享受赔付', '#6753人'],
    ['理赔金额', '#2866余万元'],
    ['赔付率是多少', '#89％'],
    ['困难人员综合保障率', '#86.64％'],
    ['救助金额达到多少', '#3800余万元'],
    ['扫描办办了多少件', '#4402件'],
    ['走访乡贤亲属几次', '#102次'],
    ['动员了多少家机构参加服务', '#135家'],
    ['下一步打算', '§三、'],
    ['存在的问题', '无 problems'],
    ['第五部分', '§三、'],
    ['第四部分讲了什么', '§四、'],
    ['三、讲了什么', '§三、+三、'],
    ['集采落地', '§二、（二）'],
    ['第二部分有哪些数字', '数字 二、'],
    ['全部数字', '数字'],
    ['微改革搞了什么', '¶四、'],
    ['报告的结构', '目录'],
    ['摘要', '摘要'],
    ['哪个单位的', '作者'],
  ],
  '004': [
    ['存在哪些不足', '§五、'],
    ['努力方向', '§五、'],
    ['中心组学习几次', '#12次'],
    ['民生支出多少', '#300亿元'],
    ['民生支出占比', '#八成左右'],
    ['转移支付资金争取了多少', '#50亿元'],
    ['再融资债券发行多少', '#200亿元'],
    ['直达资金支出多少', '#150元'],
    ['支出进度', '#50％'],
    ['廉政授课几次', '#2次'],
    ['调整了几名支部书记', '#10名'],
    ['督办通报多少期', '#30期'],
    ['领办了多少件实事', '#20件'],
    ['绩效评价了多少项', '#30项'],
    ['第二部分讲什么', '§二、'],
    ['第三部分（三）', '§三、（三）'],
    ['二（二）写了什么', '§二、（二）'],
    ['财源建设', '§二、（一）'],
    ['主题教育开展情况', '§一、（二）二是'],
    ['理论学习怎么抓的', '§三、（二）'],
    ['班子自身建设', '§四、（三）'],
    ['意识形态', '§一、（二）一是'],
    ['党建和业务怎么融合', '§一、（三）'],
    ['隐性债务化解', '¶二、（三）'],
    ['三保资金怎么管', '¶二、（三）'],
    ['全文讲了什么', '摘要'],
    ['有几部分', '目录'],
    ['所有数据', '数字'],
    ['改了哪些地方', '变化'],
    ['今天天气怎么样', '无 今天天气'],
  ],
};

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const samples = join(root, '../shared/samples');
const present = existsSync(join(samples, 'truth.json'));
const files: { id: string; file: string }[] = present
  ? JSON.parse(readFileSync(join(samples, 'truth.json'), 'utf8')).files
  : [];
const config = loadConfig(join(root, 'config'));

const told = (answer: Answer): string => {
  const paths = 'sections' in answer ? answer.sections.map((section) => section.path).join('+') : '';
  switch (answer.kind) {
    case 'section':
      return `§${paths}`;
    case 'figure':
      return `#${answer.figures[0]?.text}`;
    case 'passage':
      return `¶${answer.sections[0]?.path ?? ''}`;
    case 'figures':
      if (answer.figures.length === 0 || answer.figures.every((figure) => figure.state === 'blank')) return '空白';
      return answer.sections.length === 1 ? `数字 ${paths}` : '数字';
    case 'contents':
      return '目录';
    case 'summary':
      return '摘要';
    case 'author':
      return '作者';
    case 'changes':
      return '变化';
    case 'absent':
      return `无 ${answer.part}`;
    case 'unclear':
      return '选择';
    case 'gaps':
      return '缺项';
    case 'pairs':
      return '对应';
    case 'several':
      return answer.parts.map(told).join(' & ');
  }
};

describe.skipIf(!present)('questions about the sample reports (skipped where ../shared/samples is absent)', () => {
  const reports = new Map<string, AskedReport>(
    files.map(({ id, file }) => {
      const document = documentOf(readFileSync(join(samples, file), 'utf8'));
      return [
        id,
        { text: document.text, result: examine(document, config, { now: new Date('2024-01-10T00:00:00Z') }) },
      ];
    }),
  );
  const asked = Object.entries(questions).flatMap(([id, table]) =>
    table.map(([question, expected]) => {
      const report = reports.get(id);
      if (report === undefined) throw new Error(`no sample ${id}`);
      return { id, question, expected, got: told(answerQuestion(question, report)) };
    }),
  );

  it('are answered rightly in at least 95 of 100', () => {
    const wrong = asked.filter(({ expected, got }) => expected !== got);
    console.info(`${asked.length - wrong.length} of ${asked.length} questions right`);
    for (const { id, question, expected, got } of wrong)
      console.info(`  ${id} ${question}: ${got} instead of ${expected}`);
    expect(asked.length).toBeGreaterThanOrEqual(150);
    expect(wrong.length / asked.length).toBeLessThanOrEqual(0.05);
  });
});
