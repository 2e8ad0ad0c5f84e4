import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { LaidPage } from '../layout/page.ts';
import { Refusal, sentences } from '../refusal.ts';
import { pageOfLines } from './page-of-lines.ts';

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
        return pageOfLines(picture, lines);
      } finally {
        clearTimeout(clock);
      }
    },
    async close() {
      await worker.terminate();
    },
  };
};
