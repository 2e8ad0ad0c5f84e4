import type { RunProperties } from './properties.ts';
import type { StyleSheet } from './styles.ts';

/**
 * The effective look of a run: paragraph style, then character style, then its own properties. Equal looks are the same
 * object, so that a long document holds a handful of them.
 */
export class Looks {
  readonly #sheet: StyleSheet;
  readonly #known = new Map<string, RunProperties>();

  constructor(sheet: StyleSheet) {
    this.#sheet = sheet;
  }

  of(paragraphStyle: string | undefined, own: RunProperties): RunProperties {
    const key = `${paragraphStyle}|${own.style}|${own.fontEastAsia}|${own.fontAscii}|${own.size}|${own.bold}|${own.hidden}`;
    let look = this.#known.get(key);
    if (look === undefined) {
      const character = own.style === undefined ? {} : this.#sheet.character(own.style);
      look = { ...this.#sheet.paragraph(paragraphStyle).run, ...character, ...own };
      this.#known.set(key, look);
    }
    return look;
  }
}
