import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../config/load.ts';
import { packageRoot } from '../../config/package-root.ts';
import { documentOf } from '../../testing/builders/report-document.ts';
import { draftWithFaults, mendedDraft } from '../../testing/journeys/sample-reports.ts';
import { examine } from '../examine.ts';
import { type AskedReport, answerQuestion } from '../summary/answer.ts';
import { answerSection } from '../summary/answer-section.ts';
import { answerCard } from './answer-card.ts';

const config = loadConfig(`${packageRoot()}/config`);
const examined = (text: string): AskedReport => ({
  text,
  result: examine(documentOf(text), config, { now: new Date('2026-01-10T02:00:00Z') }),
});
const before = examined(draftWithFaults);
const report = examined(mendedDraft);

const cardOf = (asked: string, byModel: string | null = null) =>
  answerCard({
    revisionId: 'r-1',
    fileName: '报告.docx',
    version: 2,
    owner: '成员甲',
    report,
    answer: answerQuestion(asked, report, before),
    byModel,
  });

/** What a card shows, line by line, without markup. */
const linesOf = (card: ReturnType<typeof cardOf>): string[] =>
  card.blocks.flatMap((block): string[] => {
    if (block.kind === 'text') return [block.text.map(plain).join('')];
    if (block.kind === 'list') {
      const items = block.items.flatMap((item) => [
        item.text.map(plain).join(''),
        ...(item.detail === undefined ? [] : [item.detail.map(plain).join('')]),
      ]);
      return block.heading === undefined ? items : [block.heading, ...items];
    }
    if (block.kind === 'actions') return [block.actions.map((action) => `[${action.label}]`).join('')];
    return [];
  });
const plain = (part: unknown): string =>
  typeof part === 'string' ? part : (Object.values(part as Record<string, string>)[0] ?? '');

describe('the answer to a question', () => {
  it('names the report and whose it is', () => {
    const card = cardOf('第二部分讲了什么');
    expect([card.title, card.subtitle]).toEqual(['《2025年度述职述廉报告》第 2 稿', '成员甲 的报告']);
  });

  it.each([
    [
      '第二部分讲了什么',
      [
        '二、履行岗位职责',
        '建成乡镇文化站6个，举办群众文化活动48场，服务群众3.6万人次，场馆免费开放320天 （第二部分第1段）',
        '由原文摘取',
      ],
    ],
    [
      '总结一下存在的问题',
      [
        '四、存在的问题和不足',
        '理论学习不够深入，联系实际不够紧密 （第四部分一是）',
        '深入基层调研偏少 （第四部分二是）',
        '对分管科室的日常监督抓得不够紧 （第四部分三是）',
        '由原文摘取',
      ],
    ],
    [
      '文化活动多少场',
      [
        '举办群众文化活动48场',
        '建成乡镇文化站6个，举办群众文化活动48场，服务群众3.6万人次，场馆免费开放320天 （第二部分第1段）',
        '由原文摘取',
      ],
    ],
    [
      '目录',
      [
        '目录',
        '一、加强理论学习',
        '二、履行岗位职责',
        '三、廉洁自律情况',
        '四、存在的问题和不足',
        '一是理论学习不够深入，联系实际不够紧密　二是深入基层调研偏少　三是对分管科室的日常监督抓得不够紧',
        '五、下一步打算',
        '一是坚持每月集中学习一次　二是每季度到基层调研不少于两次　三是落实一岗双责，抓好日常监督',
      ],
    ],
    ['哪些数字没填', ['没有找到这样的数字。', '由原文摘取']],
    [
      '民主集中制执行得怎么样',
      [
        '这份报告里没有找到“执行民主集中制情况”这一部分。可以点下面看别的部分：',
        '[一、加强理论学习][二、履行岗位职责][三、廉洁自律情况][四、存在的问题和不足][五、下一步打算][全文摘要]',
      ],
    ],
    [
      '年终奖金发了多少',
      [
        '这份报告里没有提到“年终奖金”。可以点下面看别的部分：',
        '[一、加强理论学习][二、履行岗位职责][三、廉洁自律情况][四、存在的问题和不足][五、下一步打算][全文摘要]',
      ],
    ],
    [
      '和上一稿有什么不同',
      [
        '和上一稿相比',
        '新增的部分',
        '四、存在的问题和不足',
        '五、下一步打算',
        '改写的部分',
        '二、履行岗位职责 97% 的字句没有变',
      ],
    ],
  ])('“%s”', (asked, expected) => {
    // How many findings there are is the rules' business.
    expect(linesOf(cardOf(asked)).filter((line) => !line.startsWith('字数'))).toEqual(expected);
  });

  it('sets the words of a model before those of the text and says so', () => {
    expect(linesOf(cardOf('第二部分讲了什么', '建成文化站6个。'))).toEqual([
      '建成文化站6个。',
      '由大模型概括，已核对数字',
      '二、履行岗位职责',
      '建成乡镇文化站6个，举办群众文化活动48场，服务群众3.6万人次，场馆免费开放320天 （第二部分第1段）',
      '由原文摘取',
    ]);
  });

  it('shows no more of a button than the section it opens', () => {
    const card = cardOf('年终奖金发了多少');
    const [, actions] = card.blocks;
    const first = actions?.kind === 'actions' ? actions.actions[0] : undefined;
    expect(first?.value).toEqual({ revision: 'r-1', at: String(mendedDraft.indexOf('一、加强理论学习')) });
    expect(answerSection(report, Number(first?.value.at))).toEqual(answerQuestion('第一部分讲了什么', report));
    expect(answerSection(report, 1)).toBeNull();
  });
});

describe('a message that asks several things, or what is lacking', () => {
  it('is answered part by part', () => {
    expect(linesOf(cardOf('目录，群众文化活动多少场'))).toEqual([
      '目录',
      ...linesOf(cardOf('目录')).slice(1),
      ...linesOf(cardOf('群众文化活动多少场')),
    ]);
  });

  it('shows the plan below every problem, or that there is none', () => {
    const { pairs = [] } = report.result.summary;
    const lines = linesOf(cardOf('问题怎么解决'));
    expect([lines[0], lines.length, lines.at(-1)]).toEqual(['问题和对应的打算', 2 + 2 * pairs.length, '由原文摘取']);
    expect(pairs.length).toBeGreaterThan(0);
  });

  it('names the parts that are missing, with the reason', () => {
    const lines = linesOf(cardOf('还有哪些没写'));
    const { missing } = report.result;
    expect(lines).toEqual([`缺少的部分 ${missing.length} 项`, ...missing.map(({ name, why }) => `${name} ${why}`)]);
  });
});
