/** Complex fields: their code is no text, their result is. */
export class Fields {
  #open: ('code' | 'result')[] = [];

  get inCode(): boolean {
    return this.#open.includes('code');
  }

  /** Takes the type of a w:fldChar. */
  mark(type: string | undefined): void {
    if (type === 'begin') this.#open.push('code');
    else if (type === 'separate' && this.#open.length > 0) this.#open[this.#open.length - 1] = 'result';
    else if (type === 'end') this.#open.pop();
  }

  /** A field's code may not run over paragraphs: a field without an end would swallow the rest of the file. */
  endParagraph(): void {
    if (this.#open.length > 0) this.#open = this.#open.filter((phase) => phase === 'result');
  }
}

/** mc:AlternateContent: the same content in several branches, of which only the first counts. */
export class Alternatives {
  readonly #taken: boolean[] = [];

  start(): void {
    this.#taken.push(false);
  }

  end(): void {
    this.#taken.pop();
  }

  /** True for the first branch of the innermost alternative. */
  take(): boolean {
    if (this.#taken.length === 0) return true;
    const first = this.#taken.at(-1) === false;
    this.#taken[this.#taken.length - 1] = true;
    return first;
  }
}

/** Content controls: those inside a paragraph count from 1, those around whole paragraphs are 0. */
export class ContentControls {
  readonly #open: number[] = [];
  #count = 0;

  get innermost(): number {
    return this.#open.at(-1) ?? 0;
  }

  start(inParagraph: boolean): void {
    this.#count += 1;
    this.#open.push(inParagraph ? this.#count : 0);
  }

  end(): void {
    this.#open.pop();
  }
}
