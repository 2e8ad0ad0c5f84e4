import type { ReplyInput } from '../../core/reply.ts';
import type { Figure } from '../../core/report-result.ts';
import type { SectionRef } from '../summary/answer.ts';
import type { VersionChanges } from '../summary/compare-versions.ts';
import { sayOfAnswers } from './answer-wording.ts';
import type { ListItem } from './card-parts.ts';
import { figureText } from './summary-folds.ts';
import { say } from './wording.ts';

/** A block as builders write it. */
export type BlockInput = ReplyInput['blocks'][number];

const shown = 10;

/** 和上一稿相比: length and findings first, then sections and figures. */
export const changeBlocks = (changes: VersionChanges | null): BlockInput[] => {
  if (changes === null) return [{ kind: 'text', text: [sayOfAnswers.noPrevious] }];
  const { characters, findings, figures } = changes;
  const lists = [
    ...list(sayOfAnswers.added, changes.added.map(sectionItem)),
    ...list(sayOfAnswers.removed, changes.removed.map(sectionItem)),
    ...list(sayOfAnswers.moved, changes.moved.map(movedItem)),
    ...list(sayOfAnswers.rewritten, changes.rewritten.map(rewrittenItem)),
    ...list(
      sayOfAnswers.figuresChanged,
      figures.changed.map(({ what, before, after }) => ({
        text: [`${what} ${before.state === 'blank' ? sayOfAnswers.blank : before.text} → `, { bold: after.text }],
      })),
    ),
    ...list(sayOfAnswers.figuresAdded, figures.added.map(figureItem)),
    ...list(sayOfAnswers.figuresRemoved, figures.removed.map(figureItem)),
  ];
  const same = lists.length === 0 && characters.before === characters.after;
  return [
    { kind: 'text', text: [{ bold: sayOfAnswers.changesTitle }] },
    {
      kind: 'text',
      text: [
        sayOfAnswers.lengthChange(say.count(characters.before), say.count(characters.after)),
        '　',
        sayOfAnswers.findingsChange(findings.fixed, findings.left, findings.added),
      ],
    },
    ...(same ? [{ kind: 'text' as const, text: [sayOfAnswers.noChange] }] : lists),
  ];
};

const list = (heading: string, items: readonly ListItem[]): BlockInput[] => {
  if (items.length === 0) return [];
  const rest = items.length - shown;
  const more: ListItem[] = rest > 0 ? [{ text: [{ faint: say.andMoreFigures(rest) }] }] : [];
  return [{ kind: 'list', heading, items: [...items.slice(0, shown), ...more] }];
};

const sectionItem = ({ path, title }: SectionRef): ListItem => ({
  text: [`${path.replace(/“[^”]*”$/u, '')}${title}`],
});

const movedItem = ({ section, from }: VersionChanges['moved'][number]): ListItem => {
  const [line = ''] = sectionItem(section).text;
  const number = from.path.replace(/“[^”]*”$/u, '');
  return number === '' ? { text: [line] } : { text: [line, ' ', { faint: sayOfAnswers.movedFrom(number) }] };
};

const rewrittenItem = ({ section, oldTitle, kept }: VersionChanges['rewritten'][number]): ListItem => {
  const [line = ''] = sectionItem(section).text;
  const renamed = oldTitle === section.title ? [] : [`，${sayOfAnswers.formerly(oldTitle)}`];
  return { text: [line, ' ', { faint: [sayOfAnswers.kept(kept), ...renamed].join('') }] };
};

const figureItem = (figure: Figure): ListItem => ({ text: [figureText(figure)] });
