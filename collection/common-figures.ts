import type { Figure, ResultInBrief } from '../core/report-result.ts';

/** A figure that several reports of a collection tell under one name. */
export interface FigureColumn {
  /** 学习次数, or the words the reports share. */
  readonly name: string;
  /** By report id; the largest where a report tells several. */
  readonly values: ReadonlyMap<string, Figure>;
}

interface Topic {
  readonly name: string;
  readonly what: RegExp;
  readonly unit: RegExp;
}

/** Figures organisers ask about; the first that fits names a figure. */
const topics: readonly Topic[] = [
  { name: '主题党日次数', what: /主题党日/u, unit: /^[次场期]/u },
  { name: '党课次数', what: /党课/u, unit: /^(?:[次场讲堂节]|场次)/u },
  { name: '谈心谈话次数', what: /谈话|谈心|约谈/u, unit: /^(?:人?次)/u },
  { name: '培训次数', what: /培训/u, unit: /^[次场期班轮]/u },
  { name: '学习次数', what: /学习|研讨/u, unit: /^[次场期]/u },
  { name: '会议次数', what: /会议|例会|专题会|大会/u, unit: /^[次场]/u },
  { name: '调研次数', what: /调研/u, unit: /^[次场]/u },
  { name: '检查次数', what: /检查|督查|督导|巡查/u, unit: /^[次轮]/u },
  { name: '走访户数', what: /走访|慰问|入户/u, unit: /^户/u },
  { name: '走访人数', what: /走访|慰问/u, unit: /^(?:人|名|人次)/u },
  { name: '宣讲次数', what: /宣讲|宣传/u, unit: /^(?:[次场]|场次)/u },
  { name: '志愿服务次数', what: /志愿/u, unit: /^(?:[次场]|人次)/u },
  { name: '办实事件数', what: /实事|难题|问题/u, unit: /^[件个项条]/u },
  { name: '稿件篇数', what: /稿|信息|简报|心得/u, unit: /^[篇条期]/u },
  { name: '满意度', what: /满意/u, unit: /^%/u },
];
const frame = /^(?:累计|共|组织|开展|参加|召开|举办|进行|完成|实现|撰写|先后|全年|集中|我|本人|带头|认真)+/u;

/** Figures told by at least two reports: by customary topic, else by equal words and unit. Most reports first. */
export const commonFigures = (
  reports: readonly { readonly id: string; readonly result: ResultInBrief }[],
): FigureColumn[] => {
  const columns = new Map<string, Map<string, Figure>>();
  for (const { id, result } of reports) {
    for (const figure of result.summary.sections.flatMap((section) => section.figures)) {
      const name = nameOf(figure);
      if (name === null) continue;
      const values = columns.get(name) ?? new Map<string, Figure>();
      const known = values.get(id);
      if (known === undefined || (figure.value ?? 0) > (known.value ?? 0)) values.set(id, figure);
      columns.set(name, values);
    }
  }
  return [...columns]
    .filter(([, values]) => values.size >= 2)
    .map(([name, values]) => ({ name, values }))
    .sort((a, b) => b.values.size - a.values.size || a.name.localeCompare(b.name, 'zh'));
};

const nameOf = (figure: Figure): string | null => {
  if (figure.value === null || figure.what === null || figure.unit === null) return null;
  const { what, unit } = figure;
  const topic = topics.find((candidate) => candidate.what.test(what) && candidate.unit.test(unit));
  if (topic !== undefined) return topic.name;
  const words = what.replace(frame, '');
  return words.length < 2 || words.length > 14 ? null : `${words}（${unit.replace(/^[万亿千百]+/u, '') || unit}）`;
};

const scales: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['千万', 1e7],
  ['百万', 1e6],
  ['亿', 1e8],
  ['万', 1e4],
  ['千', 1e3],
  ['百', 1e2],
];

/** A figure's value in its bare unit: 1.2 万人次 → 12000. */
export const plainValue = (figure: Figure): number => {
  const scale = scales.find(([word]) => figure.unit?.startsWith(word) === true);
  return (figure.value ?? 0) * (scale?.[1] ?? 1);
};
