import { expect, it } from 'vitest';
import { isReadable } from './readable-text.ts';

const report = '一年来，我认真履行岗位职责，团结带领班子成员完成了各项任务，现将有关情况报告如下。';

it.each([
  ['a report', report, true],
  [
    'English with marked letters',
    'Le comité a été créé à la fin de l’année précédente pour traiter les problèmes.',
    true,
  ],
  ['a list of names', '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华', true],
  [
    'a listing beside Chinese words',
    `示例：{"name": "报告", "count": 12, "items": [1, 2, 3], "next": null} 返回结果`,
    true,
  ],
  ['bullets of symbol fonts', '\uf06c结构\uf06c重定向\uf06c标准输入\uf06c标准输出\uf06c错误', true],
  ['padding', `${report}${'\0'.repeat(9)}`, true],
  ['a font that stands among the symbols', '\uf041\uf042\uf043\uf044'.repeat(8), false],
  ['a slide with pointed bullets', '调度算法：» 先来先服务» 电梯调度算法» 最短查找优先» 扫描算法', true],
  ['too little', '第一页', false],
  ['control signs', `${report}${'\u0001\u0002\u0003'.repeat(5)}`, false],
  ['glyph numbers in many scripts', 'ࠀࠁक़খগଆகఅกກကሀអ᠀Ꭰሁкষआଅఆഅกข一二三四五六七八九十', false],
  ['glyph numbers among rare signs', '乁乂乄乆乇么乊乑乕乚乛乢乣乤乥乧乨乪乫乬乮乲乴乵乶乷乸乹乺乼', false],
  ['letters that stand for Chinese signs', '01ÂÃK)*69（ËÌeÍ6。ÎËVÏÐ6，ÑVÏÐ6ÒK２０１４标准正文ßàÝÞ', false],
  [
    'symbols that stand for Chinese signs',
    '! " # $ % & \' * + ! " # $ % ＧＭ／Ｔ００３１—２０１４ ! \' * + < = > ? @',
    false,
  ],
])('%s', (_, text, readable) => {
  expect(isReadable(text)).toBe(readable);
});
