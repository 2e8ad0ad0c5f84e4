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

/** Points up or down that a line may stand otherwise on another page. */
const heightStep = 6;

interface SortedPage {
  readonly page: LaidPage;
  readonly lines: readonly PageLine[];
}

type Edge = 'header' | 'footer';

/** Lines of many pages that say the same at the same height, digits apart. */
interface Sighting {
  pages: number;
  lastPage: number;
}

interface EdgeLine {
  readonly edge: Edge;
  readonly shape: string;
  readonly sighting: Sighting;
}

const edgeOf = (page: LaidPage, { y }: PageLine): Edge | null => {
  if (y < page.height * edgeShare) return 'header';
  return y > page.height * (1 - edgeShare) ? 'footer' : null;
};

const shapeOf = (text: string): string => text.replace(/\d+/g, '#').replace(/\s+/g, '');

const findEdgeLines = (pages: readonly SortedPage[]): Map<PageLine, EdgeLine> => {
  const found = new Map<PageLine, EdgeLine>();
  const sightings = new Map<string, Sighting>();
  for (const { page, lines } of pages) {
    for (const line of lines) {
      const edge = edgeOf(page, line);
      if (edge === null) continue;
      const shape = shapeOf(line.text);
      const step = Math.round(line.y / heightStep);
      const keys = [step, step - 1, step + 1].map((height) => `${edge} ${height} ${shape}`);
      const sighting = sightings.get(keys.find((key) => sightings.has(key)) ?? '') ?? { pages: 0, lastPage: 0 };
      if (sighting.pages === 0) sightings.set(keys[0] ?? '', sighting);
      if (sighting.lastPage !== page.number) sighting.pages += 1;
      sighting.lastPage = page.number;
      found.set(line, { edge, shape, sighting });
    }
  }
  return found;
};

/** Takes running headers, footers and page numbers out: edge lines that come again on other pages, digits apart. */
export const withoutRunningEdges = (pages: readonly SortedPage[]): RunningEdges => {
  const edgeLines = findEdgeLines(pages);
  const often = Math.max(2, Math.ceil(pages.length * 0.4));
  const kept: PageLine[] = [];
  const edges: Record<Edge, Map<string, string>> = { header: new Map(), footer: new Map() };
  for (const { lines } of pages) {
    for (const line of lines) {
      const found = edgeLines.get(line);
      const outermost = line === lines[0] || line === lines.at(-1);
      const running = found && (found.sighting.pages >= often || (outermost && pageNumber.test(line.text)));
      if (!running) kept.push(line);
      else if (!edges[found.edge].has(found.shape)) edges[found.edge].set(found.shape, line.text);
    }
  }
  return { lines: kept, headers: [...edges.header.values()], footers: [...edges.footer.values()] };
};
