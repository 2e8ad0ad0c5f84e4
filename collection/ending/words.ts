/** What organisers and the chat read at the end of a collection, or when they ask for its files. */
export const ledgerWords = {
  nameless: '（未署名）',
  ledgerTitle: (name: string) => `${name} 台账`,
  ledgerName: (name: string) => `${name}-台账.xlsx`,
  archiveName: (name: string, part: number, parts: number) =>
    parts > 1 ? `${name}-报告(${part}-${parts}).zip` : `${name}-报告.zip`,

  endedTitle: (name: string) => `《${name}》已截止`,
  exportTitle: (name: string) => `《${name}》台账和报告`,
  handedIn: '已交',
  passed: '合格',
  toMend: '待改',
  missing: '未交',
  late: '迟交',
  listed: (label: string, names: readonly string[], more: number) =>
    `${label} ${names.length + more}：${names.join('、')}${more > 0 ? ` 等，另有 ${more} 人` : ''}`,
  allIn: '全部交齐，辛苦各位！',
  deadline: (date: string) => `截止 ${date}`,
  packing: '打包',
  packingNow: '正在生成台账、打包报告，完成后自动发到这里。',
  sent: (archives: number, reports: number) =>
    archives === 0
      ? '台账已发到这里；还没有可以打包的报告。'
      : `台账和 ${reports} 份报告（${archives} 个压缩包）已发到这里。`,
  tooLarge: (names: readonly string[]) => `太大没能打包，请到群里下载：${names.join('、')}`,
  gone: (names: readonly string[]) => `原文件已清理，没能打包：${names.join('、')}`,
  failed: '台账或压缩包没有全部发出，请稍后在群里发“@催稿 导出”再试。',
  chatHint: '还没有交的请尽快补交；台账和报告会私聊发给组织者。',
  chatDone: '台账和报告会私聊发给组织者。',
  notReached: '没能私聊到组织者。请组织者先私聊我一句话，再在群里发“@催稿 导出”。',

  toastExport: '好的，台账和报告马上私聊发给您',
  exporting: '台账和报告正在生成，完成后私聊发给您。',
  organisersOnly: '只有组织者、群主或群管理员可以导出',
} as const;
