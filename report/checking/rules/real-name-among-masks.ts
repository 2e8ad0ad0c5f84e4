import type { Remark, Rule, RuleInput } from '../rule.ts';
import { posts, surnames } from '../surnames.ts';
import { taggedWordsOf } from '../words.ts';

/** A text with fewer stand-ins is not taken as anonymised. */
const consistently = 6;

export const rule: Rule = {
  meta: {
    id: 'real-name-among-masks',
    title: '隐去姓名的文稿里留有真名',
    basis: null,
    severity: 'should',
    family: 'mask',
    reportsOnly: true,
    examples: {
      good: ['李四书记到村里调研。', 'XX县XX局XX科会同XX镇、XX村、XX社区，XX书记带队。'],
      bad: [
        {
          text: 'XX局2023年党建工作总结\nXX局会同XX镇、XX村、XX社区、XX公司开展服务，由李四局长授牌。',
          found: ['李四局长'],
        },
        {
          text: 'XX局2023年党建工作总结\nXX局会同XX镇、XX村、XX社区、XX公司，赴苏州市学习。',
          found: ['苏州'],
        },
      ],
    },
  },
  *check(input) {
    if (input.index.masks.length < consistently) return;
    yield* people(input);
    yield* places(input);
  },
};

const post = new RegExp(posts, 'g');
const office = /[党总支组委区市县镇乡村局厅部院校团站所队会科处室第一各级任该由向让为以和与及对的]/;

function* people({ text, index }: RuleInput): Iterable<Remark> {
  for (const match of index.matches(post)) {
    const name = nameBefore(text, match.index);
    if (name === null || name === '习近平') continue;
    const start = match.index - name.length;
    const whole = index.wordsAt(start).find((word) => word.start <= start && word.end > start);
    if (whole !== undefined && (whole.start < start || (whole.text.length > 1 && whole.end < match.index))) continue;
    yield {
      start,
      end: match.index + match[0].length,
      message: `其他姓名、单位都已隐去，这里留有真名“${name}”，请统一`,
    };
  }
}

/** Two or three characters that read as a name. */
const nameBefore = (text: string, at: number): string | null => {
  for (const length of [3, 2]) {
    const name = text.slice(Math.max(0, at - length), at);
    if (name.length === length && surnames.has(name[0] ?? '') && /^[一-龥]+$/.test(name) && !office.test(name.slice(1)))
      return name;
  }
  return null;
};

/** In texts longer than any report only the beginning is looked at. */
const longest = 30_000;

function* places(input: RuleInput): Iterable<Remark> {
  const { text, context, index, structure } = input;
  const known = new Set(context.wording.places);
  const from = structure.title?.end ?? 0;
  const promising = sentencesWithPlaces(input);
  for (const sentence of index.sentences) {
    if (sentence.start < from || !promising.has(sentence.start)) continue;
    if (sentence.start > longest) return;
    for (const word of taggedWordsOf(text, sentence)) {
      const place = word.tag === 'ns' && word.text.length >= 2 ? word.text.replace(/[省市]$/, '') : '';
      if (!known.has(place) && !/[山湖江河岛](?:镇|村|区)?$/.test(place)) continue;
      if (generic.test(place)) continue;
      yield {
        start: word.start,
        end: word.start + place.length,
        severity: 'hint',
        message: `文中地名多已隐去，这里留有“${place}”，请确认是否一并隐去`,
      };
    }
  }
}

/** Starts of the sentences that hold what may be a place: telling the words of all of them apart takes long. */
const sentencesWithPlaces = ({ context, index }: RuleInput): ReadonlySet<number> => {
  const cues = new RegExp([...context.wording.places, '[山湖江河岛]'].join('|'), 'g');
  return new Set(index.matches(cues).map((match) => index.sentenceAt(match.index).start));
};

const generic = /^(?:江山|河山|长江|黄河|青山|绿水青山|江湖|金山|银山|高山|大山|火山|五湖|四海|江河|山河)$/;
