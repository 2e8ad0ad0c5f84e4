import { folded } from '../dates/characters.ts';
import { type Field, fieldAt } from '../requirements/field.ts';

const ENDING = '(?:部|办公室|办|科|处|室|组|委|局|中心|支部|党委|纪委|党总支|书记|同志|本群|群里|群内)';
const VERB = '(?:报送?|送|交|发送?|提交|上交|反馈|上报|汇总)';
const sent = new RegExp(`${VERB}(?:至|到|给|于)\\s?([\\p{Script=Han}()]{0,12}${ENDING})`, 'u');
/** Without 至 the words that follow may be what is handed in. */
const sentPlainly = new RegExp(
  `${VERB}((?![^。，,；;\\n]{0,8}(?:报告|总结|材料|情况|纸质|电子|版|一份))[\\p{Script=Han}]{1,6}${ENDING})`,
  'u',
);
const mail = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/u;

/** To whom the reports go: 报送至党委办公室, 发到本群, or an address. */
export const readRecipient = (text: string): Field<string> | null => {
  const words = folded(text);
  const match = sent.exec(words) ?? sentPlainly.exec(words);
  if (match?.[1] !== undefined) return fieldAt(match[1], match.index + match[0].indexOf(match[1]), match[1], 0.85);
  const address = mail.exec(words);
  return address === null ? null : fieldAt(address[0], address.index, address[0], 0.8);
};
