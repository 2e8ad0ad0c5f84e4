import { isHan } from '../../../core/trigram-table.ts';
import type { Remark, Rule, RuleInput } from '../rule.ts';
import type { Word } from '../words.ts';

const doubled =
  /(?<!目)的的(?!确)|(?<!不)了了(?![解然之])|(?<!实|自|存|现|好)在在(?!线|场|职|校|建|册|岗|编|外|家|乎|京|野|押|营|产)|(?<!求)是是(?!非)|和和(?!气|平|谐|睦|美|解|声|顺)|与与(?!会|时)|将将(?!军|领|帅|士)|对对(?!口|外|内|方|策|象|标|照|接|比|应|联|流|手|偶|子)|(?<!行|作|认|成|以|变|转|称|定|列|评|视)为为(?!民|何|期|首|主|人|官|政)|(?<!一|主|重|需|必|首|紧|纪|摘|概)要要(?!求|素|件|害|道|闻|职|领|务|点)|被被|并并(?!联|购|轨|网|入|存)|使使(?!用|命)|把把(?!握|关|控)|我我|从从(?!严|业|事|此|容|而|来|政|优|重|快|速|简|轻|头|紧|属)|(?<!埃|普|涉|波|危|顾|触|提)及及(?!时|格|早)|或或|等等等+|进行进行|开展开展|工作工作(?!者|日|组|队|站|室|方|量|人|报|经|作|部|会)|我们我们|认真认真|积极积极|努力努力|推进推进|推动推动|促进促进|完成完成|措施措施|改进改进|存在存在|严格严格|不断不断|落实落实(?!再|、|落)|加强加强|提高提高|进一步进一步|切实切实|深入深入|全面全面|坚持坚持|发展发展|建设建设|学习学习(?!再|、|强|贯|习|教|党|型|会|小|领)|管理管理|服务服务(?!业|员|商|中|站|型|队|区|平|企|费|机|器|台|类|贸|群)|问题问题|情况情况|党员党员(?!干|队|领|同|群|教|管|发|志|先|代|大|承|权|义|活|责|示|突|服|积|户|名)|干部干部(?!，|队|人|培|管|任|选|作|监|考|教|交|职|群)|群众群众(?!性|工|路|利|满|反|关)/g;

export const rule: Rule = {
  meta: {
    id: 'doubled-word',
    title: '字词重复',
    basis: null,
    severity: 'must',
    family: 'wording',
    fragile: 'characters',
    examples: {
      good: [
        '的的确确办成了一批实事。',
        '深入学习学习强国平台内容。',
        '对对口帮扶地区开展调研。',
        '等等。',
        '一件一件抓落实，学习、学习、再学习。',
        '高架桥桥下，工作工作人员。',
        '为为民服务打下基础。',
      ],
      bad: [
        { text: '这是群众的的期盼。', found: ['的的'] },
        { text: '认真进行进行整改。', found: ['进行进行'] },
        { text: '切实切实加强管理。', found: ['切实切实'] },
        { text: '明确今后努力努力方向。', found: ['努力努力'] },
        { text: '我们要不断不断努力。', found: ['不断不断'] },
        { text: '开展宣讲宣讲活动，一年来，一年来，成效明显。', found: ['宣讲宣讲', '一年来，一年来'] },
        { text: '通过学习、调研、走访、调研、座谈等方式掌握情况。', found: ['调研'] },
      ],
    },
  },
  *check(input) {
    for (const match of input.index.matches(doubled)) {
      const words = match[0];
      yield {
        start: match.index,
        end: match.index + words.length,
        message: `“${words}”重复`,
        suggestion: words.slice(0, words.length / 2),
      };
    }
    yield* saidTwice(input);
    yield* listedTwice(input);
  },
};

/** Characters of what may have been typed or pasted twice. */
const longest = 8;

/** Whatever word or phrase follows itself, with or without a comma between: 一年来，一年来，. */
function* saidTwice({ text, index }: RuleInput): Iterable<Remark> {
  const latest = new Int32Array(0xa000).fill(-longest - 2);
  for (let again = 0; again < text.length; again += 1) {
    const code = text.charCodeAt(again);
    if (!isHan(code)) continue;
    const at = latest[code] as number;
    latest[code] = again;
    const length = again - at > longest + 1 ? 0 : repeated(text, at, again);
    if (length === 0) continue;
    const end = again + length;
    const words = text.slice(at, at + length);
    const around = text.slice(Math.max(0, at - 2), end + 2);
    const apart = at + length < again;
    if (!emphatic.test(around) && (apart || (!oneByOne.test(around) && twoWords(index.wordsAt(at), at, length)))) {
      yield { start: at, end, severity: 'should', message: `“${words}”说了两遍`, suggestion: words };
    }
    again = end - 1;
  }
}

/** How many Chinese characters at one place are said again at another, with a comma between or none; 0 where none are. */
const repeated = (text: string, at: number, again: number): number => {
  const pause = isPause(text.charCodeAt(again - 1));
  const words = text.slice(at, pause ? again - 1 : again);
  if (words.length < 2 || !/^[一-龥]+$/.test(words) || !text.startsWith(words, again)) return 0;
  return !pause || standsAlone(text, at, again + words.length) ? words.length : 0;
};

/** 东南亚、南亚 and 建成设施农业，设施农业面积扩大 say nothing twice. */
const standsAlone = (text: string, start: number, end: number): boolean =>
  !isHan(text.charCodeAt(start - 1)) && text[start] !== '第' && /[，。、；的在]/.test(text[end] ?? '');

const isPause = (code: number): boolean => code === 0xff0c || code === 0x3001;

/** 学习、学习、再学习; 学习强国 is a name. */
const emphatic = /再|学习学习强|(.)\1/;
/** 一件一件; 某县某县镇 is the name of a town. */
const oneByOne = /[一几每逐半很越]|[省市州县区镇乡村].?$/;

/** Both copies are made of whole words: 发展发展 is, 高架桥桥下 and 工作工作人员 are not. */
const twoWords = (words: readonly Word[], at: number, length: number): boolean =>
  [at, at + length, at + 2 * length].every((border) =>
    words.some(({ start, end }) => start === border || end === border),
  );

/** An item that a list has twice: 学习、调研、走访、调研. The first item, whose beginning is unsure, is not looked at. */
function* listedTwice({ index }: RuleInput): Iterable<Remark> {
  let items: string[] = [];
  let end = -1;
  for (const { 0: item, index: at } of index.matches(/、[一-龥]{2,8}(?=[、等，。；])/g)) {
    if (at !== end) items = [];
    end = at + item.length;
    const words = item.slice(1);
    if (items.includes(words) && items.at(-1) !== words) {
      yield { start: at + 1, end, severity: 'hint', message: `并列各项里“${words}”出现了两次` };
    }
    items.push(words);
  }
}
