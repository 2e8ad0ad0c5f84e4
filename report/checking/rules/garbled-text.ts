import { matched, type Pattern } from '../matching.ts';
import type { Rule } from '../rule.ts';

const patterns: readonly Pattern[] = [
  { pattern: /\uFFFD+|锟斤拷(?:锟斤拷)*|烫烫烫+|屯屯屯+/g, message: '乱码，请对照原稿改正' },
  {
    pattern: /(?:â€[œ“™˜¦]|Ã[©¨¤¶¼±]|ä¸[\u0080-\u00BF]|[åæçèé][\u0080-\u00BF]{2})+/g,
    message: '编码出错的乱码，请对照原稿改正',
  },
  { pattern: /[\u00A1-\u00B6\u00B8-\u00D6\u00D8-\u00FF]{3,}/g, message: '编码出错的乱码，请对照原稿改正' },
  {
    // What common characters become when UTF-8 is read as GBK: none of these is in use.
    pattern:
      /[锛銆鈥鐨鏄鍦鍜鎴鍚鍏鍙鍒鍔鎬鎵鏂鏈鏃鐢绗缁缃鑰琛璁璇閮閫闂闃鍥鍩涔浣滈綔粨宸]{2,}|[锛銆鈥鐨鏄鍦鍜鎴鍚鍏鍙鍒鍔鎬鎵鏂鏈鏃鐢绗缁缃鑰琛璁璇閮閫闂闃鍥鍩涔浣綔粨宸][^\n，。][锛銆鈥鐨鏄鍦鍜鎴鍚鍏鍙鍒鍔鎬鎵鏂鏈鏃鐢绗缁缃鑰琛璁璇閮閫闂闃鍥鍩涔浣綔粨宸]/g,
    message: '编码出错的乱码，请对照原稿改正',
  },
  {
    pattern: /(?:&#(?:x[\da-f]{2,5}|\d{2,5});)+|(?:\\u[\da-f]{4})+|(?<![\w%/=?&.-])(?:%[\dA-F]{2}){3,}/gi,
    message: '没有转换过来的字符代码，请对照原稿改正',
  },
  { pattern: /[?]{4,}/g, message: '像是没有转换过来的文字，请对照原稿补全' },
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
        { text: '加强&#x5de5;&#x4f5c;，抓好\\u5de5\\u4f5c。', found: ['&#x5de5;&#x4f5c;', '\\u5de5\\u4f5c'] },
        { text: '认真学习ÖÐ¹ú精神，宸ヤ綔??????。', found: ['ÖÐ¹ú', '宸ヤ綔', '??????'] },
        { text: '锟斤拷锟斤拷工作总结', found: ['锟斤拷锟斤拷'] },
      ],
    },
  },
  check: ({ index }) => matched(index, patterns),
};
