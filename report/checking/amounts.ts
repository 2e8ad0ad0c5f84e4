import type { Span } from '../../core/span.ts';
import type { TextIndex } from './text-index.ts';

/** A sum of money as written, and its value in yuan. */
export interface Amount extends Span {
  readonly yuan: number;
  /** 元, 万元 or 亿元. */
  readonly unit: string;
  readonly digits: string;
}

const written = /(?<![\d.])(\d[\d,]*(?:\.\d+)?)(?:多|余)?([万亿]?)(?:多|余)?元(?!人民币\/|\/|／|[一-龥]?角)/g;
const scales: Record<string, number> = { '': 1, 万: 1e4, 亿: 1e8 };

export const amountsIn = (index: TextIndex): Amount[] =>
  index.matches(written).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    yuan: Number((match[1] ?? '').replaceAll(',', '')) * (scales[match[2] ?? ''] ?? 1),
    unit: `${match[2] ?? ''}元`,
    digits: match[1] ?? '',
  }));
