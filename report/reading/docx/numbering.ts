import type { XmlAttributes, XmlHandler } from '../xml/xml-scanner.ts';

export interface NumberLevel {
  start: number;
  format: string;
  /** "第%1条": %n stands for the counter of level n (1-based). */
  template: string;
  legal: boolean;
  /** The font of the number itself: bullets are signs of symbol fonts. */
  font?: string;
  /** 1-based level whose use restarts this one; 0 never, undefined any higher level. */
  restartAfter?: number;
  /** The paragraph style this level belongs to. */
  style?: string;
}

export interface AbstractNumbering {
  readonly levels: Map<number, NumberLevel>;
  /** The numbering style whose numbering is meant instead. */
  styleLink?: string;
}

export interface NumberingInstance {
  abstractId: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, NumberLevel>;
}

/** word/numbering.xml as values. */
export interface NumberingPart {
  readonly abstracts: Map<string, AbstractNumbering>;
  readonly instances: Map<string, NumberingInstance>;
}

export const emptyNumbering = (): NumberingPart => ({ abstracts: new Map(), instances: new Map() });

/** A level that names no first number starts at 0. */
const freshLevel = (): NumberLevel => ({ start: 0, format: 'decimal', template: '', legal: false });

const integer = (value: string | undefined): number | undefined => {
  const number = Number(value);
  return value !== undefined && Number.isInteger(number) && Math.abs(number) < 1e6 ? number : undefined;
};

/** Fills a NumberingPart from the elements of word/numbering.xml. */
export class NumberingHandler implements XmlHandler {
  readonly part = emptyNumbering();
  #abstract: AbstractNumbering | undefined;
  #instance: NumberingInstance | undefined;
  #override = 0;
  #level: NumberLevel | undefined;

  open(name: string, attributes: XmlAttributes): void {
    const value = attributes['w:val'];
    switch (name) {
      case 'w:abstractNum':
        this.#abstract = { levels: new Map() };
        this.part.abstracts.set(attributes['w:abstractNumId'] ?? '', this.#abstract);
        return;
      case 'w:num':
        this.#instance = { abstractId: '', starts: new Map(), levels: new Map() };
        this.part.instances.set(attributes['w:numId'] ?? '', this.#instance);
        return;
      case 'w:abstractNumId':
        if (this.#instance) this.#instance.abstractId = value ?? '';
        return;
      case 'w:numStyleLink':
        if (this.#abstract && value) this.#abstract.styleLink = value;
        return;
      case 'w:lvlOverride':
        this.#override = integer(attributes['w:ilvl']) ?? 0;
        return;
      case 'w:startOverride':
        this.#instance?.starts.set(this.#override, integer(value) ?? 1);
        return;
      case 'w:lvl':
        this.#level = freshLevel();
        this.#placeLevel(integer(attributes['w:ilvl']), this.#level);
        return;
    }
    if (this.#level) readLevel(name, attributes, this.#level);
  }

  close(name: string): void {
    if (name === 'w:lvl') this.#level = undefined;
    else if (name === 'w:abstractNum') this.#abstract = undefined;
    else if (name === 'w:num') this.#instance = undefined;
  }

  text(): void {}

  /** Some programs leave out the level's index; its levels then follow each other. */
  #placeLevel(index: number | undefined, level: NumberLevel): void {
    if (this.#instance) this.#instance.levels.set(index ?? this.#override, level);
    else if (this.#abstract) this.#abstract.levels.set(index ?? this.#abstract.levels.size, level);
  }
}

const readLevel = (name: string, attributes: XmlAttributes, level: NumberLevel): void => {
  const value = attributes['w:val'];
  switch (name) {
    case 'w:start':
      level.start = integer(value) ?? 1;
      return;
    case 'w:numFmt':
      // Newer Word hides some formats behind mc:AlternateContent with a custom picture ("001, 002").
      if (value !== 'custom') level.format = value ?? 'decimal';
      return;
    case 'w:lvlText':
      level.template = attributes['w:null'] === undefined ? (value ?? '') : '';
      return;
    case 'w:isLgl':
      level.legal = value === undefined || !/^(0|false|off)$/i.test(value);
      return;
    case 'w:lvlRestart': {
      const after = integer(value);
      if (after !== undefined) level.restartAfter = after;
      return;
    }
    case 'w:pStyle':
      if (value) level.style = value;
      return;
    case 'w:rFonts': {
      const font = attributes['w:ascii'] ?? attributes['w:hAnsi'];
      if (font) level.font = font;
      return;
    }
  }
};
