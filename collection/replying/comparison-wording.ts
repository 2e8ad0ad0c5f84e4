const rounded = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** What the bot says around the reports of a whole collection. */
export const tellOfAll = {
  title: '报告汇总',
  problemsTitle: '大家的报告里共同的问题',
  subtitle: (collection: string | null, count: number) =>
    `${collection === null ? '本群报告' : `《${collection}》`} · ${count} 份`,
  commonProblems: '共同的问题',
  noCommonProblems: '没有两份以上报告都写到的同类问题。',
  namedBy: (names: readonly string[], count: number, all: number) =>
    `${count}/${all} 份：${names.join('、')}${count > names.length ? ' 等' : ''}`,
  example: (text: string, name: string) => `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”（${name}）`,
  outliers: '和别人差得多的',
  outlier: (name: string, about: string, value: string) => `${name}：${about} ${value}`,
  besideMedian: (side: 'high' | 'low', median: number) =>
    `明显${side === 'high' ? '高' : '低'}于中位数 ${rounded.format(median)}`,
  more: (count: number) => `另有 ${count} 处，见表格文件`,
  pending: (count: number) => `另有 ${count} 份还在检查，没有计入。`,
  extracted: '由原文摘取',
  sheetFollows: '由原文摘取；完整的表格随后以 .xlsx 发出',
  none: '还没有可以汇总的报告。',
  fileName: (collection: string | null) => `${collection ?? '本群报告'}汇总.xlsx`,
  sheets: { reports: '各份报告', problems: '共同问题', outliers: '差异' },
  columns: {
    theme: '问题',
    count: '份数',
    name: '提交人',
    text: '原文',
    about: '项目',
    value: '数值',
    median: '中位数',
  },
} as const;
