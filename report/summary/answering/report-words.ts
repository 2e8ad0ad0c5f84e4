/** What people say, and what reports write for it. */
const written: readonly (readonly [string, readonly string[]])[] = [
  ['还剩', ['剩余', '剩下']],
  ['家属', ['配偶', '亲属', '子女', '家人']],
  ['案子', ['案件']],
  ['年纪', ['年龄']],
  ['老师', ['教师']],
  ['厕所', ['户厕', '旱厕', '厕']],
  ['违建', ['违法建设', '违章建筑', '违法建筑']],
  ['GDP', ['地区生产总值', '生产总值']],
  ['gdp', ['地区生产总值', '生产总值']],
  ['财政收入', ['一般公共预算收入']],
  ['社保基金', ['社会保险基金']],
  ['社保', ['社会保险', '社会保障']],
  ['医保', ['医疗保险', '医疗保障']],
  ['登不上', ['无法登录']],
  ['丢了', ['流失']],
  ['没了', ['流失']],
  ['修路', ['公路', '道路', '路']],
  ['收入', ['收益', '营收']],
  ['上访', ['信访']],
  ['举报', ['信访举报', '线索']],
  ['环境整治', ['环境']],
  ['花了', ['支出']],
  ['花', ['支出', '投入']],
  ['投了', ['投入', '投资']],
  ['买', ['购置', '采购', '购买']],
  ['招', ['招聘', '招录', '引进']],
  ['改了', ['改造']],
  ['盖', ['新建', '建成']],
  ['调研', ['调查研究']],
  ['获奖', ['奖项', '荣誉']],
  ['得奖', ['获奖', '奖项', '荣誉']],
  ['借书', ['借阅', '借书']],
  ['开会', ['召开会议', '会议']],
];

/**
 * A question as asked, and in the words of a report where it has others for the same: those first when the report lacks a
 * word that was asked, or when a number is asked for (丢了几个客户 of a report that counts 流失客户).
 */
export const inWordsOf = (text: string, asked: string, amount: boolean): string[] => {
  let words = asked;
  let lacking = false;
  for (const [said, instead] of written) {
    if (!words.includes(said)) continue;
    const used = instead.find((word) => text.includes(word));
    if (used === undefined) continue;
    if (!text.includes(said)) lacking = true;
    words = words.replaceAll(said, used);
  }
  if (words === asked) return [asked];
  return lacking || amount ? [words, asked] : [asked, words];
};
