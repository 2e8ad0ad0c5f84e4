import { shorten } from './quote.ts';

const file = (name: string): string => `《${shorten(name, 40)}》`;
const counted = new Intl.NumberFormat('en-US');

/** Every sentence the bot says of its own, for reading in one place; what a finding says stands with its rule. */
export const say = {
  // the result card
  version: (number: number) => `第 ${number} 稿`,
  year: (period: string) => (/^\d{4}$/u.test(period) ? `${period}年` : period),
  tagBad: (missing: number, must: number) =>
    `需修改：${[missing > 0 ? `缺 ${missing} 项` : '', must > 0 ? `必须改 ${must} 处` : ''].filter(Boolean).join('，')}`,
  tagFair: (should: number) => `可以交，建议改 ${should} 处`,
  tagGood: '没有发现问题',
  allGood: '没有发现需要改的地方，可以直接上交。辛苦了！',
  comparison: (before: number, mended: number, left: number, added: number) =>
    `上稿 ${before} 处必须改：已改 ${mended}，还剩 ${left}，新增 ${added}`,
  sameText: '这一稿和上一稿的文字完全相同。如果发错了文件，请重新发送。',
  signedBy: (name: string) => `这份报告写的是${name}。如果是替${name}交的，请回复“代交 @${name}”。`,
  characters: '字数',
  parts: '必备部分',
  must: '必须改',
  should: '建议改',
  count: (value: number) => counted.format(value),
  missing: (count: number) => `缺失 ${count} 项`,
  missingShould: '建议补：',
  mustList: (count: number) => `必须改 ${count} 处`,
  mustRest: (count: number) => `其余必须改 ${count} 处`,
  shouldFold: (count: number) => `建议改 ${count} 处`,
  hintFold: (count: number) => `提示 ${count} 处（可改可不改）`,
  summaryFold: '分段摘要',
  figuresFold: (count: number) => `数字 ${count} 个`,
  figureBlank: '（缺数字）',
  figureDoubtful: '（请核对）',
  andMore: (count: number) => `还有 ${count} 处，点“查看全部”`,
  andMoreFigures: (count: number) => `另有 ${count} 个`,
  alsoAt: (count: number) => `（全文共 ${count} 处）`,
  alikeAt: (count: number, elsewhere: readonly string[]) =>
    elsewhere.length === 0
      ? `（共 ${count} 处）`
      : `（共 ${count} 处，另见 ${elsewhere.slice(0, 3).join('；')}${elsewhere.length > 3 ? ' 等' : ''}）`,
  changeTo: (suggestion: string) => `→ ${suggestion}`,

  // a text that is no report
  notReport: '这份文件看起来不是述职、总结一类的报告，没有按报告检查，也不计入已交。',
  notReportAdvice: '如果就是要交的报告，请在标题里写明文种（例如“2026年度述职述廉报告”）后重新发送。',

  // on the way
  receivedTitle: (name: string) => `已收到${file(name)}`,
  received: '正在排队，一般一分钟内给出检查结果，结果会显示在这张卡片上。',
  receivedBehind: (ahead: number, minutes: number | null) =>
    `正在排队，前面还有 ${ahead} 份${minutes === null ? '' : `，约 ${minutes} 分钟`}。检查结果会显示在这张卡片上。`,
  checkingTitle: (name: string) => `正在检查${file(name)}`,
  checking: '正在阅读和检查，请稍候。',
  refusedTitle: (name: string) => `${file(name)}没能检查`,
  failedTitle: (name: string) => `${file(name)}暂时没能检查`,
  failed:
    '检查过程出了问题，不是您的文件有错。请稍后点“重新检查”，仍不行请联系管理员。检查完之前不计入已交；检查完后按您发送的时间算。',
  notCounted: '这份文件没有计入已交。',
  collectionUnclear: '还没有选交到哪一项。',
  downloadRefused: '没能从聊天里取到这个文件，它可能已经撤回或过期。请重新发送一次。',
  withdrawnTitle: (name: string) => `${file(name)}已撤回`,
  withdrawn: '这一稿不再计入已交。修改好后随时再发。',

  // the full list
  fullListTitle: (name: string, page: number, pages: number) =>
    `${file(name)}全部问题${pages > 1 ? `（${page}/${pages}）` : ''}`,
  fullListEmpty: '没有发现问题。',
  severity: { must: '必须改', should: '建议改', hint: '提示' },
  severityOfPart: { must: '必须补：', should: '建议补：', hint: '可以补：' },
  listed: (name: string, count: number) => `${name} ${count} 处`,

  // the annotated copy
  annotatedTitle: (count: number) => `批注版已发出，共 ${count} 处批注`,
  annotatedHow: '用 Word 或 WPS 打开上面的文件，批注就标在原文对应的字句上。改好后把新稿发到这里即可。',
  annotatedLeft: (count: number) => `另有 ${count} 处不在正文里或数量太多，没能标在原文上，请点“查看全部”。`,
  annotatedFresh: '原文件不是 .docx（或结构特殊），这一份按文字重新生成，版式与原文件不同，请在自己的原稿上修改。',
  notAnnotatedTitle: (name: string) => `没能生成${file(name)}的批注版`,
  notAnnotated: '原文件已清理，或结构太复杂。请点“查看全部”对照修改，或另存为 .docx 后重新发送。',

  // what is no problem
  waived: (count: number) => `已忽略 ${count} 处`,
  waiveTitle: (name: string) => `${file(name)}：哪些不是问题`,
  waiveHow: '选出您认为没有错的条目，可以多选。选中的不再算问题，以后的稿子里同样的词句、同样的缺项也不再提。',
  waiveNothing: '没有可以忽略的条目了。',
  waiveChoose: (count: number, page: number, pages: number) =>
    `共 ${count} 条${pages > 1 ? `，第 ${page}/${pages} 页` : ''}`,
  waiveSubmit: '这些不是问题',
  waivedChoose: (count: number) => `已忽略 ${count} 条，选错了可以恢复`,
  unwaiveSubmit: '恢复检查这些',
  pageBefore: '上一页',
  pageAfter: '下一页',
  times: (count: number) => `（${count} 处）`,

  // word lists
  wordListTitle: '词表',
  wordListEmpty: '还没有登记词语。',
  wordListOfChat: '本群',
  wordListEverywhere: '全单位',
  wordListName: { allow: '允许', deny: '禁用', 'own-name': '本单位名称' },
  listedWord: (word: string, suggestion: string | null) =>
    suggestion === null ? word : `${word}（建议 ${suggestion}）`,
  moreWords: (count: number) => ` 等，另有 ${count} 个`,
  wordListHistory: '最近改动',
  wordListHow:
    '组织者可以发：词表 允许 某词；词表 禁用 某词 建议 另一词；词表 本单位名称 某某局；词表 删除 某词。几个词用空格隔开。',
  wordListChanged: '词表已更新',
  wordListUnchanged: '词表没有改动',
  wordListPut: (everywhere: boolean, list: string, words: readonly string[], suggestion: string | null) =>
    `${everywhere ? '全单位：' : ''}${list}${words.map((word) => `“${word}”`).join('')}${suggestion === null ? '' : `，建议“${suggestion}”`}`,
  wordListRemove: (everywhere: boolean, words: readonly string[]) =>
    `${everywhere ? '全单位：' : ''}删除${words.map((word) => `“${word}”`).join('')}`,
  wordListEffect: {
    allow: '报告里的这些词不再当作问题。',
    deny: '报告里出现这些词，会列入“建议改”。',
    'own-name': '这些名称按本单位对待，不会当作写错或别的单位。',
  },
  wordListFromNowOn: '之后检查的稿子按新词表；已经检查过的，请在卡片上点“重新检查”。',
  wordListNotYours: '只有组织者、群主或群管理员可以修改词表。',
  wordListNotEverywhere: (id: string) =>
    `全单位的词表只能由机器人管理员指定的人修改。需要的话，请把您的编号 ${id} 告诉机器人管理员，由他登记。`,
  wordListNotThere: '词表里没有这些词，发送“词表”可以查看。',
  wordListFull: (most: number) => `词表最多 ${most} 个词，请先删除不用的。`,
  wordListRefused: {
    unclear: '没看懂要做什么。',
    'no-word': '没有写是哪个词。',
    'too-short': '每个词至少两个字，一个字会误伤太多。',
    'too-long': '每个词最多 40 个字，请只写词语本身。',
    'too-many': '一次最多 20 个词，请分几次发。',
  },

  // passages that reports share
  sharedWithOthers: (count: number, characters: number) =>
    count === 1
      ? `与本群另一份报告有 ${counted.format(characters)} 字相同，请确认是自己写的`
      : `与本群另外 ${count} 份报告有相同段落，最多的一份有 ${counted.format(characters)} 字相同，请确认是自己写的`,
  sharedWithOwn: (period: string, characters: number) =>
    `与您 ${period}的报告有 ${counted.format(characters)} 字相同，请确认都是今年的情况`,
  sharedTitle: (compared: number, pairs: number) =>
    pairs === 0 ? `比对了 ${compared} 份报告，没有雷同` : `比对了 ${compared} 份报告，${pairs} 对有相同段落`,
  sharedNone: '没有两份报告有 60 字以上相同的段落（大家都写的套话和统一模板不算）。',
  sharedHow: '下面是两两之间 60 字以上的相同段落，大家都写的套话和统一模板不算。这条消息只发给您。',
  sharedPair: (a: string, b: string, characters: number) => `${a} ↔ ${b}　共 ${counted.format(characters)} 字相同`,
  sharedCharacters: (characters: number) => `${counted.format(characters)} 字`,
  fromTo: (from: string, to: string) => `${from}至${to}`,
  sharedFold: (pairs: number) => `雷同：${pairs} 对报告有相同段落`,
  sharedFoldHow: '下面是两两之间 60 字以上的相同段落，大家都写的套话和统一模板不算。',
  sharedFoldRest: (count: number) => `另有 ${count} 对，在群里发“@催稿 雷同”可看`,
  morePairs: (count: number) => `另有 ${count} 对，相同的字数更少`,
  morePassages: (count: number) => `另有 ${count} 段`,
  sharedCommandTitle: '雷同检查',
  sharedGroupOnly: '雷同要在收稿的群里查：请在群里 @我。',
  sharedNotYours: '只有组织者、群主或群管理员可以查雷同。',
  sharedOnTheWay: '正在比对本群每个人最新的一稿，结果会私聊发给您。',
  sharedNotPrivate: '结果没能私聊发给您。请先给我发一条私聊消息，再到群里发“雷同”。',

  // final versions and versions sent back
  tagFinal: '终稿',
  tagReturned: '已退回',
  returnedBecause: (reason: string) => `组织者退回：${reason}`,

  // buttons
  markFinal: '标记为终稿',
  unmarkFinal: '取消终稿',
  sendBack: '退回',
  waive: '这不是问题…',
  annotatedCopy: '下载批注版',
  recheck: '重新检查',
  fullList: '查看全部',
  rosterButton: '谁没交',
  helpButton: '怎么用',

  // answers to clicks
  toastRecheck: '收到，正在重新检查，结果会更新在这张卡片上',
  toastAnnotated: '好的，批注版马上发出',
  toastAnnotatedBefore: '这一稿的批注版已经发过，请在上面的消息里找',
  toastNothingToAnnotate: '没有问题可批注',
  toastWaive: '请在下面的卡片里选择',
  toastWaiveNotYours: '只有作者或组织者可以忽略或恢复问题',
  toastWaiveNone: '请先选择条目',
  toastWaived: (count: number) => `已忽略 ${count} 条，正在更新检查结果`,
  toastUnwaived: (count: number) => `已恢复 ${count} 条，正在更新检查结果`,
  toastFullList: '好的，完整清单马上发出',
  toastRoster: '好的，马上发出',
  toastNotYours: '只有作者或组织者可以重新检查这份报告',
  toastOtherChat: '请到报告所在的群里操作',
  toastGone: '这份报告已经撤回，或太久没有用到，请重新发送文件',
  toastUnknown: '这个按钮已经失效，请重新发送文件或 @我',
  toastTrouble: '刚才没有处理成功，请再点一次',

  // greeting and help
  greetingTitle: '大家好，我是催稿',
  greeting:
    '把述职述廉、述责述廉、抓党建述职、工作总结等报告的初稿直接发到群里，我会检查缺项和错误，给出分段摘要和截止提醒。',
  greetingHow: [
    '直接发送文件（Word、WPS、PDF、OFD、txt 或扫描图片都行）；没有反应时，请回复那条文件消息并 @我',
    '也可以私聊把文件发给我，只有您看得到',
    '组织者发送“@催稿 新建收集”，或把收稿通知发到群里，就可以开始收稿和提醒',
  ],
  helpTitle: '可以这样用',
  forOrganisers: '（组织者）',
  helpOrganisers: '组织者还可以',
  unknown: '没看懂这句话。可以这样用：',
  unknownPerhaps: (name: string) => `没看懂这句话。是要发“${name}”吗？也可以这样用：`,
  thanksTitle: '不客气',
  thanks: '有需要随时 @我。',
  helloTitle: '您好，我在',
  hello: '把报告直接发到群里，我就检查；发送“帮助”可以看全部用法。',
  helpUpload: '发送报告文件，或回复一条文件消息并 @我：检查这份报告',
  noFile: '您回复的消息里没有文件。请回复报告文件本身并 @我，或直接把文件发出来。',
  nothingToCheck: '请把报告文件发到群里，或回复一条文件消息并 @我，我就检查。',
  recheckTitle: (name: string) => `正在重新检查${file(name)}`,
  rechecking: '结果会更新在原来的卡片上。',
  downloadOfOthers: '没能读到您回复的那条消息：它可能已撤回，或机器人没有读群消息的权限。请私聊把文件发给我。',

  // deadline and roster
  deadlineSetTitle: '截止时间已设好',
  deadlineSet: '到期前我会在工作时间提醒还没有交的人；收稿进度有一张卡片，有人交稿会自动更新。',
  deadlineSoon: '离截止不到 24 小时，我会在工作时间尽快提醒还没有交的人。',
  deadlineTitle: '截止时间',
  deadlineNone: '本群还没有设置截止时间。发送“@催稿 截止 12月31日18:00”即可设置。',
  deadlineRefusedTitle: '截止时间没有改动',
  deadlineNotAllowed: '只有组织者、群主或群管理员可以修改截止时间。',
  deadlineGroupOnly: '截止时间要在群里设置：请把我加进群，在群里 @我。',
  collectionName: '本群报告',
  rosterTitle: '收稿进度',
  rosterProgress: '已交',
  rosterPassed: '合格',
  rosterMending: '待改',
  rosterStillMissing: '未交',
  rosterMissing: (names: readonly string[]) => `未交 ${names.length}：${names.join('、')}`,
  rosterToMend: (names: readonly string[]) => `待改 ${names.length}：${names.join('、')}`,
  rosterAllIn: '全部交齐，辛苦各位！',
  rosterUnavailable: '没能取到群成员名单，请稍后再试。',
  rosterGroupOnly: '进度要在群里查：请在收稿的群里 @我。',
  nameless: '（未署名）',
} as const;
