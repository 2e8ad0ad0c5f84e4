import type { Figure } from '../../core/report-result.ts';
import { figureText } from './summary-folds.ts';

/** Figures as they are listed: the two ends of a change are one (文物完好率由91.5％提高到96.2％), 同比增长 stands before its figure. */
export const figureTexts = (figures: readonly Figure[]): string[] => {
  const told = new Set<string>();
  return figures.flatMap((figure) => {
    const { comparison, what, text } = figure;
    if (comparison === null || comparison === undefined || figure.state === 'blank' || figure.state === 'doubtful') {
      return [figureText(figure)];
    }
    if (!comparison.includes(text)) return [`${what ?? ''}${comparison}${text}`];
    const change = `${what ?? ''}${comparison}`;
    if (told.has(change)) return [];
    told.add(change);
    return [change];
  });
};
