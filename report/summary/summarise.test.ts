import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../config/load.ts';
import type { Finding } from '../../core/finding.ts';
import { overlaps } from '../../core/span.ts';
import { documentOf } from '../../testing/builders/report-document.ts';
import { examine } from '../examine.ts';
import { readStructure } from '../structure/read-structure.ts';
import { summarise } from './summarise.ts';
import { standsIn, verified } from './verify.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const config = loadConfig(join(root, 'config'));
const summaryOf = (text: string, findings: readonly Finding[] = []) => {
  const document = documentOf(text);
  return summarise(document, readStructure(document, config), findings, config.wording.boilerplate);
};

const report = [
  '2022年个人述职报告',
  '本人现任某镇副镇长，分管水利工作。现将情况报告如下：',
  '一、坚持学习为先，以新思想践行新使命',
  '（一）抓好理论学习。坚持以习近平新时代中国特色社会主义思想为指导，组织集中学习14次，撰写心得8篇。',
  '（二）抓好业务学习。参加防汛培训3期。',
  '二、扎实推进水利建设',
  '修复堤坝5处，新建泵站2座，完成投资860万元，灌溉保证率从60%提高到85%。',
  '三、存在的问题',
  '一是调研次数不多。到村走访偏少。二是档案管理薄弱。资料归集不及时。',
  '四、下一步打算',
  '一是多到村里走访调研。每月走访不少于两个村。二是推进项目前期工作。',
].join('\n');

