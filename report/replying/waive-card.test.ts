import { describe, expect, it } from 'vitest';
import { sampleFinding, samplePart, sampleResult, sampleText } from '../../testing/builders/report-result.ts';
import { waivedPart } from '../checking/waiving.ts';
import { waivable, waiveCard } from './waive-card.ts';

const findings = [
  sampleFinding('，，', { severity: 'hint', message: '标点重复' }),
  sampleFinding('党的XX大', { message: '大会名称被遮去' }),
  sampleFinding('党的XX大', { message: '大会名称被遮去' }),
];
const waivers = [{ rule: 'some-rule', phrase: '群众300户，，办结率达到%' }];
const cardOf = (change: Partial<Parameters<typeof waiveCard>[0]> = {}) =>
  waiveCard({
    revisionId: 'r1',
    fileName: '报告.docx',
    result: sampleResult({ findings }),
    text: sampleText,
    waivers: [],
    page: 0,
    ...change,
  });
const fieldsOf = (card: ReturnType<typeof cardOf>) =>
  card.blocks.flatMap((block) => (block.kind === 'form' ? block.fields : []));
const labelsOf = (card: ReturnType<typeof cardOf>) =>
  fieldsOf(card).map((field) => [field.label, field.kind === 'choice' ? field.options.map(({ label }) => label) : []]);

describe('the card to say what is no problem', () => {
  it('lists each phrase once, the gravest first', () => {
    expect(labelsOf(cardOf())).toEqual([
      [
        '共 2 条',
        [
          '必须改｜一、第1段 “认真学习党的XX大精神” 大会名称被遮去（2 处）',
          '提示｜二、第1段 “…群众300户，，办结率达到%” 标点重复',
        ],
      ],
    ]);
  });

  it('offers to take back what was waived, also what the stored result has set aside already', () => {
    const hint = findings[0] ?? sampleFinding('，，');
    const aside = sampleResult({ findings: findings.slice(1), waived: [hint] });
    for (const result of [sampleResult({ findings }), aside]) {
      expect(labelsOf(cardOf({ result, waivers }))).toEqual([
        ['共 1 条', ['必须改｜一、第1段 “认真学习党的XX大精神” 大会名称被遮去（2 处）']],
        ['已忽略 1 条，选错了可以恢复', ['提示｜二、第1段 “…群众300户，，办结率达到%” 标点重复']],
      ]);
    }
    expect(waivable(aside, sampleText, waivers).waived).toMatchObject([{ rule: 'some-rule', findings: [hint] }]);
  });

  it('lists missing parts before findings of the same weight, and takes them back', () => {
    const part = samplePart('存在的问题');
    const result = sampleResult({ findings, missing: [part] });
    const [missing, must, hint] = [
      '必须补：存在的问题 办法第五条',
      '必须改｜一、第1段 “认真学习党的XX大精神” 大会名称被遮去（2 处）',
      '提示｜二、第1段 “…群众300户，，办结率达到%” 标点重复',
    ];
    expect(labelsOf(cardOf({ result }))).toEqual([['共 3 条', [missing, must, hint]]]);
    expect(labelsOf(cardOf({ result, waivers: [waivedPart('duty-integrity', part)] }))).toEqual([
      ['共 2 条', [must, hint]],
      ['已忽略 1 条，选错了可以恢复', [missing]],
    ]);
  });

  it('has twenty to a page and turns the pages', () => {
    const many = Array.from({ length: 45 }, (_, at) => sampleFinding('党的XX大', { rule: `rule-${at}` }));
    const pages = [0, 1, 2, 9].map((page) => cardOf({ result: sampleResult({ findings: many }), page }));
    const sizes = pages.map((card) => labelsOf(card).map(([label, options]) => [label, options?.length]));
    expect(sizes).toEqual([
      [['共 45 条，第 1/3 页', 20]],
      [['共 45 条，第 2/3 页', 20]],
      [['共 45 条，第 3/3 页', 5]],
      [['共 45 条，第 3/3 页', 5]],
    ]);
    const turns = pages.map((card) =>
      card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions.map(({ value }) => value.page) : [])),
    );
    expect(turns).toEqual([['1'], ['0', '2'], ['1'], ['1']]);
  });

  it('says so when nothing is left', () => {
    expect(cardOf({ result: sampleResult() }).blocks).toEqual([{ kind: 'text', text: ['没有可以忽略的条目了。'] }]);
  });
});
