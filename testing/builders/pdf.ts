/** One page of a PDF: its content stream and the objects it names. */
export interface PdfPage {
  /** Points. */
  readonly width: number;
  readonly height: number;
  /**
   * Content stream. Fonts: /F1 runs across, /F2 down the page, /F3 has glyph numbers and no character map, /F4 is
   * Latin; the page's picture is /Im1.
   */
  readonly content: string;
  /** Degrees by which the page is shown turned. */
  readonly rotate?: 90 | 180 | 270;
  /** A JPEG shown by "/Im1 Do". */
  readonly jpeg?: { readonly bytes: Uint8Array; readonly width: number; readonly height: number };
}

/** UTF-16BE as a PDF hex string: what the UniGB-UCS2-H character map takes. */
export const hexString = (text: string): string => `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

/** A line of Chinese type in the font /F1, x and y from the lower left corner. */
export const pdfText = (text: string, x: number, y: number, size: number): string =>
  `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm ${hexString(text)} Tj ET\n`;

/** A column of vertical Chinese type in the font /F2; x is its middle, y its upper end. */
export const pdfVerticalText = (text: string, x: number, y: number, size: number): string =>
  `BT /F2 ${size} Tf 1 0 0 1 ${x} ${y} Tm ${hexString(text)} Tj ET\n`;

/** A standard security handler whose password nobody knows. */
const locked = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'1f'.repeat(32)}> /U <${'2e'.repeat(32)}> >> /ID [<00> <00>]`;

/**
 * A PDF of the pages, with a Chinese font that is named and not embedded (STSong, UniGB-UCS2-H); `encrypted` ones ask for
 * a password before anything can be read.
 */
export const buildPdf = (pages: readonly PdfPage[], { encrypted = false } = {}): Uint8Array => {
  const objects: Buffer[] = [];
  const add = (body: string | Buffer): number => {
    objects.push(typeof body === 'string' ? Buffer.from(body, 'latin1') : body);
    return objects.length;
  };
  const stream = (dictionary: string, bytes: Uint8Array): Buffer =>
    Buffer.concat([
      Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`, 'latin1'),
      bytes,
      Buffer.from('\nendstream', 'latin1'),
    ]);
  const catalog = add('');
  const tree = add('');
  const descriptor = add(
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  );
  const descendant = add(
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor ${descriptor} 0 R /DW 1000 >>`,
  );
  const font = add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [${descendant} 0 R] >>`,
  );
  const vertical = add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-V /DescendantFonts [${descendant} 0 R] >>`,
  );
  const nameless = add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descriptor} 0 R /DW 1000 >>`,
  );
  const unmapped = add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Song /Encoding /Identity-H /DescendantFonts [${nameless} 0 R] >>`,
  );
  const latin = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const fonts = `/F4 ${latin} 0 R /F1 ${font} 0 R /F2 ${vertical} 0 R /F3 ${unmapped} 0 R`;
  const kids = pages.map(({ width, height, content, jpeg, rotate = 0 }) => {
    const body = add(stream('', Buffer.from(content, 'latin1')));
    const picture = jpeg
      ? add(
          stream(
            `/Type /XObject /Subtype /Image /Width ${jpeg.width} /Height ${jpeg.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`,
            jpeg.bytes,
          ),
        )
      : null;
    const pictures = picture === null ? '' : ` /XObject << /Im1 ${picture} 0 R >>`;
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Contents ${body} 0 R /Resources << /Font << ${fonts} >>${pictures} >> >>`,
    );
  });
  objects[catalog - 1] = Buffer.from(`<< /Type /Catalog /Pages ${tree} 0 R >>`);
  objects[tree - 1] = Buffer.from(
    `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`,
  );
  return serialise(objects, `/Root ${catalog} 0 R ${encrypted ? locked : ''}`);
};

const serialise = (objects: readonly Buffer[], root: string): Uint8Array => {
  const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let length = chunks[0]?.length ?? 0;
  const offsets = objects.map((body, index) => {
    const offset = length;
    const chunk = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    chunks.push(chunk);
    length += chunk.length;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} ${root} >>\nstartxref\n${length}\n%%EOF\n`;
  return Buffer.concat([...chunks, Buffer.from(table + trailer, 'latin1')]);
};

/** A page that is nothing but a picture, as scanners make them. */
export const scannedPage = (jpeg: NonNullable<PdfPage['jpeg']>): PdfPage => ({
  width: 595,
  height: 842,
  content: 'q 595 0 0 842 0 0 cm /Im1 Do Q',
  jpeg,
});
