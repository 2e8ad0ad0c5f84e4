/** Every sentence about running a collection, for reading in one place. */
export const tell = {
  // what a collection is
  deadline: '截止',
  kind: '文种',
  audience: '谁要交',
  demands: '要求',
  contents: '内容',
  fileName: '文件名',
  formats: '格式',
  year: (year: number) => `${year}年`,
  anyKind: '不限文种',
  everybody: (count: number | null) => (count === null ? '全员' : `全员 ${count} 人`),
  everybodyBut: (names: string, count: number | null) =>
    `除${names}外的全员${count === null ? '' : `，共 ${count} 人`}`,
  chosen: (names: string, count: number) => `${names}，共 ${count} 人`,
  andOthers: (names: string) => `${names}等`,
  characters: (min: number | undefined, max: number | undefined) =>
    min !== undefined && max !== undefined
      ? `${min}—${max} 字`
      : max === undefined
        ? `不少于 ${min} 字`
        : `${max} 字以内`,
  problemShare: (share: number) => `存在的问题不少于全文 ${Math.round(share * 100)}%`,
  noDeadline: '还没有定',
  left: (time: string) => `还有 ${time}`,
  over: '已过',

  // a collection starts, changes, ends
  startedTitle: (name: string) => `开始收集《${name}》`,
  startedHow: '请各位把报告直接发到群里，我会检查后回复。到期前会提醒还没有交的人。',
  changedTitle: (name: string) => `《${name}》已改`,
  closedTitle: (name: string) => `《${name}》已结束收集`,
  closed: '不再提醒，之后发来的报告也不再计入。',
  closedMeanwhile: '这项收集刚刚已经结束。要继续收稿，请发送“@催稿 新建收集”重新开始。',
  renamedTitle: (from: string, to: string) => `《${from}》改名为《${to}》`,
  edit: '修改',
  close: '结束收集',
  closeConfirm: '结束后不再提醒，也不再计入新交的报告。确定结束吗？',
  roster: '谁没交',

  // history entries
  historyDeadline: (date: string) => `截止时间改为 ${date}`,
  historyName: (name: string) => `改名为《${name}》`,
  historyKind: (name: string) => `文种改为${name}`,
  historyAudience: (who: string) => `要交的人改为${who}`,
  historyLength: (length: string) => `字数改为${length}`,
  historyFileName: (pattern: string) => `文件名改为${pattern}`,
  historyClosed: '结束收集',
  historyBotLeft: '机器人离开群聊，收集结束',
  historyBotBack: '机器人回到群聊，继续收集',
  goesOn: (names: readonly string[]) =>
    `继续收集${names.map((name) => `《${name}》`).join('、')}，之前交的都还在。不再收的请点“结束收集”或发送“@催稿 结束收集”。`,
  noLimit: '不限',

  // the form
  formTitle: '新建收集',
  formEditTitle: (name: string) => `修改《${name}》`,
  formName: '名称，例如：2026年度述职述廉报告',
  formKind: '文种',
  formDeadline: '截止时间',
  formAudience: '谁要交',
  formPeople: '选人（“只收选中的人”“除选中的人外”时填写）',
  formMin: '最少字数',
  formMax: '最多字数',
  formFileName: '文件命名，例如：单位+姓名+文种',
  formCreate: '开始收集',
  formSave: '保存',
  audienceAll: '全员',
  audienceChosen: '只收选中的人',
  audienceExempt: '除选中的人外的全员',
  needName: '请填写名称，例如：2026年度述职述廉报告',
  longName: '名称请不要超过 60 个字',
  needDeadline: '请选择截止时间',
  pastDeadline: '截止时间已经过去，请选一个以后的时间',
  farDeadline: '截止时间太远了，请核对年份',
  needPeople: '请选出具体的人，或把“谁要交”改为全员',
  badCount: (label: string) => `${label}请只填数字，例如 3000`,
  countOrder: '最少字数不能比最多字数大',

  // a draft waiting for somebody's word
  draftTitle: '这是一份收稿通知吗？',
  draftFrom: (file: string) => `从《${file}》里读到这些，请组织者核对：`,
  draftFromText: '从这段通知里读到这些，请组织者核对：',
  draftStart: '按此开始收集',
  draftEdit: '修改',
  draftDrop: '不是通知',
  draftDroppedTitle: '好的，没有开始收集',
  draftDropped: '需要时发送“@催稿 新建收集”，或把通知发给我。',
  questionTitle: '请确认截止时间',
  heard: (name: string) => `收集《${name}》`,

  // which one
  pickTitle: '是哪一项收集？',
  pick: (command: string) => `本群有几项收集正在进行，“${command}”是指：`,
  pickUpload: (file: string) => `《${file}》是交到哪一项的？点一下就开始检查。`,
  noneTitle: '没有正在进行的收集',
  none: '发送“@催稿 收集2026年度述职述廉报告，12月31日18:00前，全员”即可开始，也可以发送“@催稿 新建收集”填表。',

  // what people ask of a collection
  requirementsTitle: '收稿要求',
  standingTitle: '交稿情况',
  standingNotAsked: '不用交',
  standingWho: '群里没有找到这个人，请 @ 他再问一次。',
  laterTitle: '想晚点交',
  laterAsk: '延期由组织者来定，请和组织者说一声：',
  laterHow: '（组织者发送“截止 新时间”可以给大家延期）',
  leaveAskTitle: '请假由组织者来定',
  leaveAsk: (name: string) => `${name}想请假，请组织者看一下：`,
  leaveHow: (name: string, collection: string) =>
    `同意的话请发送“请假 @${name}”，之后《${collection}》不再向其收稿和提醒。`,

  // refusals
  groupOnly: '收集要在群里进行：请把我加进群，在群里 @我。',
  notAllowedTitle: '没有改动',
  notAllowed: '只有这项收集的组织者、群主或群管理员可以这样做。需要的话请联系他们。',
  startNotAllowed: '只有群主、群管理员或组织者可以按通知开始收集。需要的话请联系他们。',
  whoTitle: '没有改动',
  whoExempt: '请 @ 出要免交的人，例如：@催稿 免交 @成员甲',
  whoReturn: '请 @ 出要退回的人并写明原因，例如：@催稿 退回 @成员甲 缺少下一步打算',
  newName: '请写上新名称，例如：@催稿 改名 2026年度述职报告',
  notAsked: (names: string) => `${names}本来就不在要交的人里。`,

  nudgeSpared: (names: string) => `${names}已经交了，或者不用交，没有催。`,

  // people of a collection
  exemptTitle: (names: string) => `${names}免交`,
  leaveTitle: (names: string) => `${names}请假`,
  excusedBody: (name: string, reason: string) =>
    `《${name}》不用交，也不再提醒${reason === '' ? '' : `（${reason}）`}。`,
  exemptBack: '要恢复请发送“取消免交 @某人”。',
  leaveBack: '要恢复请发送“取消请假 @某人”。',
  unexemptTitle: (names: string) => `${names}恢复要交`,
  unexemptBody: (name: string) => `《${name}》照常向他们收稿和提醒。`,
  notExempt: (names: string) => `${names}没有免交，不用恢复。`,
  historyExempt: (names: string, reason: string) => `免交：${names}${reason === '' ? '' : `（${reason}）`}`,
  historyLeave: (names: string, reason: string) => `请假：${names}${reason === '' ? '' : `（${reason}）`}`,
  historyUnexempt: (names: string) => `取消免交：${names}`,
  historyReturned: (who: string, version: number, reason: string) =>
    `退回：${who}第 ${version} 稿${reason === '' ? '' : `（${reason}）`}`,
  historyWithdrawn: (who: string, version: number) => `${who}撤回第 ${version} 稿`,
  historyFinal: (who: string, version: number) => `${who}把第 ${version} 稿标记为终稿`,

  excuse: '免交…',
  excuseTitle: (name: string) => `《${name}》谁可以不交`,
  excusePeople: '选人',
  excuseDecision: '怎么处理',
  excuseReason: '原因，可以不填',
  decisionExempt: '免交',
  decisionLeave: '请假',
  decisionAskAgain: '恢复要交',
  needSomebody: '请先选人',

  // sending back
  returnTitle: (who: string, version: number) => `退回${who}的第 ${version} 稿`,
  returnReason: '退回的原因，会告诉作者',
  returnSubmit: '退回',
  returnedTitle: (version: number) => `第 ${version} 稿被退回`,
  returnedBody: ' 请修改后重新发送，发来新稿就不再算退回。',
  returnedReason: (reason: string) => `原因：${reason}`,
  returnedNothing: (names: string) => `${names}还没有交，没有可退回的稿子。`,
  needReason: '请写明退回的原因',

  // handing in for somebody else
  handedInForTitle: (file: string, name: string) => `《${file}》算${name}交的`,
  handedInFor: (name: string, version: number) => `这是${name}的第 ${version} 稿，正在按${name}重新检查。`,
  whoHandsIn: '请 @ 出是替谁交的（一次一位），例如：@催稿 代交 @成员甲；也可以回复那条文件消息这样说。',
  nothingToHandIn: '请先在群里发出文件，再说是替谁交的；或回复那条文件消息。',
  handInNotYours: '只有发文件的人或组织者可以说这是替谁交的。',
  historyHandedInFor: (by: string, name: string, version: number) => `${by}代${name}交第 ${version} 稿`,

  // final versions and withdrawing
  finalTitle: (file: string) => `《${file}》已标记为终稿`,
  finalBody: '汇总时以这一稿为准。之后再发新稿，请重新标记。',
  nothingFinal: '您还没有检查完的稿子可以标记。请先把报告发到这里。',
  withdrawnTitle: (file: string) => `《${file}》已撤回`,
  withdrawnBody: '这一稿不再计入已交。',
  withdrawnBefore: (version: number) => `现在以第 ${version} 稿为准。`,
  nothingToWithdraw: '您没有可以撤回的稿子。',
  withdrawNotYours: '只能撤回自己交的稿子；组织者可以用“退回”。',

  // answers to clicks
  toastStarted: '好的，开始收集',
  toastAlready: '这项收集已经开始了',
  toastDropped: '好的，不按通知处理',
  toastSettled: '已经有人处理过了',
  toastForm: '请在卡片里填写',
  toastSaved: '已保存',
  toastClosed: '已结束收集',
  toastGone: '这项收集已经结束，请看群里最新的卡片',
  toastNotAllowed: '只有组织者、群主或群管理员可以这样做',
  toastNotAuthor: '只有作者本人可以这样做',
  toastNotAsker: '请由提问的人来选，或由组织者来选',
  toastNotUploader: '请由交稿的人来选，或由组织者来选',
  toastNoDeadline: '还没有截止时间，请点“修改”补上',
  toastPicked: '好的',
  toastPickedUpload: '好的，开始检查',
  toastReturned: '已退回，会告诉作者',
  toastFinal: '已标记为终稿',
  toastUnfinal: '已取消终稿',
  toastStale: '作者已经交了新的一稿，请看新稿',
} as const;

/** Names in a row; beyond `most` only as many and 等. */
export const namesText = (names: readonly string[], most = 20): string =>
  names.length <= most ? names.join('、') : tell.andOthers(names.slice(0, most).join('、'));
