import type { RunProperties } from './properties.ts';
import type { RunPlace } from './story.ts';

/** The raw part and the scanner's position in it, when a source map is wanted. */
export interface RawPart {
  readonly xml: string;
  position: () => number;
}

export interface OpenRun {
  readonly properties: RunProperties;
  /** The effective look, once it was needed. */
  look: RunProperties | undefined;
  readonly place: RunPlace | undefined;
}

/** The runs that are open (a run may hold a text box with runs), with their places in the part. */
export class RunStack {
  readonly #runs: OpenRun[] = [];
  readonly #raw: RawPart | undefined;
  #propertiesStart = 0;
  #textStart = 0;

  constructor(raw: RawPart | undefined) {
    this.#raw = raw;
  }

  get current(): OpenRun | undefined {
    return this.#runs.at(-1);
  }

  start(): void {
    const raw = this.#raw;
    const place = raw && { start: this.#tagStart(), contentStart: raw.position(), properties: '', end: 0 };
    this.#runs.push({ properties: {}, look: undefined, place });
  }

  end(): void {
    const place = this.#runs.pop()?.place;
    if (place && this.#raw) place.end = this.#raw.position();
  }

  startProperties(): void {
    this.#propertiesStart = this.#tagStart();
  }

  endProperties(): void {
    const place = this.current?.place;
    if (place && this.#raw) place.properties = this.#raw.xml.slice(this.#propertiesStart, this.#raw.position());
  }

  startText(): void {
    this.#textStart = this.#raw?.position() ?? 0;
  }

  /** The raw content of the text element that was started last. */
  rawText(): { readonly from: number; readonly to: number } {
    return { from: this.#textStart, to: this.#raw?.xml.indexOf('<', this.#textStart) ?? 0 };
  }

  #tagStart(): number {
    return this.#raw ? this.#raw.xml.lastIndexOf('<', this.#raw.position() - 1) : 0;
  }
}
