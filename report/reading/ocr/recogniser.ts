import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { LaidPage, TextPiece } from '../layout/page.ts';
import { Refusal, sentences } from '../refusal.ts';

/** An encoded picture (PNG, JPEG, PNM) of one page. */
export interface PagePicture {
  readonly number: number;
  readonly bytes: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels per point. */
  readonly scale: number;
}

export interface Recogniser {
  recognise(picture: PagePicture): Promise<LaidPage>;
  close(): Promise<void>;
}

interface RecognisedLine {
  readonly text: string;
  readonly confidence: number;
  readonly bbox: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
}

/**
 * Tesseract with the Chinese model of the installed package: nothing is fetched. The package's default folder holds a
 * larger and worse model, so the folder is named here.
 */
export const createRecogniser = async (pageMs: number): Promise<Recogniser> => {
  const { createWorker, OEM } = (await import('tesseract.js')).default;
  const data = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/chi_sim/package.json'));
  const worker = await createWorker('chi_sim', OEM.LSTM_ONLY, {
    langPath: join(data, '4.0.0_best_int'),
    gzip: true,
    cacheMethod: 'none',
    errorHandler: () => {},
  });
  // Without it every page has its resolution guessed, and the guess is printed.
  await worker.setParameters({ user_defined_dpi: '200' });
  return {
    async recognise(picture) {
      let clock: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        clock = setTimeout(() => reject(new Refusal('timeout', sentences.recognitionTimeout)), pageMs);
      });
      try {
        const task = worker.recognize(Buffer.from(picture.bytes), { rotateAuto: true }, { text: false, blocks: true });
        const { data: found } = await Promise.race([task, late]);
        const lines = (found.blocks ?? []).flatMap(({ paragraphs }) =>
          paragraphs.flatMap((paragraph) => paragraph.lines),
        );
        return pageOf(picture, lines);
      } finally {
        clearTimeout(clock);
      }
    },
    async close() {
      await worker.terminate();
    },
  };
};

const wide: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
};

/** The model writes narrow stops and brackets beside Chinese signs, where print has wide ones. */
const fullWidth = (text: string): string =>
  text
    .replace(/(?<=\p{Script=Han}\s?)[(),:;?!]|[(),:;?!](?=\s?\p{Script=Han})/gu, (sign) => wide[sign] ?? sign)
    .replace(/^\((?=[^()]{1,4}）)/u, '（');

/** Heights within this share of the page's usual line height count as the usual one. */
const usualBand = 0.28;

const pageOf = (picture: PagePicture, lines: readonly RecognisedLine[]): LaidPage => {
  const { number, scale } = picture;
  const shown = lines.filter(({ text, confidence }) => text.trim() !== '' && confidence > 20);
  const heights = shown.map(({ bbox }) => bbox.y1 - bbox.y0).sort((a, b) => a - b);
  const usual = heights[Math.floor(heights.length / 2)] ?? 0;
  const pieces = shown.map(({ text, confidence, bbox }): TextPiece => {
    const height = bbox.y1 - bbox.y0;
    const size = Math.abs(height - usual) <= usualBand * usual ? usual : height;
    return {
      text: fullWidth(text.trim()),
      x: bbox.x0 / scale,
      y: (bbox.y0 + bbox.y1 + usual) / 2 / scale,
      width: (bbox.x1 - bbox.x0) / scale,
      size: size / scale,
      confidence: Math.max(0, Math.min(1, confidence / 100)),
    };
  });
  return { number, width: picture.width / scale, height: picture.height / scale, source: 'ocr', pieces };
};
