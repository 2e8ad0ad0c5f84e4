import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../config/load.ts';
import { documentOf } from '../../testing/builders/report-document.ts';
import { examine } from '../examine.ts';
import { type AskedReport, answerQuestion } from './answer.ts';

const config = loadConfig(join(dirname(fileURLToPath(import.meta.url)), '../../config'));
const reportOf = (...lines: string[]): AskedReport => {
  const text = lines.join('\n');
  return { text, result: examine(documentOf(text), config, { now: new Date('2023-01-10T00:00:00Z') }) };
};

const first = [
  '某镇副镇长2022年个人述职报告',
  '现将一年来的情况报告如下：',
  '一、学习情况',
  '全年参加集中学习14次。',
  '二、工作情况',
  '（一）水利工作。修复堤坝5处，灌溉保证率达到85%。',
  '（二）安全工作。排查隐患36处。',
  '三、存在的问题',
  '一是调研不够深入。二是创新意识不强。',
];
const report = reportOf(...first);

describe('an answer', () => {
  it('quotes a section line by line with places', () => {
    expect(answerQuestion('第二部分（一）讲了什么？', report)).toEqual({
      kind: 'section',
      sections: [{ path: '二、（一）', title: '水利工作', start: 58, end: 84 }],
      lines: [{ text: '修复堤坝5处，灌溉保证率达到85%', start: 66, end: 83, place: '二、（一）第1段' }],
      figures: report.result.summary.sections[1]?.figures.slice(0, 2),
    });
  });

  it('tells a figure by its name, with the sentence it stands in', () => {
    expect(answerQuestion('灌溉保证率是多少', report)).toMatchObject({
      kind: 'figure',
      sections: [{ path: '二、（一）' }],
      lines: [{ text: '（一）水利工作。修复堤坝5处，灌溉保证率达到85%'.slice(8) }],
      figures: [{ text: '85%', value: 85, unit: '%', what: '灌溉保证率' }],
    });
  });

  it('names a part the report does not have and offers the sections', () => {
    expect(answerQuestion('下一步打算是什么', report)).toMatchObject({
      kind: 'absent',
      part: 'plans',
      choices: [
        { path: '一、', title: '学习情况' },
        { path: '二、', title: '工作情况' },
        { path: '三、', title: '存在的问题' },
      ],
    });
  });

  it.each([
    ['a question whose words cannot be told back', '工资涨了没'],
    ['a section that does not exist', '第八部分讲了什么'],
    ['a number no section has', '（九）讲了什么'],
    ['no words at all', '？'],
  ])('is unclear for %s', (_, question) => {
    expect(answerQuestion(question, report).kind).toBe('unclear');
  });

  it('says what the report does not tell', () => {
    expect(answerQuestion('有没有提到疫情防控', report)).toMatchObject({ kind: 'absent', part: '疫情防控' });
    expect(answerQuestion('疫情防控做了哪些工作', report)).toMatchObject({ kind: 'absent', part: '疫情防控' });
  });

  it('finds what paragraphs tell under 德能勤绩廉', () => {
    const teacher = reportOf(
      '2022年个人工作总结',
      '德：遵守职业道德规范，全年参加师德培训20学时。',
      '能：承担县级公开课2节，撰写教学论文3篇。',
      '廉：不收受家长礼品，从来不搞有偿家教。',
    );
    expect(answerQuestion('能这一项怎么样', teacher)).toMatchObject({ kind: 'section', sections: [{ title: '能' }] });
    expect(answerQuestion('廉那块', teacher)).toMatchObject({ lines: [{ text: '不收受家长礼品，从来不搞有偿家教' }] });
  });

  it('takes no figure for one of another name', () => {
    const town = reportOf('2022年工作总结', '一、民生工作', '全镇居民人均可支配收入达到2.1万元。');
    expect(answerQuestion('人均可支配收入多少', town).kind).toBe('figure');
    expect(answerQuestion('居民人均寿命多少', town).kind).not.toBe('figure');
  });

  it('says that a number it was asked for is not told, with what is told of the matter', () => {
    expect(answerQuestion('调研不够深入的有多少人', report)).toMatchObject({
      kind: 'passage',
      withoutNumber: true,
      lines: [{ text: '一是调研不够深入' }],
    });
    expect(answerQuestion('修复堤坝几处', report)).not.toHaveProperty('withoutNumber');
  });

  it.each([
    ['谁写的', 'author'],
    ['什么职务', 'author'],
    ['年度水利工作怎么样', 'section'],
    ['谁负责修复堤坝', 'figure'],
  ])('%s asks for the %s', (question, kind) => {
    expect(answerQuestion(question, report).kind).toBe(kind);
  });

  it('lists blank figures only when asked for', () => {
    expect(answerQuestion('哪些数字没填', report)).toMatchObject({ kind: 'figures', figures: [] });
    expect(answerQuestion('有哪些数字', report)).toMatchObject({
      kind: 'figures',
      figures: [{ text: '14次' }, { text: '5处' }, { text: '85%' }, { text: '36处' }],
    });
  });

  it.each([
    '第二部分讲了什么',
    '存在哪些问题',
    '全文摘要',
    '目录',
    '排查了多少隐患',
    '创新意识',
    '学习情况怎么样',
    '谁写的',
  ])('to %s quotes nothing that is not in the text', (question) => {
    const answer = answerQuestion(question, report);
    const lines = 'lines' in answer ? answer.lines : [];
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      for (const clause of line.text.split(/[；，]/u)) expect(report.text).toContain(clause);
    }
  });

  it('never throws, whatever is asked', () => {
    const alphabet = [...'第一二三部分（）、？多少几次率问题打算的了吗数字“”@甲 \n12，。[](*+'];
    let seed = 3;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    for (let round = 0; round < 300; round += 1) {
      const question = Array.from({ length: random(30) }, () => alphabet[random(alphabet.length)]).join('');
      expect(() => answerQuestion(question, report)).not.toThrow();
    }
  });
});

