const asOf =
  /(?:截至|截止|截止到|截至到)(?:目前|今年|当前|(?:20\d{2}|今)年?(?:\d{1,2}月)?(?:\d{1,2}日|底|末|份)?|\d{1,2}月(?:\d{1,2}日|底|末|份)?|年底|年末|上年末|[一二三四]季度末?)|(?:20\d{2}|今)年(?:1|一)?[-—至]?\d{0,2}月?(?:以来|底|末)|上半年|前三季度/gu;

/** The as-of date told in the same sentence before the figure, as written, or null. */
export const asOfBefore = (text: string, at: number, from: number): string | null => {
  const window = text.slice(Math.max(from, at - 120), at);
  const sentence = window.slice(
    Math.max(window.lastIndexOf('。'), window.lastIndexOf('\n'), window.lastIndexOf('！')) + 1,
  );
  let last: string | null = null;
  for (const found of sentence.matchAll(asOf)) last = found[0];
  return last;
};
