/** Where a clause ends for what a figure counts. */
export const boundary = /[，,。；;：:！!？?\n（）()]/u;

/** The words from the last boundary, or from the figure before, to a figure. */
export const clauseBefore = (text: string, at: number, from: number, previousEnd: number): string => {
  const start = Math.max(from, at - 60);
  const window = text.slice(start, at);
  let begin = window.length;
  while (begin > 0 && !boundary.test(window[begin - 1] ?? '')) begin -= 1;
  const behindFigure = previousEnd > start + begin && previousEnd <= at;
  const words = text.slice(behindFigure ? previousEnd : start + begin, at).replace(/^[”’」』"]+/u, '');
  const open = words.endsWith('“') ? words.slice(0, -1) : words;
  const pause = behindFigure ? open.lastIndexOf('、') : -1;
  return pause < 0 || /等[^、]{0,12}$/u.test(open) ? open : open.slice(pause + 1);
};

/** The clause before the one a figure stands in, when the same sentence tells one; its own figures end it. */
export const clauseEarlier = (text: string, at: number, from: number): string => {
  const window =
    text
      .slice(Math.max(from, at - 70), at)
      .split(/[。！？\n]/u)
      .at(-1) ?? '';
  const clauses = window.split(/[，,；;：:（）()]/u);
  const earlier = clauses.at(-2) ?? '';
  return /\d[^年月日]/u.test(earlier) && !/^[^\d]{2,14}(?:提前|较20)/u.test(earlier) ? '' : earlier;
};

/** What stands behind a figure up to the next stop, at most 30 characters. */
export const clauseBehind = (text: string, from: number, limit: number): string =>
  text.slice(from, Math.min(limit, from + 30)).split(/[，,。；;：:！!？?\n、（）()“”《》"+＋]/u)[0] ?? '';
