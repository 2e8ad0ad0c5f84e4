/** A number in digits as reports write it, 1,234.5, as one group of an expression. */
export const number = '(\\d[\\d,]*(?:\\.\\d+)?)';

const scales: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** What such digits are worth, with 万 or 亿 behind them; 0 for none. */
export const quantityOf = (digits: string | undefined, scale?: string): number =>
  Number((digits ?? '').replaceAll(',', '')) * (scales[scale ?? ''] ?? 1);

/** To two decimals, for showing. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;