describe('the summary of a report', () => {
  const summary = summaryOf(report);

  it('has a gist of one sentence and at most 60 characters', () => {
    expect(summary.gist).toBe(
      '汇报坚持学习为先、推进水利建设、抓好理论学习，查找调研次数不多、档案管理薄弱等问题，提出多到村里走访调研等打算。',
    );
  });

  it('has one digest per top-level section, without slogans in headlines', () => {
    expect(summary.sections.map(({ number, title, gist }) => ({ number, title, gist }))).toEqual([
      { number: '一、', title: '坚持学习为先', gist: '抓好理论学习；抓好业务学习' },
      { number: '二、', title: '扎实推进水利建设', gist: '完成投资860万元' },
      { number: '三、', title: '存在的问题', gist: '调研次数不多；档案管理薄弱' },
      { number: '四、', title: '下一步打算', gist: '多到村里走访调研；推进项目前期工作' },
    ]);
  });

  it('tells figures with what they count', () => {
    expect(summary.sections.map((section) => section.figures.map((figure) => `${figure.what}=${figure.text}`))).toEqual(
      [
        ['组织集中学习=14次', '撰写心得=8篇', '参加防汛培训=3期'],
        ['修复堤坝=5处', '新建泵站=2座', '完成投资=860万元', '灌溉保证率=60%', '灌溉保证率=85%'],
        [],
        [],
      ],
    );
  });

  it('pairs every problem with the plan that answers it and leaves the others open', () => {
    expect(summary.pairs?.map(({ problem, plan }) => [problem.text, plan?.text ?? null])).toEqual([
      ['调研次数不多', '多到村里走访调研'],
      ['档案管理薄弱', null],
    ]);
  });

  it('lists blank and doubtful figures as such', () => {
    const text = '2022年工作总结\n一、工作\n召开会议次，办结案件30件，支出150元。';
    const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
    const finding = (rule: string, words: string): Finding => ({
      rule,
      severity: 'must',
      message: '',
      excerpt: words,
      suggestion: null,
      basis: null,
      ...at(words),
    });
    const found = summaryOf(text, [finding('blank-figure', '会议次'), finding('amount-out-of-line', '150元')]);
    expect(
      found.sections[0]?.figures.map(({ text: words, value, unit, state }) => ({ words, value, unit, state })),
    ).toEqual([
      { words: '会议次', value: null, unit: '次', state: 'blank' },
      { words: '30件', value: 30, unit: '件', state: 'sound' },
      { words: '150元', value: 150, unit: '元', state: 'doubtful' },
    ]);
  });

  it('tells problems and plans of a report without headings for them', () => {
    const text = `2022年个人述职报告\n一、工作\n修路3公里。\n回顾一年，还存在一些不足：学习不够深入；调研不够扎实。\n下一步，我将加强学习，多到基层调研。`;
    expect(
      summaryOf(text).sections.map(({ roles, points }) => [
        roles[0],
        points.map((point) => `${point.kind} ${point.text}`),
      ]),
    ).toEqual([
      ['duties', []],
      ['problems', ['problem 学习不够深入', 'problem 调研不够扎实']],
      ['plans', ['plan 加强学习，多到基层调研']],
    ]);
  });

  it.each([
    [
      'headings that could stand anywhere give way to what stands below them',
      '2022年工作总结\n一、主要工作情况\n（一）河道整治。清淤12公里。\n（二）农田灌溉。新修渠道8条。\n二、存在的问题\n人手不足。',
      '汇报河道整治、农田灌溉，查找人手不足等问题。',
    ],
    [
      'a long sentence tells its problems clause by clause',
      '2022年工作总结\n一、工作\n修路3公里。\n二、存在的问题\n在肯定成绩的同时，我们也清醒看到，城区排水、供热等领域还有短板，老旧小区停车困难，部分干部作风不实，少数窗口办事效率不高，重点项目推进较慢，群众反映的噪声问题没有根本解决，等等。',
      '汇报修路3公里，查找城区排水、供热等领域还有短板等问题。',
    ],
    [
      'what was done about problems is none',
      '2022年工作总结\n一、工作\n一是正视问题，划清责任田。逐项销号12项。二是修整道路，方便出行。修路3公里。\n二、存在的问题\n人手不足，材料报送慢。',
      '汇报正视问题、修整道路，查找人手不足等问题。',
    ],
    [
      'what opens paragraphs stands for headings',
      '2022年个人述职报告\n德的方面：遵守师德规范，没有有偿补课行为，家访32户。\n能的方面：参加市级培训4次，上公开课3节，听课41节。\n勤的方面：全年没有迟到早退，批改作文1960篇，坚持晚自习辅导。',
      '汇报家访32户、参加市级培训4次、批改作文1960篇。',
    ],
  ])('%s', (_, text, gist) => {
    expect(summaryOf(text).gist).toBe(gist);
  });

  it('shows what opens paragraphs without the signs of bold type', () => {
    const text =
      '2022年工作总结\n一、自身建设\n**加强学习。**全年组织集中学习14次，交流发言30人次。\n**改进作风。**全年下村调研60天，解决难题12个。\n二、打算\n多下村。';
    const [first] = summaryOf(text).sections;
    expect(first?.gist).toBe('加强学习；改进作风');
  });

  it('takes every item of a list of problems, and no cause for one', () => {
    const text =
      '2022年工作总结\n一、工作\n修路3公里。\n二、存在的问题\n主要是：党员老化，年轻人留不住；产业路子窄，只靠一样；村务公开慢。究其原因，主要是谋划不够。\n三、明年打算\n下一步，我们将吸引年轻人回村，再建冷库1座。';
    expect(
      summaryOf(text).sections.flatMap(({ points }) => points.map(({ kind, text: words }) => `${kind} ${words}`)),
    ).toEqual([
      'problem 党员老化，年轻人留不住',
      'problem 产业路子窄，只靠一样',
      'problem 村务公开慢',
      'plan 吸引年轻人回村，再建冷库1座',
    ]);
  });

  it('names 德能勤绩廉 in the gist', () => {
    const text =
      '2022年个人工作总结\n本人系某小学教师，担任班主任，现将一年情况总结如下。\n德：遵守职业道德规范，关心爱护学生。\n能：承担公开课2节，撰写教学论文。\n廉：不收受家长礼品，不搞有偿家教。';
    expect(summaryOf(text).gist).toBe('汇报德、能、廉。');
  });

  it('pairs by rare words, short as they are, and what is left in order where plans are as many', () => {
    const text =
      '2022年工作总结\n一、存在的问题\n（一）学习不够系统，以干代学。\n（二）对竞品了解不够，丢了订单。\n（三）斗争精神不强。\n二、下一步打算\n（一）每周集中学习半天。\n（二）每月做一次竞品分析。\n（三）加强队伍建设。';
    expect(summaryOf(text).pairs?.map(({ problem, plan }) => [problem.text, plan?.text ?? null])).toEqual([
      ['学习不够系统，以干代学', '每周集中学习半天'],
      ['对竞品了解不够，丢了订单', '每月做一次竞品分析'],
      ['斗争精神不强', '加强队伍建设'],
    ]);
    const fewer = text.replace('\n（三）加强队伍建设。', '');
    expect(summaryOf(fewer).pairs?.map(({ plan }) => plan?.text ?? null)).toEqual([
      '每周集中学习半天',
      '每月做一次竞品分析',
      null,
    ]);
  });

  it('works on a text without any heading', () => {
    expect(summaryOf('某日记事\n今天修好了3盏路灯，大家都很高兴。').sections.map((section) => section.title)).toEqual([
      '开头',
    ]);
  });
});

