import type { Wording } from '../core/wording.ts';
import { figures } from './planting/figures.ts';
import { leftovers } from './planting/leftovers.ts';
import type { DefectClass } from './planting/planting.ts';
import { structures } from './planting/structures.ts';
import { typingSlips } from './planting/typing-slips.ts';
import { wordings } from './planting/wordings.ts';

/** Every class of defect, with the word lists that slips of the pen are made from. */
export const defectClasses = (wording: Wording): readonly DefectClass[] => [
  ...leftovers,
  ...typingSlips(wording),
  ...wordings,
  ...figures,
  ...structures,
];
