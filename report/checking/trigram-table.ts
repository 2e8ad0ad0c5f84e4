/** How often three characters in a row were seen in official texts, and which characters are mistaken for which. */
export interface TrigramTable {
  /** A rounded count, 0 where the sequence is rare or unknown. */
  count(first: number, second: number, third: number): number;
  /** Characters that sound or look like the given one. */
  confusable(character: number): string;
}
