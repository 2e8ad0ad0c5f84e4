// Converts the sample reports into every format and prints how much of their text and of their paragraphs comes back.
// usage: tsx scripts/measure-reading.ts [--folder ../shared/samples] [--only docx,pdf] [--bombs]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadConfig } from '../config/load.ts';
import { createIsolatedReader, type IsolatedReader } from '../jobs/isolated-reader.ts';
import { bombs } from '../testing/builders/bombs.ts';
import { docxFromText } from '../testing/builders/docx-from-text.ts';
import { ofdFromText } from '../testing/builders/ofd.ts';
import { type Count, foundAndRight, sum } from './measure-reading/count.ts';
import { countHeadings, trueHeadings } from './measure-reading/headings.ts';
import { type Likeness, likenessOf } from './measure-reading/likeness.ts';
import { officeConvert } from './measure-reading/office.ts';
import { scannedPdf } from './measure-reading/scan.ts';
import { watchEffort } from './measure-reading/watch-effort.ts';

type Make = (text: string) => Uint8Array | Promise<Uint8Array>;
const docx: Make = (text) => docxFromText(text, { runLength: 7 });
const through =
  (extension: string): Make =>
  async (text) =>
    officeConvert(await docx(text), 'docx', extension);
const scanned =
  (dpi: number): Make =>
  async (text) =>
    scannedPdf(await through('pdf')(text), dpi);

const makers: Readonly<Record<string, { readonly extension: string; readonly make: Make }>> = {
  txt: { extension: 'txt', make: (text) => Buffer.from(text) },
  docx: { extension: 'docx', make: docx },
  doc: { extension: 'doc', make: through('doc') },
  odt: { extension: 'odt', make: through('odt') },
  rtf: { extension: 'rtf', make: through('rtf') },
  pdf: { extension: 'pdf', make: through('pdf') },
  ofd: { extension: 'ofd', make: ofdFromText },
  'scan 150': { extension: 'pdf', make: scanned(150) },
  'scan 200': { extension: 'pdf', make: scanned(200) },
};

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;

const measureFormats = async (reader: IsolatedReader, folder: string, only: string | undefined): Promise<void> => {
  const truth = trueHeadings(folder);
  const config = loadConfig(fileURLToPath(new URL('../config', import.meta.url)));
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((file) => ({ text: readFileSync(join(folder, file), 'utf8'), headings: truth.get(file) ?? [] }));
  console.log(
    `| format | characters | worst file | same paragraphs | borders found | borders right | headings found | headings right | ms a file |\n|---|---|---|---|---|---|---|---|---|`,
  );
  for (const [name, { extension, make }] of Object.entries(makers)) {
    if (only !== undefined && !only.split(',').includes(name)) continue;
    const measured: (Likeness & { readonly ms: number; readonly headings: Count })[] = [];
    for (const { text, headings } of texts) {
      const bytes = await make(text);
      const start = performance.now();
      const outcome = await reader.read(bytes, `报告.${extension}`);
      const ms = performance.now() - start;
      if (!outcome.ok) throw new Error(`${name}: ${outcome.message}`);
      const { document } = outcome;
      measured.push({ ms, ...likenessOf(document, text), headings: countHeadings(document, headings, config) });
    }
    const total = (of: 'ms' | 'letters' | 'errors') => measured.reduce((all, file) => all + file[of], 0);
    const paragraphs = sum(measured.map((file) => file.paragraphs));
    const cells = [
      name,
      percent(1 - total('errors') / total('letters')),
      percent(1 - Math.max(...measured.map(({ errors, letters }) => errors / letters))),
      `${paragraphs.right}/${paragraphs.wanted}`,
      ...foundAndRight(sum(measured.map(({ borders }) => borders))),
      ...foundAndRight(sum(measured.map(({ headings }) => headings))),
      Math.round(total('ms') / texts.length),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
};

const measureBombs = async (reader: IsolatedReader): Promise<void> => {
  const next = docxFromText('下一份报告');
  console.log('\n| hostile file | answer | ms | CPU ms | peak MB | next file |\n|---|---|---|---|---|---|');
  for (const { name, make } of bombs) {
    const bytes = make();
    const effort = watchEffort('reading-child');
    const start = performance.now();
    const outcome = await reader.read(bytes, '报告.docx');
    const ms = performance.now() - start;
    const { peakMb, cpuMs } = effort.stop();
    const after = await reader.read(next, '下一份.docx');
    const cells = [
      name,
      outcome.ok ? 'read' : outcome.code,
      Math.round(ms),
      cpuMs,
      peakMb,
      after.ok ? 'read' : after.code,
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
};

const { values } = parseArgs({
  options: { folder: { type: 'string' }, only: { type: 'string' }, bombs: { type: 'boolean', default: false } },
});
const folder = values.folder ?? fileURLToPath(new URL('../../shared/samples', import.meta.url));
const reader = createIsolatedReader();
if (values.bombs) await measureBombs(reader);
else if (existsSync(folder)) await measureFormats(reader, folder, values.only);
else console.log(`no sample reports at ${folder}`);
await reader.close();
