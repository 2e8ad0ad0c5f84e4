/** Slips of phone keyboards and spoken words, with what is meant; linear patterns only. */
const meant: readonly (readonly [RegExp, string])[] = [
  [/部份/gu, '部分'],
  [/[弟地](?=[一二三四五六七八九十\d]{1,3}(?:个|大|部|块|点|条|章|节|段|方))/gu, '第'],
  [/(?<=第[一二三四五六七八九十\d]大?)[快筷](?=$|[讲说写的内是那这])/gu, '块'],
  [/多[小稍]/gu, '多少'],
  [/几[此词刺](?=$|[了呢吧啊呀，,？?])/gu, '几次'],
  [/(?<![自纪法规一戒旋定韵他])律(?=$|[是多达有为怎从几呢提降到，,？?])/gu, '率'],
  [/打[蒜酸]/gu, '打算'],
  [/(?<=[有是些的么])不[走住组](?=$|之处|的?地方|[？?呢])|^不[走住组](?=[有是之的]|$)/gu, '不足'],
  [/下[部布](?=[怎咋打工计要准有做干])/gu, '下一步'],
  [/总[洁节接](?=一下|下|$)/gu, '总结'],
  [/规化/gu, '规划'],
  [/目[禄路](?=$|[发给列看有是])/gu, '目录'],
  [/摘药|栽要/gu, '摘要'],
  [/木有/gu, '没有'],
  [/咋样|肿么样|怎样/gu, '怎么样'],
  [/咋|肿么|怎莫/gu, '怎么'],
  [/啥|神马/gu, '什么'],
  [/(?<=[有存在写讲说做干是])那(?=些|几)/gu, '哪'],
];

/** Words as they were meant: without the slips of phones, in the words that questions are recognised by. */
export const asMeant = (words: string): string =>
  meant.reduce((mended, [slip, instead]) => mended.replace(slip, instead), words);
