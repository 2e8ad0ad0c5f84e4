import type { ReadingLimits } from '../limits.ts';
import type { XmlAttributes } from '../xml/xml-scanner.ts';
import type { NumberCounter } from './number-counter.ts';
import type { ThemeFonts } from './properties.ts';
import type { RawPart } from './run-stack.ts';
import type { StoryItem } from './story.ts';
import type { StyleSheet } from './styles.ts';

/** What a part's paragraphs refer to, and where they go. */
export interface StoryContext {
  readonly theme: ThemeFonts;
  readonly styles: StyleSheet;
  readonly counter: NumberCounter;
  /** Text boxes count for themselves, all together. */
  readonly boxCounter?: NumberCounter;
  readonly limits: ReadingLimits;
  /** What stands in parts of other formats, by their relationship's id. */
  readonly chunks?: ReadonlyMap<string, readonly StoryItem[]>;
  /** Takes finished items of the part's own flow. */
  readonly emit: (item: StoryItem) => void;
  /** Takes one finished note or comment. */
  readonly story?: (attributes: XmlAttributes, items: readonly StoryItem[]) => void;
  /** Present when a source map is wanted. */
  readonly raw?: RawPart;
}
