import { formatNumber } from './number-format.ts';
import type { AbstractNumbering, NumberingPart, NumberLevel } from './numbering.ts';
import { isSymbolFont, knownSymbol } from './symbols.ts';

/** The numbering a paragraph style brings along, found by the caller through its basedOn chain. */
export interface StyleNumbering {
  readonly numId?: string;
  readonly level?: number;
  /** Style ids from the paragraph's own style up, the order in which levels are looked for by w:pStyle. */
  readonly chain: readonly string[];
}

export interface NumberLabel {
  readonly label: string;
  readonly level: number;
}

/**
 * Counts like Word does: counters live per abstract numbering (so two lists may share one), a start override works once
 * per list and level, deeper levels restart unless told otherwise.
 */
export class NumberCounter {
  readonly #part: NumberingPart;
  readonly #numIdOfStyle: (style: string) => string | undefined;
  readonly #counters = new Map<AbstractNumbering, Map<number, number>>();
  readonly #overridden = new Set<string>();

  constructor(part: NumberingPart, numIdOfStyle: (style: string) => string | undefined) {
    this.#part = part;
    this.#numIdOfStyle = numIdOfStyle;
  }

  /** The label of the next paragraph with this numbering, or null when it shows none. */
  next(own: { numId?: string; level?: number }, style: StyleNumbering): NumberLabel | null {
    const numId = own.numId ?? style.numId;
    if (numId === undefined || numId === '0') return null;
    const instance = this.#part.instances.get(numId);
    const abstract = this.#resolve(numId);
    if (instance === undefined || abstract === undefined) return null;
    const levelOf = (index: number) => instance.levels.get(index) ?? abstract.levels.get(index);
    const level = own.level ?? (own.numId === undefined ? this.#levelByStyle(abstract, style) : 0);
    const definition = levelOf(level);
    if (definition === undefined) return null;

    const counters = this.#counters.get(abstract) ?? new Map<number, number>();
    this.#counters.set(abstract, counters);
    startAbove(counters, level, levelOf);
    this.#advance(counters, level, definition, instance.starts, numId);
    restartDeeper(counters, level, levelOf);
    const label = render(definition, counters, levelOf);
    return label === '' ? null : { label, level };
  }

  #advance(
    counters: Map<number, number>,
    level: number,
    definition: NumberLevel,
    starts: ReadonlyMap<number, number>,
    numId: string,
  ): void {
    for (const [index, start] of starts) {
      const key = `${numId}/${index}`;
      if (index > level || this.#overridden.has(key)) continue;
      this.#overridden.add(key);
      counters.set(index, index === level ? start - 1 : start);
    }
    const current = counters.get(level);
    counters.set(level, current === undefined ? definition.start : current + 1);
  }

  #resolve(numId: string, hops = 0): AbstractNumbering | undefined {
    const instance = this.#part.instances.get(numId);
    const abstract = instance && this.#part.abstracts.get(instance.abstractId);
    if (abstract?.styleLink === undefined || hops > 8) return abstract;
    const linked = this.#numIdOfStyle(abstract.styleLink);
    return (linked === undefined || linked === numId ? undefined : this.#resolve(linked, hops + 1)) ?? abstract;
  }

  #levelByStyle(abstract: AbstractNumbering, style: StyleNumbering): number {
    for (const id of style.chain) {
      for (const [index, level] of abstract.levels) if (level.style === id) return index;
    }
    return style.level ?? 0;
  }
}

/** A level that comes up before those above it takes their first numbers with it: they go on from there. */
const startAbove = (
  counters: Map<number, number>,
  level: number,
  levelOf: (index: number) => NumberLevel | undefined,
): void => {
  for (let index = 0; index < level; index += 1) {
    if (!counters.has(index)) counters.set(index, levelOf(index)?.start ?? 1);
  }
};

const restartDeeper = (
  counters: Map<number, number>,
  level: number,
  levelOf: (index: number) => NumberLevel | undefined,
): void => {
  for (const index of [...counters.keys()]) {
    if (index <= level) continue;
    const after = levelOf(index)?.restartAfter;
    if (after === undefined || (after > 0 && level < after)) counters.delete(index);
  }
};

const render = (
  definition: NumberLevel,
  counters: Map<number, number>,
  levelOf: (index: number) => NumberLevel | undefined,
): string => {
  if (definition.format === 'bullet') return bulletOf(definition);
  if (definition.format === 'none' && !/%\d/.test(definition.template)) return definition.template.trim();
  return definition.template
    .replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const upper = levelOf(index);
      const value = counters.get(index) ?? upper?.start ?? 1;
      const format = definition.legal ? 'decimal' : (upper?.format ?? 'decimal');
      return formatNumber(value, format);
    })
    .trim();
};

/** A bullet is a sign of a symbol font, often in the private use area; a plain bullet stands for unknown ones. */
const bulletOf = ({ template, font = '' }: NumberLevel): string => {
  const sign = template.trim();
  // Word's hollow bullet is the letter in a type-writer font.
  if (sign === 'o') return '○';
  if (/^.$/u.test(sign) && isSymbolFont(font)) return knownSymbol(font, sign.charCodeAt(0)) ?? '•';
  return sign.replace(/[\ue000-\uf8ff]/g, '•');
};
