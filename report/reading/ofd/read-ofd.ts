import type { ReportDocument } from '../../../core/report-document.ts';
import { DocumentBuilder } from '../document-builder.ts';
import { layOut } from '../layout/lay-out.ts';
import { identity } from '../layout/matrix.ts';
import type { LaidPage } from '../layout/page.ts';
import type { ReadingLimits } from '../limits.ts';
import type { PartStore } from '../parts.ts';
import { Refusal, sentences } from '../refusal.ts';
import { type PartSource, scanPart } from '../xml/scan-part.ts';
import type { XmlAttributes } from '../xml/xml-scanner.ts';
import type { Archive } from '../zip/archive.ts';
import { numbersOf } from './geometry.ts';
import { type Graphic, GraphicsHandler } from './graphics.ts';
import { piecesOf } from './pieces.ts';

const a4 = [0, 0, 210, 297];
const points = 72 / 25.4;
const noTextLayer = 'OFD 文件只有版式图形、没有文字层，无法检查，请发送 .docx 原稿，或另存为 PDF 后重新发送。';

/** An OFD (GB/T 33190) by its text objects, laid out like a PDF. Template pages hold headers and are passed over. */
export const readOfd = async (archive: Archive, limits: ReadingLimits): Promise<ReportDocument> => {
  const source: PartSource = { archive, limits, budget: { elements: 0 }, vocabulary: 'local' };
  const root = await elementTexts(source, 'OFD.xml');
  if (root.seen.has('Encryptions')) {
    throw new Refusal('encrypted', 'OFD 文件已加密，无法读取，请取消加密后重新发送，或发送 .docx 原稿。');
  }
  const main = root.texts.find(([name]) => name === 'DocRoot')?.[1];
  if (main === undefined) throw new Refusal('damaged', sentences.damaged);
  const documentName = find(archive, '', main);
  const folder = documentName.slice(0, documentName.lastIndexOf('/') + 1);
  const { texts, pages } = await elementTexts(source, documentName);
  if (pages.length > limits.pages) throw new Refusal('too-large', sentences.tooManyPages);
  const units = new Map<string, readonly Graphic[]>();
  for (const [name, value] of texts) {
    if (name !== 'PublicRes' && name !== 'DocumentRes') continue;
    const resources = new GraphicsHandler();
    await scanPart(source, find(archive, folder, value), resources);
    for (const [id, unit] of resources.units) units.set(id, unit);
  }
  const box = texts.find(([name]) => name === 'PhysicalBox')?.[1];
  const laid = await layPages(source, pages, folder, units, box);
  if (laid.every(({ pieces }) => pieces.length === 0)) throw new Refusal('no-text', noTextLayer);
  const builder = new DocumentBuilder('native', limits);
  layOut(laid, builder);
  return builder.finish('ofd', { pages: pages.length > 0 ? pages.length : null });
};

const layPages = async (
  source: PartSource,
  pages: readonly string[],
  folder: string,
  units: ReadonlyMap<string, readonly Graphic[]>,
  documentBox: string | undefined,
): Promise<LaidPage[]> => {
  const room = { characters: source.limits.characters * 2 };
  const laid: LaidPage[] = [];
  for (const [index, location] of pages.entries()) {
    const content = new GraphicsHandler();
    await scanPart(source, find(source.archive, folder, location), content);
    const [, , width = 210, height = 297] = sized(content.physicalBox) ?? sized(documentBox) ?? a4;
    const pieces = piecesOf(content.page, units, identity, room);
    if (room.characters <= 0) throw new Refusal('too-large', sentences.tooMuchText);
    laid.push({ number: index + 1, width: width * points, height: height * points, source: 'native', pieces });
  }
  return laid;
};

const sized = (box: string | undefined): number[] | undefined => {
  const numbers = numbersOf(box);
  return numbers.length === 4 ? numbers : undefined;
};

interface ElementTexts {
  readonly texts: (readonly [name: string, text: string])[];
  readonly seen: Set<string>;
  /** BaseLoc of the pages, template pages left out. */
  readonly pages: string[];
}

/** Text content of an XML part's leaf elements, in order. */
const elementTexts = async (source: PartSource, name: string): Promise<ElementTexts> => {
  const found: ElementTexts = { texts: [], seen: new Set(), pages: [] };
  let text = '';
  const handler = {
    open(element: string, attributes: XmlAttributes) {
      found.seen.add(element);
      text = '';
      if (element === 'Page' && attributes.BaseLoc !== undefined) found.pages.push(attributes.BaseLoc);
    },
    close(element: string) {
      if (text.trim() !== '') found.texts.push([element, text.trim()]);
      text = '';
    },
    text(value: string) {
      text += value;
    },
  };
  if (!(await scanPart(source, name, handler))) throw new Refusal('damaged', sentences.damaged);
  return found;
};

/** A location inside the package: from the root with a leading "/", else beside the file that names it. */
const find = (archive: PartStore, folder: string, location: string): string => {
  const path = location.replaceAll('\\', '/').replace(/^\.\//, '');
  const beside = path.startsWith('/') ? path.slice(1) : `${folder}${path}`;
  return archive.has(beside) ? beside : path.replace(/^\//, '');
};
