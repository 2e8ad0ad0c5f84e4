import type { Rule } from './rule.ts';
import { rule as amountOutOfLine } from './rules/amount-out-of-line.ts';
import { rule as announcedCount } from './rules/announced-count.ts';
import { rule as blankFigure } from './rules/blank-figure.ts';
import { rule as branchMeeting } from './rules/branch-meeting.ts';
import { rule as catchwordMembers } from './rules/catchword-members.ts';
import { rule as chatbotLeftover } from './rules/chatbot-leftover.ts';
import { rule as collocation } from './rules/collocation.ts';
import { rule as datedFact } from './rules/dated-fact.ts';
import { rule as documentNumber } from './rules/document-number.ts';
import { rule as doubledPunctuation } from './rules/doubled-punctuation.ts';
import { rule as doubledWord } from './rules/doubled-word.ts';
import { rule as emptyMarks } from './rules/empty-marks.ts';
import { rule as figureClash } from './rules/figure-clash.ts';
import { rule as figureTyping } from './rules/figure-typing.ts';
import { rule as fileName } from './rules/file-name.ts';
import { rule as fixedPhrase } from './rules/fixed-phrase.ts';
import { rule as foreignUnit } from './rules/foreign-unit.ts';
import { rule as formulaSlip } from './rules/formula-slip.ts';
import { rule as garbledText } from './rules/garbled-text.ts';
import { rule as growthArithmetic } from './rules/growth-arithmetic.ts';
import { rule as halfWidthMarks } from './rules/half-width-marks.ts';
import { rule as headingMark } from './rules/heading-mark.ts';
import { rule as headingNumber } from './rules/heading-number.ts';
import { rule as impossibleDate } from './rules/impossible-date.ts';
import { rule as issueDate } from './rules/issue-date.ts';
import { rule as layout } from './rules/layout.ts';
import { rule as leftoverMarker } from './rules/leftover-marker.ts';
import { rule as length } from './rules/length.ts';
import { rule as longSentence } from './rules/long-sentence.ts';
import { rule as maskedFixedName } from './rules/masked-fixed-name.ts';
import { rule as maskedNames } from './rules/masked-names.ts';
import { rule as missingStop } from './rules/missing-stop.ts';
import { rule as missingWord } from './rules/missing-word.ts';
import { rule as mixedPattern } from './rules/mixed-pattern.ts';
import { rule as mixedUnits } from './rules/mixed-units.ts';
import { rule as outdatedTerm } from './rules/outdated-term.ts';
import { rule as pageDebris } from './rules/page-debris.ts';
import { rule as particle } from './rules/particle.ts';
import { rule as partsOverTotal } from './rules/parts-over-total.ts';
import { rule as partsSum } from './rules/parts-sum.ts';
import { rule as partyRuleTitle } from './rules/party-rule-title.ts';
import { rule as pastTarget } from './rules/past-target.ts';
import { rule as problemShare } from './rules/problem-share.ts';
import { rule as quoteConsistency } from './rules/quote-consistency.ts';
import { rule as rateArithmetic } from './rules/rate-arithmetic.ts';
import { rule as realNameAmongMasks } from './rules/real-name-among-masks.ts';
import { rule as repeatedPassage } from './rules/repeated-passage.ts';
import { rule as respectiveCount } from './rules/respective-count.ts';
import { rule as roundFigures } from './rules/round-figures.ts';
import { rule as shareOverHundred } from './rules/share-over-hundred.ts';
import { rule as signatureMismatch } from './rules/signature-mismatch.ts';
import { rule as staleCutoff } from './rules/stale-cutoff.ts';
import { rule as strayIndent } from './rules/stray-indent.ts';
import { rule as styleWord } from './rules/style-word.ts';
import { rule as templatePrompt } from './rules/template-prompt.ts';
import { rule as thirdPerson } from './rules/third-person.ts';
import { rule as titleIncomplete } from './rules/title-incomplete.ts';
import { rule as titleMismatch } from './rules/title-mismatch.ts';
import { rule as typo } from './rules/typo.ts';
import { rule as unheadedPart } from './rules/unheaded-part.ts';
import { rule as unlikelyCharacter } from './rules/unlikely-character.ts';
import { rule as unpairedMarks } from './rules/unpaired-marks.ts';
import { rule as wrongDot } from './rules/wrong-dot.ts';
import { rule as yearMismatch } from './rules/year-mismatch.ts';

/** Every rule, by name. A rule that is not listed here does not run; a test compares the list with the folder. */
export const rules: readonly Rule[] = [
  amountOutOfLine,
  announcedCount,
  blankFigure,
  branchMeeting,
  catchwordMembers,
  chatbotLeftover,
  collocation,
  datedFact,
  documentNumber,
  doubledPunctuation,
  doubledWord,
  emptyMarks,
  figureClash,
  figureTyping,
  fileName,
  fixedPhrase,
  foreignUnit,
  formulaSlip,
  garbledText,
  growthArithmetic,
  rateArithmetic,
  pastTarget,
  halfWidthMarks,
  headingMark,
  headingNumber,
  impossibleDate,
  issueDate,
  layout,
  leftoverMarker,
  length,
  longSentence,
  maskedFixedName,
  maskedNames,
  missingStop,
  missingWord,
  mixedPattern,
  mixedUnits,
  outdatedTerm,
  pageDebris,
  particle,
  partsOverTotal,
  partsSum,
  partyRuleTitle,
  problemShare,
  quoteConsistency,
  realNameAmongMasks,
  repeatedPassage,
  respectiveCount,
  roundFigures,
  shareOverHundred,
  signatureMismatch,
  staleCutoff,
  strayIndent,
  styleWord,
  templatePrompt,
  thirdPerson,
  titleIncomplete,
  titleMismatch,
  typo,
  unheadedPart,
  unlikelyCharacter,
  unpairedMarks,
  wrongDot,
  yearMismatch,
];
