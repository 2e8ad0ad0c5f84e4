import { z } from 'zod';

/** A range of the extracted text in UTF-16 code units, end exclusive. */
export const spanSchema = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });
export type Span = z.infer<typeof spanSchema>;

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
