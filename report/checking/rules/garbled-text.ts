import { matched, type Pattern } from '../matching.ts';
import type { Rule } from '../rule.ts';

const patterns: readonly Pattern[] = [
  { pattern: /\uFFFD+|锟斤拷(?:锟斤拷)*|烫烫烫+|屯屯屯+/g, message: '乱码，请对照原稿改正' },
  {
    pattern: /(?:â€[œ“™˜¦]|Ã[©¨¤¶¼±]|ä¸[\u0080-\u00BF]|[åæçèé][\u0080-\u00BF]{2})+/g,
    message: '编码出错的乱码，请对照原稿改正',
  },
  {
    pattern: /[\uE000-\uF8FF]+/g,
    message: '字体里没有的符号，换台电脑会显示成方框，请改用普通字符',
    severity: 'should',
  },
];

export const rule: Rule = {
  meta: {
    id: 'garbled-text',
    title: '乱码',
    basis: null,
    severity: 'must',
    family: 'mask',
    fragile: 'characters',
    examples: {
      good: ['café等外文名称照写。', '屯田垦荒。'],
      bad: [
        { text: '认真学习\uFFFD\uFFFD精神。', found: ['\uFFFD\uFFFD'] },
        { text: '锟斤拷锟斤拷工作总结', found: ['锟斤拷锟斤拷'] },
      ],
    },
  },
  check: ({ index }) => matched(index, patterns),
};
