import { z } from 'zod';

/** Word lists and dated facts the rules go by: config/wording/*.yaml, one key per file. */
export const wordingSchema = z.strictObject({});
export type Wording = z.infer<typeof wordingSchema>;
