import type { BlockStyle } from '../../../core/report-document.ts';
import type { NumberCounter } from './number-counter.ts';
import type { ParagraphProperties, RunProperties } from './properties.ts';
import type { Anchored, PendingAside, StoryParagraph, TextSegment } from './story.ts';
import type { ResolvedStyle, StyleSheet } from './styles.ts';

/** A paragraph while its runs come in. */
export class ParagraphDraft {
  text = '';
  readonly properties: ParagraphProperties = {};
  readonly mark: RunProperties = {};
  readonly asides: PendingAside[] = [];
  readonly anchored: Anchored[] = [];
  readonly segments: TextSegment[] = [];
  /** Characters per look: the look of most characters is the block's. */
  readonly #looks = new Map<RunProperties, number>();

  /** Takes over what a paragraph without an end of its own (its mark was deleted) leaves to its successor. */
  continueFrom(previous: ParagraphDraft): void {
    this.text = previous.text;
    this.asides.push(...previous.asides);
    this.anchored.push(...previous.anchored);
    this.segments.push(...previous.segments);
    for (const [look, count] of previous.#looks) this.#looks.set(look, count);
  }

  say(text: string, look: RunProperties): void {
    this.text += text;
    this.#looks.set(look, (this.#looks.get(look) ?? 0) + text.length);
  }

  aside(aside: PendingAside): void {
    const last = this.asides.at(-1);
    const joins = last !== undefined && last.kind === aside.kind && last.author === aside.author;
    const adjoins = joins && (aside.kind === 'inserted' ? last.at + last.text.length : last.at) === aside.at;
    if (adjoins && aside.commentId === undefined) last.text += aside.text;
    else this.asides.push(aside);
  }

  style(sheet: StyleSheet): BlockStyle | undefined {
    const inherited = sheet.paragraph(this.properties.style);
    let look: RunProperties = {};
    let most = -1;
    for (const [candidate, count] of this.#looks) {
      if (count > most) {
        look = candidate;
        most = count;
      }
    }
    return blockStyle(inherited, { ...inherited.paragraph, ...this.properties }, look);
  }
}

/** Counts the paragraph's number and settles its look; to be called in the order of the text. */
export const finishParagraph = (draft: ParagraphDraft, styles: StyleSheet, counter: NumberCounter): StoryParagraph => {
  const invisible = draft.text === '' && (draft.mark.hidden === true || draft.mark.markGone === true);
  const number = invisible ? null : counter.next(draft.properties, styles.paragraph(draft.properties.style).numbering);
  return {
    kind: 'paragraph',
    text: draft.text,
    style: draft.text === '' ? undefined : draft.style(styles),
    number: number ?? undefined,
    asides: draft.asides,
    anchored: draft.anchored,
    segments: draft.segments,
  };
};

const blockStyle = (inherited: ResolvedStyle, paragraph: ParagraphProperties, look: RunProperties) => {
  const { outlineLevel, align, line, indentCharacters, indentPoints } = paragraph;
  const size = look.size ?? inherited.run.size;
  const indent =
    indentCharacters !== undefined && indentCharacters !== 0
      ? indentCharacters
      : indentPoints !== undefined
        ? Math.round((indentPoints / (size ?? 10.5)) * 100) / 100
        : indentCharacters;
  const style: BlockStyle = {
    ...(inherited.name !== undefined && { name: inherited.name }),
    ...(outlineLevel !== undefined && outlineLevel < 9 && { outlineLevel }),
    ...(look.bold === true && { bold: true }),
    ...(align !== undefined && { align }),
    ...(look.fontEastAsia !== undefined && { fontEastAsia: look.fontEastAsia }),
    ...(look.fontAscii !== undefined && { fontAscii: look.fontAscii }),
    ...(size !== undefined && { size }),
    ...(line !== undefined && { line }),
    ...(indent !== undefined && { firstLineIndent: indent }),
  };
  return Object.keys(style).length === 0 ? undefined : style;
};
