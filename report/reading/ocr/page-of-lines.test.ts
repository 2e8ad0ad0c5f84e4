import { expect, it } from 'vitest';
import { pageOfLines } from './page-of-lines.ts';

const picture = { number: 1, bytes: new Uint8Array(), width: 1000, height: 1400, scale: 2 };
const line = (text: string, y0 = 100, y1 = 132) => ({ text, confidence: 90, bbox: { x0: 160, y0, x1: 1000, y1 } });

it.each([
  ['stops and brackets beside Chinese signs are wide', '学 习 (试 行), 共 三 次', '学习（试行），共三次'],
  ['those between Latin signs are not', 'PDF (1,200)', 'PDF (1,200)'],
  [
    'an opening sign with a round bracket behind it is round',
    '《一)强化学习，掌上办〈网上办)',
    '（一）强化学习，掌上办（网上办）',
  ],
  ['titles of documents keep theirs', '《条例》和《办法（试行）》', '《条例》和《办法（试行）》'],
  ['a ten between words of a catchword is a plus', '以“党建十服务”“线上十XX”推动', '以“党建+服务”“线上+XX”推动'],
  [
    'numbers are numbers',
    '“党的二十大精神”“医改十佳案例”“十五分钟”十项',
    '“党的二十大精神”“医改十佳案例”“十五分钟”十项',
  ],
])('%s', (_, text, printed) => {
  expect(pageOfLines(picture, [line(text)]).pieces.map((piece) => piece.text)).toEqual([printed]);
});

it('heights near the usual one count as it, lines of no confidence as nothing', () => {
  const lines = [line('一行'), line('又一行', 200, 236), line('题', 10, 80), { ...line('污点'), confidence: 5 }];
  expect(pageOfLines(picture, lines)).toEqual({
    number: 1,
    width: 500,
    height: 700,
    source: 'ocr',
    pieces: [
      { text: '一行', x: 80, y: 67, width: 420, size: 18, confidence: 0.9 },
      { text: '又一行', x: 80, y: 118, width: 420, size: 18, confidence: 0.9 },
      { text: '题', x: 80, y: 31.5, width: 420, size: 35, confidence: 0.9 },
    ],
  });
});
