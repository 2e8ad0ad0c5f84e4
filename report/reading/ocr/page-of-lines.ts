import { withoutSpacing } from '../layout/lines.ts';
import type { LaidPage, TextPiece } from '../layout/page.ts';
import type { PagePicture } from './recogniser.ts';

/** A line as the recogniser tells it: confidence from 0 to 100, its ink in pixels. */
export interface RecognisedLine {
  readonly text: string;
  readonly confidence: number;
  readonly bbox: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
}

const wide: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
};

/** An opening sign whose first closing sign is a round bracket is one itself. */
const misreadOpening = /[〈《〔](?=[^〈〉《》〔〕（）()]{1,20}[）)])|\((?=[^（）()]{1,4}）)/gu;

const numerals = '零一二三四五六七八九十百千万亿\\d';
/** “党建+服务”: a ten between words of a catchword, where no number goes on. */
const misreadPlus = new RegExp(
  `(?<=[“《][^“”《》]{1,8})(?<=\\p{Script=Han})(?<![${numerals}两几双第个数约近红])十(?=[\\p{Script=Han}A-Za-z])(?![${numerals}余几多来大佳强字条项个件年月日天次届期种名位分点岁里])`,
  'gu',
);

/** What the model writes as it is printed: wide stops and brackets beside Chinese signs, signs that it takes for others. */
const asPrinted = (text: string): string =>
  text
    .replace(/(?<=\p{Script=Han}\s?)[(),:;?!]|[(),:;?!](?=\s?\p{Script=Han})/gu, (sign) => wide[sign] ?? sign)
    .replace(misreadOpening, '（')
    .replace(misreadPlus, '+');

/** Heights within this share of the page's usual line height count as the usual one. */
const usualBand = 0.28;

/** A recognised page as pieces of text, one a line. */
export const pageOfLines = (picture: PagePicture, lines: readonly RecognisedLine[]): LaidPage => {
  const { number, scale } = picture;
  const shown = lines.filter(({ text, confidence }) => text.trim() !== '' && confidence > 20);
  const heights = shown.map(({ bbox }) => bbox.y1 - bbox.y0).sort((a, b) => a - b);
  const usual = heights[Math.floor(heights.length / 2)] ?? 0;
  const pieces = shown.map(({ text, confidence, bbox }): TextPiece => {
    const height = bbox.y1 - bbox.y0;
    const size = Math.abs(height - usual) <= usualBand * usual ? usual : height;
    return {
      text: asPrinted(withoutSpacing(text.trim())),
      x: bbox.x0 / scale,
      y: (bbox.y0 + bbox.y1 + usual) / 2 / scale,
      width: (bbox.x1 - bbox.x0) / scale,
      size: size / scale,
      confidence: Math.max(0, Math.min(1, confidence / 100)),
    };
  });
  return { number, width: picture.width / scale, height: picture.height / scale, source: 'ocr', pieces };
};
