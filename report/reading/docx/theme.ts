import type { XmlAttributes, XmlHandler } from '../xml/xml-scanner.ts';
import type { ThemeFonts } from './properties.ts';

/** Collects the font names of word/theme/theme1.xml by the names that w:rFonts uses for them. */
export class ThemeHandler implements XmlHandler {
  readonly fonts: ThemeFonts & Map<string, string> = new Map<string, string>();
  #group: 'major' | 'minor' | undefined;

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'a:majorFont') this.#group = 'major';
    else if (name === 'a:minorFont') this.#group = 'minor';
    if (this.#group === undefined) return;
    const face = attributes.typeface;
    if (!face) return;
    if (name === 'a:latin') {
      this.fonts.set(`${this.#group}HAnsi`, face);
      this.fonts.set(`${this.#group}Ascii`, face);
    } else if (name === 'a:ea' || (name === 'a:font' && attributes.script === 'Hans')) {
      const key = `${this.#group}EastAsia`;
      if (!this.fonts.has(key)) this.fonts.set(key, face);
    }
  }

  close(name: string): void {
    if (name === 'a:majorFont' || name === 'a:minorFont') this.#group = undefined;
  }

  text(): void {}
}
