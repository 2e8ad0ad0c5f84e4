import { z } from 'zod';

/** What a model answers about one section: sentences of its own, or that the section does not tell. */
export const modelAnswerSchema = z.object({
  answered: z.boolean(),
  sentences: z.array(z.string().trim().min(2).max(200)).max(6),
});
export type ModelAnswer = z.infer<typeof modelAnswerSchema>;
