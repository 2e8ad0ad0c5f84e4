/** Signs of the block of radicals (U+2E80 to U+2EF3) that look like whole characters but have no equivalent in Unicode. */
const radicals = new Map<string, string>(
  Array.from(
    '⺟母⺠民⺩王⺪疋⺫罒⺬示⺭礻⺮竹⺰纟⺲罒⺶羊⺷羊⺸羊⺹耂⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑长⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞飠⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龟⻲亀'.matchAll(
      /(.)(.)/gu,
    ),
    ([, radical = '', sign = '']) => [radical, sign] as const,
  ),
);

/** Punctuation as vertical type has it. */
const upright = new Map<string, string>(
  Array.from(
    '︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︱—︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』'.matchAll(
      /(.)(.)/gu,
    ),
    ([, form = '', sign = '']) => [form, sign] as const,
  ),
);

const odd = /[\u2e80-\u2fd5\uf900-\ufad9\ufe10-\ufe19\ufe30-\ufe44]/gu;

/** Fonts map fillers to control characters, which no text may hold. */
export const withoutControls = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  text.replace(/[\0-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '');

/**
 * Print forms as the signs they stand for. Fonts of page descriptions often map 工 to the radical ⼯, which looks the same
 * and is another character.
 */
export const plainSigns = (text: string): string =>
  withoutControls(text).replace(odd, (sign) => radicals.get(sign) ?? upright.get(sign) ?? sign.normalize('NFKC'));
