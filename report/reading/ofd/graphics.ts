import type { Matrix } from '../layout/matrix.ts';
import type { XmlAttributes, XmlHandler } from '../xml/xml-scanner.ts';
import { placement } from './geometry.ts';

export interface TextCode {
  text: string;
  /** Absent: goes on from the code before. */
  readonly x: number | undefined;
  readonly y: number | undefined;
  readonly deltaX: string | undefined;
  readonly deltaY: string | undefined;
}

export type Graphic =
  | { readonly kind: 'text'; readonly place: Matrix; readonly size: number; readonly codes: TextCode[] }
  | { readonly kind: 'composite'; readonly place: Matrix; readonly resource: string };

const optional = (value: string | undefined): number | undefined => {
  const number = Number(value);
  return value === undefined || value.trim() === '' || !Number.isFinite(number) ? undefined : number;
};

/** Collects text and composite objects of a page, or of the composite units of a resource file by their id. */
export class GraphicsHandler implements XmlHandler {
  readonly page: Graphic[] = [];
  readonly units = new Map<string, Graphic[]>();
  /** Drawings and pictures seen: what a page shows when it has no text. */
  drawings = 0;
  physicalBox: string | undefined;
  #target: Graphic[] = this.page;
  #text: (Graphic & { kind: 'text' }) | undefined;
  #code: TextCode | undefined;
  #inBox = false;

  open(name: string, attributes: XmlAttributes): void {
    switch (name) {
      case 'CompositeGraphicUnit': {
        const unit: Graphic[] = [];
        this.units.set(attributes.ID ?? '', unit);
        this.#target = unit;
        return;
      }
      case 'TextObject':
        this.#text = {
          kind: 'text',
          place: placement(attributes.Boundary, attributes.CTM),
          size: optional(attributes.Size) ?? 0,
          codes: [],
        };
        this.#target.push(this.#text);
        return;
      case 'TextCode':
        this.#code = {
          text: '',
          x: optional(attributes.X),
          y: optional(attributes.Y),
          deltaX: attributes.DeltaX,
          deltaY: attributes.DeltaY,
        };
        this.#text?.codes.push(this.#code);
        return;
      case 'CompositeObject':
        this.#target.push({
          kind: 'composite',
          place: placement(attributes.Boundary, attributes.CTM),
          resource: attributes.ResourceID ?? '',
        });
        return;
      case 'PathObject':
      case 'ImageObject':
        this.drawings += 1;
        return;
      case 'PhysicalBox':
        this.#inBox = this.physicalBox === undefined;
        if (this.#inBox) this.physicalBox = '';
        return;
    }
  }

  close(name: string): void {
    if (name === 'TextCode') this.#code = undefined;
    else if (name === 'TextObject') this.#text = undefined;
    else if (name === 'CompositeGraphicUnit') this.#target = this.page;
    else if (name === 'PhysicalBox') this.#inBox = false;
  }

  text(value: string): void {
    if (this.#code) this.#code.text += value;
    else if (this.#inBox) this.physicalBox += value;
  }
}
