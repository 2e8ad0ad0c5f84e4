// Reads one file with one reader and prints {ms, cpu, rss, characters}: run by bench/reading.ts, a fresh process each time.
// Plain JavaScript, so that no loader's time and memory stand in the figures.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [subject = '', file = '', dist = '', root = ''] = process.argv.slice(2);
const bytes = readFileSync(file);
const load = (path) => import(pathToFileURL(`${dist}/${path}`).href);

const ours = async () => {
  const { readDocument } = await load('report/reading/read-document.js');
  const outcome = await readDocument(bytes, { fileName: file });
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.document.text.length;
};

const mammothText = async () => {
  const { default: mammoth } = await import('mammoth');
  return (await mammoth.extractRawText({ buffer: bytes })).value.length;
};

const wordExtractor = async () => {
  const { default: WordExtractor } = await import('word-extractor');
  return (await new WordExtractor().extract(bytes)).getBody({ filterUnicode: false }).length;
};

const pdfjsAlone = async () => {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const maps = `${root}/node_modules/pdfjs-dist/cmaps/`;
  const pdf = await getDocument({ data: Uint8Array.from(bytes), cMapUrl: maps, cMapPacked: true, verbosity: 0 })
    .promise;
  let characters = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    for (const item of items) characters += 'str' in item ? item.str.length : 0;
  }
  return characters;
};

const subjects = {
  cuigao: ours,
  mammoth: mammothText,
  'word-extractor': wordExtractor,
  'pdfjs alone': pdfjsAlone,
  'bare node': () => Promise.resolve(0),
};

const read = subjects[subject];
if (read === undefined) throw new Error(`no such reader: ${subject}`);
const start = performance.now();
const characters = await read();
const ms = performance.now() - start;
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
console.log(JSON.stringify({ ms, cpu: (userCPUTime + systemCPUTime) / 1000, rss: maxRSS / 1024, characters }));
process.exit(0);
