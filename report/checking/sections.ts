import type { Section } from '../../core/report-structure.ts';

/** All sections, parents before children. */
export function* everySection(sections: readonly Section[]): Iterable<Section> {
  for (const section of sections) {
    yield section;
    yield* everySection(section.children);
  }
}
