import { describe, expect, it } from 'vitest';
import { evenLight, type GreyPicture, greyMap } from './even-light.ts';

const [width, height] = [480, 360];
const pictureOf = (light: (x: number, y: number) => number): GreyPicture => {
  const data = new Uint8Array(width * height);
  for (let at = 0; at < data.length; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)];
    // Every sixth column is ink, which gives back a fifth of the light.
    data[at] = Math.round(light(x, y) * (x % 6 === 0 ? 0.2 : 1));
  }
  return { data, width, height };
};
const rangeOf = ({ data }: GreyPicture, ink: boolean): [number, number] => {
  const values = [...data].filter((_, at) => ((at % width) % 6 === 0) === ink);
  return [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
};

describe('a picture', () => {
  it('that is evenly lit stays as it is', () => {
    const picture = pictureOf(() => 200);
    expect(evenLight(picture)).toBe(picture);
  });

  it.each([
    ['towards one side', (x: number) => 240 - x * 0.35],
    ['in a corner', (x: number, y: number) => Math.max(70, 240 - Math.hypot(x, y) * 0.3)],
  ])('with a shadow %s has ink and paper told apart by one threshold afterwards', (_, light) => {
    const even = evenLight(pictureOf(light));
    expect(rangeOf(even, true)[1]).toBeLessThan(160);
    expect(rangeOf(even, false)[1]).toBeGreaterThan(240);
  });

  it('smaller than a cell, or black, is no trouble', () => {
    for (const side of [1, 5]) {
      const black = { data: new Uint8Array(side * side), width: side, height: side };
      expect(evenLight(black).data).toEqual(black.data);
    }
  });

  it('is written as a grey map', () => {
    const map = greyMap({ data: Uint8Array.of(1, 2), width: 2, height: 1 });
    expect(Buffer.from(map).toString('latin1')).toBe('P5\n2 1\n255\n\u0001\u0002');
  });
});