describe('robustness', () => {
  it.each([
    ['sections with figures', '一、工作\n召开会议30次，办结案件12件。\n'],
    ['points', '一是学习不够深入，组织培训3期；'],
    ['figures', '走访群众30户、'],
    ['changes', '从1月的86%提高至10月的93%，'],
    ['lists without an end', '甲、乙、丙分别达1%和2%、'],
    ['quotation marks', '“《'],
    ['digits', '1234567890'],
  ])('takes time in proportion to the length for %s', (_, piece) => {
    const text = `2022年工作总结\n一、存在的问题\n${piece.repeat(Math.ceil(200_000 / piece.length))}`;
    const document = documentOf(text);
    const structure = readStructure(document, config);
    const started = process.cpuUsage();
    const summary = summarise(document, structure, [], config.wording.boilerplate);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(8_000);
    expect(summary.gist.length).toBeLessThanOrEqual(60);
  });

  it('never throws for random characters, and every figure stands at its place', () => {
    const alphabet = [...'一二三、。（）()1290.年月次场元万亿％“”：；，首先其次问题下步打算从至提高分别达是共\n　XA余'];
    let seed = 5;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    for (let round = 0; round < 300; round += 1) {
      const text = Array.from({ length: random(300) }, () => alphabet[random(alphabet.length)]).join('');
      const figures = summaryOf(text).sections.flatMap((section) => section.figures);
      expect(figures.filter((figure) => text.slice(figure.start, figure.end) !== figure.text)).toEqual([]);
    }
  });
});

describe('verification', () => {
  it.each([
    ['a number as a whole', '会议16次', '组织会议16次', true],
    ['a number inside another', '会议16次', '2016年的会议', false],
    ['a quoted name', '“某某行动”', '开展“某某行动”三个月', true],
    ['an invented name', '《某某办法》', '开展“某某行动”三个月', false],
  ])('%s', (_, words, text, expected) => {
    expect(standsIn(words, text)).toBe(expected);
  });

  it('drops whatever does not stand in the text', () => {
    const text = '一、工作\n办结30件。';
    const figure = { value: 30, unit: '件', what: '办结', start: 7, end: 10 };
    const section = {
      number: '一、',
      title: '工作9',
      roles: [],
      gist: '办结40件',
      points: [
        { text: '办结30件', kind: 'action' as const, start: 5, end: 10 },
        { text: '新建', kind: 'action' as const, start: 5, end: 10 },
      ],
      figures: [
        { ...figure, text: '30件' },
        { ...figure, text: '31件' },
        { ...figure, text: '30件', what: '收到' },
      ],
      start: 0,
      end: text.length,
    };
    expect(verified({ gist: '办结99件', sections: [section] }, text)).toEqual({
      gist: '',
      sections: [
        {
          ...section,
          title: '',
          gist: '',
          points: [{ text: '办结30件', kind: 'action', start: 5, end: 10 }],
          figures: [{ ...figure, text: '30件' }],
        },
      ],
    });
  });
});

const samples = join(root, '../shared/samples');
const present = existsSync(join(samples, 'truth.json'));
interface Truth {
  readonly files: readonly {
    readonly id: string;
    readonly file: string;
    readonly keyFigures: readonly { readonly start: number; readonly end: number; readonly raw: string }[];
  }[];
}
const truth: Truth = present ? JSON.parse(readFileSync(join(samples, 'truth.json'), 'utf8')) : { files: [] };

describe.skipIf(!present)('summaries of the sample reports (skipped where ../shared/samples is absent)', () => {
  it.each(truth.files.map((file) => [file.id, file] as const))('%s has its key figures and a fit length', (_, file) => {
    const document = documentOf(readFileSync(join(samples, file.file), 'utf8'));
    const { summary } = examine(document, config, { now: new Date('2024-01-10T00:00:00+08:00') });
    const figures = summary.sections.flatMap((section) => section.figures);
    expect(file.keyFigures.filter((wanted) => !figures.some((figure) => overlaps(figure, wanted)))).toEqual([]);
    expect(figures.filter((figure) => document.text.slice(figure.start, figure.end) !== figure.text)).toEqual([]);
    const length = summary.sections
      .flatMap((section) => [
        section.title,
        ...section.points.map((point) => point.text),
        ...section.figures.map((figure) => `${figure.what ?? ''}${figure.text}`),
      ])
      .join('').length;
    expect(length / document.text.length).toBeGreaterThan(0.12);
    expect(length / document.text.length).toBeLessThan(0.25);
  });
});
