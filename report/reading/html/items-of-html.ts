import type { StoryItem } from '../docx/story.ts';
import type { ReadingLimits } from '../limits.ts';
import { Refusal, sentences } from '../refusal.ts';
import { decodeText } from '../text/decode.ts';
import { HtmlFlow } from './html-flow.ts';
import { htmlTokens } from './html-tokens.ts';
import { isWebArchive, pageOfArchive } from './mime.ts';

/** Hands over the paragraphs and table rows of a page or web archive, in order. */
export const itemsOfHtml = (bytes: Uint8Array, limits: ReadingLimits, put: (item: StoryItem) => void): void => {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const page = isWebArchive(head) ? pageOfArchive(bytes) : bytes;
  const text = page === null ? null : decodeText(page)?.text;
  if (!text) throw new Refusal('damaged', sentences.damaged);
  const flow = new HtmlFlow(limits, put);
  let elements = 0;
  for (const token of htmlTokens(text.replaceAll('\0', ''))) {
    if (token.kind === 'text') flow.text(token.text);
    else if (token.kind === 'close') flow.close(token.name);
    else {
      elements += 1;
      if (elements > limits.xmlElements) throw new Refusal('too-complex', sentences.tooComplex);
      flow.open(token.name, token.attributes, token.selfClosing);
    }
  }
  flow.end();
};
