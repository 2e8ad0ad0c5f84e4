import type { Span } from '../../core/span.ts';
import { folded } from '../dates/characters.ts';
import { type Field, fieldAt } from '../requirements/field.ts';

const ENDING = '(?:部|办公室|办|科|处|室|组|委|局|中心|支部|党委|纪委|党总支|书记|同志|本群|群里|群内)';
const VERB = '(?:报送?|送|交|发送?|提交|上交|反馈|上报|汇总)';
const END = `${ENDING}(?![\\p{Script=Han}]{0,2}(?:部|办公室|处|科|局|委))`;
const sent = new RegExp(`${VERB}(?:至|到|给|于)\\s?([\\p{Script=Han}()]{0,14}${END})`, 'u');
/** Without 至 the words that follow may be what is handed in. */
const sentPlainly = new RegExp(
  `${VERB}((?![至到给于送]|[^。，,；;\\n]{0,8}(?:报告|总结|材料|情况|纸质|电子|版|一份))[\\p{Script=Han}]{1,10}${END})`,
  'u',
);
const toThem = new RegExp(`向([\\p{Script=Han}()]{0,10}${END})${VERB}`, 'u');
const WINDOW = 160;
const mail = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/u;

/** To whom the reports go: 报送至党委办公室, 发到本群, or an address; what stands after the deadline counts most. */
export const readRecipient = (text: string, deadline: Span | null): Field<string> | null => {
  const words = folded(text);
  if (deadline !== null) {
    const near = officeIn(words.slice(deadline.end, deadline.end + WINDOW), deadline.end, 0.9);
    if (near !== null) return near;
  }
  const anywhere = officeIn(words, 0, 0.75);
  if (anywhere !== null) return anywhere;
  const address = mail.exec(words);
  return address === null ? null : fieldAt(address[0], address.index, address[0], 0.8);
};

const officeIn = (words: string, offset: number, confidence: number): Field<string> | null => {
  const matches = [sent, sentPlainly, toThem].flatMap((pattern) => {
    const match = pattern.exec(words);
    return match?.[1] === undefined ? [] : [{ at: match.index + match[0].indexOf(match[1]), office: match[1] }];
  });
  const [first] = matches.sort((one, other) => one.at - other.at);
  return first === undefined ? null : fieldAt(first.office, offset + first.at, first.office, confidence);
};
