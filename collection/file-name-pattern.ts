/** What a naming rule may speak of, how it is written, and the words people use for it. */
const placeholders = [
  {
    key: 'unit',
    word: '单位',
    said: /^(?:.{0,4}(?:单位|部门|支部|科室|处室|学院|公司)(?:名称|全称|简称)?)$/u,
  },
  { key: 'name', word: '姓名', said: /^(?:.{0,6}姓名|本人姓名|名字|述职人)$/u },
  { key: 'post', word: '职务', said: /^(?:职务|岗位|职位|现任职务)$/u },
  { key: 'year', word: '年度', said: /^(?:年度|年份|\d{4}年?)$/u },
  { key: 'kind', word: '文种', said: /^(?:文种|报告名称|材料名称|报告类型|材料类型|文件类型|文种名称)$/u },
  { key: 'title', word: '标题', said: /^(?:标题|报告标题|题目)$/u },
] as const;

export type FileNamePart = (typeof placeholders)[number]['key'];

/** The marks that join the parts of a rule, as the inside of a character class. */
export const fileNameJoints = '+＋\\-—–_';

/** 单位+姓名+文种 → {unit}+{name}+{kind}, as `Requirements.fileName` keeps it; other words stay as they are. */
export const fileNamePattern = (words: string): string =>
  words
    .split(new RegExp(`(\\s?[${fileNameJoints}]\\s?)`, 'u'))
    .map((token, index) => {
      if (index % 2 === 1) return token.trim();
      const known = placeholders.find(({ said }) => said.test(token));
      return known === undefined ? token : `{${known.key}}`;
    })
    .join('');

/** {unit}+{name}+{kind} as people write it: 单位+姓名+文种. */
export const fileNameText = (pattern: string): string =>
  pattern.replace(/\{([a-z]+)\}/gu, (whole, key: string) => placeholders.find((one) => one.key === key)?.word ?? whole);

/** A rule with its placeholders filled; one that is not known goes together with the mark that joins it. */
export const filledPattern = (pattern: string, parts: Readonly<Record<FileNamePart, string | null>>): string => {
  const tokens = pattern.split(new RegExp(`([${fileNameJoints}])`, 'u'));
  let result = '';
  for (let at = 0; at < tokens.length; at += 2) {
    const token = tokens[at] ?? '';
    const words = token
      .replace(/\{([a-z]+)\}/gu, (_, key: string) => {
        const part = placeholders.find((one) => one.key === key);
        return part === undefined ? '' : (parts[part.key] ?? '');
      })
      .trim();
    if (words === '') continue;
    result += result === '' ? words : `${tokens[at - 1] ?? ''}${words}`;
  }
  return result;
};
