import type { Collection } from '../core/records.ts';

const DAY = 24 * 60 * 60 * 1000;

/** One nudge a day before the deadline. */
const steps = [{ slot: 'T-1d', before: DAY }] as const;

/**
 * The slots that are due now. A slot's name holds the deadline, so that a moved deadline is nudged about anew. After the
 * deadline nothing is due.
 */
export const dueSlots = (collection: Collection, now: Date): string[] => {
  const deadline = Date.parse(collection.deadline);
  const rest = deadline - now.getTime();
  if (collection.state !== 'open' || rest <= 0) return [];
  const stamp = new Date(deadline).toISOString().slice(0, 16).replace(/\D/gu, '');
  return steps.filter((step) => rest <= step.before).map((step) => `${step.slot}-${stamp}`);
};
