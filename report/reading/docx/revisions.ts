import type { XmlAttributes } from '../xml/xml-scanner.ts';

export interface Revision {
  readonly kind: 'inserted' | 'deleted' | 'moved-from';
  readonly author: string | undefined;
}

const kinds: Readonly<Record<string, Revision['kind']>> = {
  'w:ins': 'inserted',
  'w:moveTo': 'inserted',
  'w:del': 'deleted',
  'w:moveFrom': 'moved-from',
};

/** The tracked changes that the present place stands in, innermost last. */
export class Revisions {
  readonly #open: Revision[] = [];

  start(name: string, attributes: XmlAttributes): void {
    this.#open.push({ kind: kinds[name] ?? 'inserted', author: attributes['w:author'] });
  }

  end(): void {
    this.#open.pop();
  }

  /** The change that decides: being deleted or moved away wins over being inserted. `deleted` text always is. */
  deciding(deleted: boolean): Revision | undefined {
    const gone = this.#open.find(({ kind }) => kind !== 'inserted');
    if (gone !== undefined || !deleted) return gone ?? this.#open[0];
    return { kind: 'deleted', author: this.#open.at(-1)?.author };
  }
}
