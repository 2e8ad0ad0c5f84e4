import type { BlockStyle } from '../../../core/report-document.ts';
import type { PendingAside, StoryParagraph } from '../docx/story.ts';

interface Saying {
  readonly bold: boolean;
  readonly aside: 'hidden' | 'deleted' | undefined;
  /** The source broke its line inside this text. */
  readonly wrapped: boolean;
}

const wide = '[\\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…]';
/** A line end of the source between Chinese signs stands for nothing. */
const wrappedSpace = new RegExp(`(?<=${wide}) (?=${wide})`, 'gu');

/** A paragraph of a page while its text comes in. */
export class HtmlParagraph {
  style: BlockStyle = {};
  label = '';
  level = 0;
  #text = '';
  #bold = 0;
  #wrapped = false;
  /** A further space here would show nothing. */
  #spaced = true;
  #labelFrom = -1;
  readonly #asides: PendingAside[] = [];

  say(text: string, { bold, aside, wrapped }: Saying): void {
    if (text === '') return;
    if (aside !== undefined) {
      if (text.trim() !== '') this.#asides.push({ kind: aside, text, author: undefined, at: this.#text.length });
      return;
    }
    const joined = this.#spaced && text.startsWith(' ') ? text.slice(1) : text;
    if (joined === '') return;
    this.#text += joined;
    this.#spaced = /[ \n]/.test(joined.charAt(joined.length - 1));
    this.#wrapped ||= wrapped;
    if (bold) this.#bold += joined.length;
  }

  breakLine(): void {
    this.#text += '\n';
    this.#spaced = true;
  }

  startLabel(): void {
    this.#labelFrom = this.#text.length;
  }

  /** What came since `startLabel` is the paragraph's number. */
  endLabel(): void {
    if (this.#labelFrom < 0) return;
    const label = this.#text.slice(this.#labelFrom).trim();
    if (label !== '') this.label = label.replace(/^[\ue000-\uf8ff·§]$/, '•');
    this.#text = this.#text.slice(0, this.#labelFrom);
    this.#labelFrom = -1;
    this.#spaced = true;
  }

  /** The finished paragraph; null when it holds nothing at all. */
  finish(): StoryParagraph | null {
    const plain = this.#text.replaceAll('\u00a0', ' ');
    const text = trimmed((this.#wrapped ? plain.replace(wrappedSpace, '') : plain).split('\n').map(trimmed).join('\n'));
    if (text === '' && this.#asides.length === 0) return null;
    const style: BlockStyle = { ...this.style, ...(this.#bold * 2 > this.#text.length && { bold: true }) };
    return {
      kind: 'paragraph',
      text,
      style: text === '' || Object.keys(style).length === 0 ? undefined : style,
      number: this.label === '' ? undefined : { label: this.label, level: this.level },
      asides: this.#asides,
      anchored: [],
      segments: [],
    };
  }
}

/** Without the spaces and line ends around it; the wide spaces of an indent stay. */
const trimmed = (text: string): string => {
  let from = 0;
  let to = text.length;
  while (from < to && (text[from] === ' ' || text[from] === '\n')) from += 1;
  while (to > from && (text[to - 1] === ' ' || text[to - 1] === '\n')) to -= 1;
  return text.slice(from, to);
};
