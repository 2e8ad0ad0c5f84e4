import { z } from 'zod';

export interface CardProblem {
  /** The sub-code in the refusal's message. */
  readonly code: number;
  readonly message: string;
  /** Where in the card, as a JSON path. */
  readonly path: string;
}

const cardOutline = z.object({ schema: z.literal('2.0'), body: z.object({ elements: z.array(z.unknown()) }) });

/** What is wrong with a card JSON 2.0, or null. */
export function checkCard(card: unknown): CardProblem | null {
  const outline = cardOutline.safeParse(card);
  return outline.success ? null : { code: 200621, message: 'parse card json err', path: '' };
}
