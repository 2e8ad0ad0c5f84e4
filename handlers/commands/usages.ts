/** What the help card lists, in its order; each command's meta takes its line from here. */
export const usage = {
  deadline: '@催稿 截止 12月31日18:00：设置截止时间；只发“截止”可以查看',
  roster: '@催稿 进度（或“谁没交”）：看谁交了、谁没交、谁要改',
  check: '@催稿 重新检查：再查一遍您最近交的那一稿，或您回复的那份文件',
  wordList: '@催稿 词表：查看本群词表；组织者可以“词表 允许 某词”“词表 禁用 某词 建议 另一词”“词表 本单位名称 某某局”',
  help: '@催稿 帮助：看这张说明',
} as const;

export const usages: readonly string[] = Object.values(usage);
