/** What the help card lists, in its order; each command's meta takes its line from here. */
export const usage = {
  newCollection: '@催稿 新建收集：填表开始一项收集；也可以把收稿通知直接发给我',
  deadline: '@催稿 截止 12月31日18:00：设置或修改截止时间；只发“截止”可以查看',
  roster: '@催稿 进度（或“谁没交”）：看谁交了、谁没交、谁要改',
  withdraw: '@催稿 撤回：撤回您最近交的那一稿，或您回复的那一稿',
  final: '@催稿 终稿：把您最近的一稿标记为终稿',
  exempt: '@催稿 免交 @成员甲 借调：不再向他收稿，也不再提醒（组织者）',
  leave: '@催稿 请假 @成员甲：这次请假，不再提醒（组织者）',
  unexempt: '@催稿 取消免交 @成员甲：恢复收稿（组织者）',
  return: '@催稿 退回 @成员甲 缺少下一步打算：退回修改（组织者）',
  rename: '@催稿 改名 2026年度述职报告：给收集改名（组织者）',
  close: '@催稿 结束收集：不再提醒和计入（组织者）',
  check: '@催稿 重新检查：再查一遍您最近交的那一稿，或您回复的那份文件',
  wordList: '@催稿 词表：查看本群词表；组织者可以“词表 允许 某词”“词表 禁用 某词 建议 另一词”“词表 本单位名称 某某局”',
  shared: '@催稿 雷同：比对每个人最新的一稿，相同段落私聊发给您（组织者）',
  help: '@催稿 帮助：看这张说明',
} as const;

export const usages: readonly string[] = Object.values(usage);
