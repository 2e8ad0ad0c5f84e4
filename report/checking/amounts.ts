import type { Span } from '../../core/span.ts';
import type { TextIndex } from './text-index.ts';
import { quantityOf } from './written-number.ts';

/** A sum of money as written, and its value in yuan. */
export interface Amount extends Span {
  readonly yuan: number;
  /** 元, 万元 or 亿元. */
  readonly unit: string;
  readonly digits: string;
}

const written = /(?<![\d.])(\d[\d,]*(?:\.\d+)?)(?:多|余)?([万亿]?)(?:多|余)?元(?!人民币\/|\/|／|[一-龥]?角)/g;

export const amountsIn = (index: TextIndex): Amount[] =>
  index.matches(written).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    yuan: quantityOf(match[1], match[2]),
    unit: `${match[2] ?? ''}元`,
    digits: match[1] ?? '',
  }));
