import type { Found } from '../../core/report-structure.ts';

const announcement =
  /(?:现将|现就|现对|下面[，,]?[^。，]{0,10}?[将就对]|对)(?:我|本人|个人|自己|本单位|我局|我单位|支部|党支部)*([^。：]{2,60}?)(?:向[^。：]{1,24}?)?(?:简要)?(报告|汇报|总结|述职|剖析|检查)?(?:情况)?如下/u;
const performance = /作(?:一?简要)?(汇报|述职|总结|报告)/u;

/** What the body calls the report: the words between 现将 and 如下, or the bare 汇报 of 作简要汇报. */
export const readBodyName = (text: string, start: number, end: number): Found<string> | null => {
  const opening = text.slice(start, Math.min(end, start + 1500));
  const found = announcement.exec(opening);
  if (found !== null) {
    const words = found[1] ?? '';
    const tail = found[2] ?? '';
    const own = words.replace(/^(?:20\d{2}年度?|一年来|近年来|近期|全年|有关|相关|的|，)+/u, '');
    const offset = found.index + found[0].indexOf(words) + (words.length - own.length);
    const named = /[述职廉责纪]$/u.test(own) && tail !== '' ? own + tail : own;
    if (own.length >= 2) return { value: named, start: start + offset, end: start + offset + named.length };
  }
  const performed = performance.exec(opening);
  if (performed === null) return null;
  const word = performed[1] ?? '';
  const at = start + performed.index + performed[0].length - word.length;
  return { value: word, start: at, end: at + word.length };
};
