import type { LaidPage, PageLine } from './page.ts';

const pageNumber =
  /^[\s—–\-－―·.]*(?:第?\s*\d{1,4}\s*页?|[ivxlc]{1,6})(?:\s*[/／,，]?\s*共?\s*\d{1,4}\s*页?)?[\s—–\-－―·.]*$/i;

export interface RunningEdges {
  readonly lines: PageLine[];
  readonly headers: string[];
  readonly footers: string[];
}

/** How far from the upper and lower edge running lines stand, as a share of the page. */
const edgeShare = 0.13;

const shapeOf = (text: string): string => text.replace(/\d+/g, '#').replace(/\s+/g, '');

/** Takes running headers, footers and page numbers out: edge lines that come again on other pages, digits apart. */
export const withoutRunningEdges = (pages: readonly { page: LaidPage; lines: PageLine[] }[]): RunningEdges => {
  const seen = new Map<string, number>();
  const edgeOf = (page: LaidPage, line: PageLine): 'header' | 'footer' | null => {
    if (line.y < page.height * edgeShare) return 'header';
    return line.y > page.height * (1 - edgeShare) ? 'footer' : null;
  };
  for (const { page, lines } of pages) {
    for (const line of lines) {
      const edge = edgeOf(page, line);
      if (edge === null) continue;
      const key = `${edge} ${Math.round(line.y / 6)} ${shapeOf(line.text)}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  }
  const kept: PageLine[] = [];
  const edges = { header: new Map<string, string>(), footer: new Map<string, string>() };
  for (const { page, lines } of pages) {
    for (const line of lines) {
      const edge = edgeOf(page, line);
      const key = edge && `${edge} ${Math.round(line.y / 6)} ${shapeOf(line.text)}`;
      const outermost = line === lines[0] || line === lines.at(-1);
      const repeated = key !== null && (seen.get(key) ?? 0) >= Math.max(2, Math.ceil(pages.length * 0.4));
      const numbered = edge !== null && outermost && pageNumber.test(line.text);
      if (edge !== null && (repeated || numbered))
        edges[edge].set(shapeOf(line.text), edges[edge].get(shapeOf(line.text)) ?? line.text);
      else kept.push(line);
    }
  }
  return { lines: kept, headers: [...edges.header.values()], footers: [...edges.footer.values()] };
};
