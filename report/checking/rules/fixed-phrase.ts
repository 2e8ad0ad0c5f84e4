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
      ],
      bad: [
        { text: '学习习近平新时代中国特色社会主义关于文化的论述。', found: ['习近平新时代中国特色社会主义'] },
        { text: '严格落实“三会一课”特别是民主生活会。', found: ['“三会一课”特别是民主生活会'] },
        { text: '学习习主席关于强农的论述。', found: ['习主席'] },
        { text: '深入贯彻落实二十大精神。', found: ['贯彻落实二十大精神'] },
      ],
    },
  },
  check: (input) => lexiconRemarks(input, 'fixedPhrases'),
};
