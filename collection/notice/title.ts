import { type Field, fieldAt } from '../requirements/field.ts';

export interface NoticeTitle {
  readonly field: Field<string>;
  /** How much a title like this speaks for a notice, 0 to 0.6. */
  readonly notice: number;
}

const HEAD = 1500;
const wholeNotice = /关于[^。\n]{2,60}?(?:\n[^。\n]{1,40}?)?的?\s?(?:紧急|补充)?(?:通知|函|提示|公告|提醒|预通知)/u;
const endsAsNotice = /(?:通知|函|提示|温馨提醒|提醒|公告|工作安排|任务安排)(?:[（(][^）)\n]{1,12}[）)])?\s*$/u;
const plainNotice = /^\s*[【[]?\s?(?:紧急|补充|会议)?(?:通\s{0,4}知|提\s{0,4}醒)\s?[】\]]?\s*[:：]?/u;

/** The title of a notice: 关于…的通知, possibly over two lines, a line that ends with 通知, or 【通知】. */
export const readTitle = (text: string): NoticeTitle | null => {
  const head = text.slice(0, HEAD);
  const about = wholeNotice.exec(head);
  if (about !== null && head.slice(0, about.index).split('\n').length <= 8 && !quotedIn(head, about.index)) {
    const start = head.lastIndexOf('\n', about.index) + 1;
    const words = head.slice(start, about.index + about[0].length);
    return { field: fieldAt(words.replace(/\s+/gu, ''), start, words, 0.95), notice: 0.6 };
  }
  let offset = 0;
  for (const line of head.split('\n').slice(0, 6)) {
    if (endsAsNotice.test(line) && line.trim().length <= 60)
      return {
        field: fieldAt(line.trim(), offset + line.length - line.trimStart().length, line.trim(), 0.9),
        notice: 0.6,
      };
    const plain = plainNotice.exec(line);
    if (plain !== null)
      return { field: fieldAt(line.trim().slice(0, 40), offset, line.slice(0, 40), 0.6), notice: 0.5 };
    offset += line.length + 1;
  }
  const called = /^(?:各[^：:\n]{1,40}|[^：:\n]{0,12}(?:同志|大家|老师|同事)[^：:\n]{0,12})[:：，,]/mu.exec(head);
  return called === null ? null : { field: fieldAt(called[0], called.index, called[0], 0.3), notice: 0.3 };
};

/** 按照《关于…的通知》 is another notice, cited. */
const quotedIn = (head: string, at: number): boolean =>
  /[《“][^》”\n]{0,40}$/u.test(head.slice(Math.max(0, at - 41), at));
