import { Refusal, sentences } from '../refusal.ts';
import { ParagraphDraft } from './paragraph-draft.ts';
import type { StoryItem, StoryParagraph } from './story.ts';

/** A flow of paragraphs and rows: the part itself, a cell, a text box, a note. */
interface Flow {
  readonly put: (item: StoryItem) => void;
  paragraph: ParagraphDraft | undefined;
  /** A paragraph whose mark is deleted, waiting for its successor. */
  carried: ParagraphDraft | undefined;
}

/** The flows that are open, innermost last, each with the paragraph that is being read. */
export class FlowStack {
  readonly #flows: Flow[];
  readonly #finish: (draft: ParagraphDraft) => StoryParagraph;

  constructor(put: (item: StoryItem) => void, finish: (draft: ParagraphDraft) => StoryParagraph) {
    this.#flows = [{ put, paragraph: undefined, carried: undefined }];
    this.#finish = finish;
  }

  get paragraph(): ParagraphDraft | undefined {
    return this.#top.paragraph;
  }

  put(item: StoryItem): void {
    this.#top.put(item);
  }

  start(put: (item: StoryItem) => void): void {
    this.#flows.push({ put, paragraph: undefined, carried: undefined });
  }

  end(): void {
    if (this.#flows.length < 2) throw new Refusal('damaged', sentences.damaged);
    this.flushCarried();
    this.#flows.pop();
  }

  startParagraph(): void {
    // A paragraph straight inside a paragraph is malformed; the outer one ends here.
    this.endParagraph();
    const flow = this.#top;
    flow.paragraph = new ParagraphDraft();
    if (flow.carried) flow.paragraph.continueFrom(flow.carried);
    flow.carried = undefined;
  }

  endParagraph(): void {
    const flow = this.#top;
    const { paragraph } = flow;
    flow.paragraph = undefined;
    if (paragraph?.mark.markGone) flow.carried = paragraph;
    else if (paragraph) flow.put(this.#finish(paragraph));
  }

  /** Ends a paragraph that has no successor to run on into. */
  flushCarried(): void {
    const flow = this.#top;
    const { carried } = flow;
    flow.carried = undefined;
    if (carried) flow.put(this.#finish(carried));
  }

  get #top(): Flow {
    return this.#flows.at(-1) as Flow;
  }
}
