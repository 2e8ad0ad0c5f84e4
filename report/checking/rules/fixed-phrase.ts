import { lexiconRemarks } from '../lexicon-remarks.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  meta: {
    id: 'fixed-phrase',
    title: '固定提法有误',
    basis: '权威文件通行提法',
    severity: 'should',
    family: 'wording',
    fragile: 'characters',
    examples: {
      good: [
        '习近平新时代中国特色社会主义经济思想',
        '严格执行“三会一课”，开好组织生活会。',
        '深入学习贯彻党的二十大精神。',
        '增强“四个意识”、坚定“四个自信”、做到“两个维护”，拥护“两个确立”。',
        '2015年工作总结\n以习近平同志为总书记的党中央坚强领导。',
      ],
      bad: [
        { text: '学习习近平新时代中国特色社会主义关于文化的论述。', found: ['习近平新时代中国特色社会主义'] },
        { text: '严格落实“三会一课”特别是民主生活会。', found: ['“三会一课”特别是民主生活会'] },
        { text: '学习习主席关于强农的论述。', found: ['习主席'] },
        { text: '深入贯彻落实二十大精神。', found: ['贯彻落实二十大精神'] },
        { text: '坚决做到“两个确立”，拥护“两个维护”。', found: ['做到“两个确立”', '拥护“两个维护”'] },
        { text: '紧跟以习近平同志为总书记的党中央。', found: ['以习近平同志为总书记的党中央'] },
      ],
    },
  },
  check: (input) => lexiconRemarks(input, 'fixedPhrases'),
};
