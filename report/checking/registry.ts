import type { Rule } from './rule.ts';
import { rule as blankFigure } from './rules/blank-figure.ts';
import { rule as chatbotLeftover } from './rules/chatbot-leftover.ts';
import { rule as doubledPunctuation } from './rules/doubled-punctuation.ts';
import { rule as garbledText } from './rules/garbled-text.ts';
import { rule as leftoverMarker } from './rules/leftover-marker.ts';
import { rule as maskedFixedName } from './rules/masked-fixed-name.ts';
import { rule as maskedNames } from './rules/masked-names.ts';
import { rule as pageDebris } from './rules/page-debris.ts';
import { rule as realNameAmongMasks } from './rules/real-name-among-masks.ts';
import { rule as templatePrompt } from './rules/template-prompt.ts';

/** Every rule, by name. A rule that is not listed here does not run; a test compares the list with the folder. */
export const rules: readonly Rule[] = [
  blankFigure,
  chatbotLeftover,
  doubledPunctuation,
  garbledText,
  leftoverMarker,
  maskedFixedName,
  maskedNames,
  pageDebris,
  realNameAmongMasks,
  templatePrompt,
];
