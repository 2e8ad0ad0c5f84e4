import type { XmlAttributes } from '../xml/xml-scanner.ts';

interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Page set-up as it comes in, millimetres. */
export interface PageLayout {
  readonly size?: { readonly width: number; readonly height: number };
  readonly margins?: Margins;
}

const millimetres = (twips: string | undefined): number => Math.round((Number(twips ?? '0') / 1440) * 254) / 10 || 0;

/** Takes w:pgSz and w:pgMar of the first section that has them; later sections change nothing. */
export const readPageLayout = (name: string, attributes: XmlAttributes, layout: PageLayout): PageLayout => {
  if (name === 'w:pgSz' && layout.size === undefined) {
    return { ...layout, size: { width: millimetres(attributes['w:w']), height: millimetres(attributes['w:h']) } };
  }
  if (name === 'w:pgMar' && layout.margins === undefined) {
    return {
      ...layout,
      margins: {
        top: millimetres(attributes['w:top']),
        right: millimetres(attributes['w:right']),
        bottom: millimetres(attributes['w:bottom']),
        left: millimetres(attributes['w:left']),
      },
    };
  }
  return layout;
};
