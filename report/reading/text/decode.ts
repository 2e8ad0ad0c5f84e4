import { controlShare } from './control-characters.ts';

/** Characters that make up about half of any Chinese official text, with its punctuation. */
const common = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严。，、；：？！“”‘’（）《》—…·〇　',
);

const legacyEncodings = ['gb18030', 'big5'] as const;
const wideEncodings = ['utf-16le', 'utf-16be'] as const;

export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

/**
 * Decodes a text file without being told its encoding: byte order mark, then strict UTF-8, then UTF-8 with a few broken
 * bytes, then whichever of GB18030, Big5 and UTF-16 reads most like Chinese. Null when nothing reads like text.
 */
export const decodeText = (bytes: Uint8Array): DecodedText | null => {
  const marked = markedEncoding(bytes);
  if (marked !== null) return { text: decode(bytes, marked), encoding: marked };
  const utf8 = decode(bytes, 'utf-8');
  const broken = count(utf8, '\ufffd');
  const binary = controlShare(utf8) > 0.02;
  if (!binary && (broken === 0 || (broken <= Math.max(1, utf8.length * 0.002) && hasHan(utf8)))) {
    return { text: utf8, encoding: 'utf-8' };
  }
  const encodings = bytes.length % 2 === 0 ? [...legacyEncodings, ...wideEncodings] : legacyEncodings;
  let best: (DecodedText & { score: number }) | undefined;
  for (const encoding of encodings) {
    const text = decode(bytes, encoding);
    const score = likeness(text);
    if (best === undefined || score > best.score) best = { text, encoding, score };
  }
  return best !== undefined && best.score > 0.15 ? { text: best.text, encoding: best.encoding } : null;
};

const decode = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes);

const markedEncoding = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
};

const count = (text: string, sign: string): number => text.split(sign).length - 1;

const hasHan = (text: string): boolean => /[\u4e00-\u9fff]/.test(text);

/** Share of common characters, less five times the share of characters no text has. 1 is a plain Chinese text. */
const likeness = (text: string): number => {
  let good = 0;
  let bad = 0;
  let all = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    if (code === 0x0a || code === 0x0d || code === 0x09 || code === 0x20) continue;
    all += 1;
    if (common.has(sign)) good += 1;
    else if (code > 0x20 && code < 0x7f) good += 0.5;
    else if (code < 0x20 || code === 0x7f || code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff)) bad += 1;
  }
  // One broken sign happens to any file and must not decide about a short one.
  return all === 0 ? 0 : (good - (bad === 1 ? 1 : 5 * bad)) / all;
};