describe('what changed since the version before', () => {
  const second = reportOf(
    ...first.slice(0, 3),
    '全年参加集中学习16次。',
    ...first.slice(4, 8),
    '一是调研不够深入。二是创新意识不强。三是督促检查偏少。',
    '四、下一步打算',
    '一是多下村调研。二是学习外地经验。',
  );

  it('names sections added, removed and rewritten, and figures changed', () => {
    const answer = answerQuestion('和上一稿有什么不同', second, report);
    expect(answer.kind === 'changes' ? answer.changes : null).toMatchObject({
      added: [{ path: '四、', title: '下一步打算' }],
      removed: [],
      rewritten: [{ section: { path: '一、' } }, { section: { path: '三、' } }],
      figures: {
        added: [],
        removed: [],
        changed: [{ what: '参加集中学习', before: { text: '14次' }, after: { text: '16次' } }],
      },
    });
    const back = answerQuestion('改了什么', report, second);
    expect(back.kind === 'changes' ? back.changes?.removed.map((section) => section.path) : null).toEqual(['四、']);
  });

  it('tells sections that moved, were renamed or changed below, and numbers filled in', () => {
    const draft = reportOf(
      '某镇副镇长2022年个人述职报告',
      '一、学习情况',
      '全年参加集中学习14次，召开座谈会次。',
      '二、工作情况',
      '（一）水利工作。修复堤坝5处，灌溉保证率达到85%。',
      '（二）安全工作。排查隐患36处，整改到位，消防演练覆盖全部村组。',
      '三、廉洁自律情况',
      '严格遵守廉洁自律各项规定，没有违规违纪行为。',
    );
    const next = reportOf(
      '某镇副镇长2022年个人述职报告',
      '一、廉洁自律情况',
      '严格遵守廉洁自律各项规定，没有违规违纪行为。',
      '二、学习情况',
      '全年参加集中学习14次，召开座谈会6次。',
      '三、工作情况',
      '（一）水利工作。修复堤坝5处，灌溉保证率达到85%。',
      '（二）安全生产工作。排查隐患39处，整改到位，消防演练覆盖全部村组。',
    );
    const answer = answerQuestion('和上一稿有什么不同', next, draft);
    expect(answer.kind === 'changes' ? answer.changes : null).toMatchObject({
      added: [],
      removed: [],
      moved: [{ section: { path: '一、' }, from: { path: '三、' } }],
      rewritten: [{ section: { path: '二、' } }, { section: { path: '三、（二）' }, oldTitle: '安全工作' }],
      figures: {
        added: [],
        removed: [],
        changed: [
          { what: '召开座谈会', before: { state: 'blank' }, after: { text: '6次' } },
          { what: '排查隐患', before: { text: '36处' }, after: { text: '39处' } },
        ],
      },
    });
  });

  it('counts findings fixed, left and new by rule and words', () => {
    const answer = answerQuestion('改了哪些地方', second, report);
    const findings = answer.kind === 'changes' ? answer.changes?.findings : undefined;
    const before = report.result.findings.length + report.result.missing.length;
    const after = second.result.findings.length + second.result.missing.length;
    expect([(findings?.fixed ?? 0) + (findings?.left ?? 0), (findings?.left ?? 0) + (findings?.added ?? 0)]).toEqual([
      before,
      after,
    ]);
    expect(findings?.fixed).toBeGreaterThan(0);
  });

  it('tells that there is none', () => {
    expect(answerQuestion('和上一稿有什么不同', report)).toEqual({ kind: 'changes', changes: null });
  });
});
