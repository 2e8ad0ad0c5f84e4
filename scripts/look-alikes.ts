import { createCanvas, GlobalFonts } from '@napi-rs/canvas';

const size = 24;
/** Characters of much more or less ink are not mistaken for one another. */
const alikeInk = 0.3;
/** Faces to print with, the first that is there. */
const families = ['Noto Sans CJK SC', 'Noto Sans CJK JP', 'Noto Serif CJK SC', 'Noto Serif CJK JP'];

/** Pairs of characters whose printed shapes differ by no more than `most` of their ink, nearest first for each. */
export const lookAlikes = (characters: readonly string[], most: number, each: number): string[] => {
  const family = families.find((name) => GlobalFonts.has(name));
  if (family === undefined) throw new Error(`look-alikes are found in print: install ${families[0]}`);
  const shapes = characters.map((character) => shapeOf(character, family));
  const pairs = new Set<string>();
  for (const [at, shape] of shapes.entries()) {
    const near: { other: number; apart: number }[] = [];
    for (const [other, another] of shapes.entries()) {
      if (other === at || Math.abs(shape.ink - another.ink) > alikeInk * shape.ink) continue;
      const apart = distance(shape.dots, another.dots) / (shape.ink + another.ink);
      if (apart <= most) near.push({ other, apart });
    }
    near.sort((a, b) => a.apart - b.apart);
    for (const { other } of near.slice(0, each)) {
      pairs.add([characters[at], characters[other]].sort().join(''));
    }
  }
  return [...pairs].sort();
};

interface Shape {
  readonly dots: Float32Array;
  readonly ink: number;
}

/** How dark the dots of a small print are, blurred so that strokes a little apart still meet. */
const shapeOf = (character: string, family: string): Shape => {
  const canvas = createCanvas(size, size);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, size, size);
  context.fillStyle = 'black';
  context.font = `${size - 4}px "${family}"`;
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  context.fillText(character, size / 2, size / 2);
  const { data } = context.getImageData(0, 0, size, size);
  const sharp = Float32Array.from({ length: size * size }, (_, at) => 1 - (data[at * 4] ?? 255) / 255);
  const dots = Float32Array.from(sharp, (dot, at) => {
    const beside = [at - 1, at + 1, at - size, at + size].map((place) => sharp[place] ?? 0);
    return 0.5 * dot + 0.125 * beside.reduce((sum, one) => sum + one, 0);
  });
  return { dots, ink: dots.reduce((sum, dot) => sum + dot, 0) };
};

const distance = (a: Float32Array, b: Float32Array): number => {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += Math.abs((a[at] ?? 0) - (b[at] ?? 0));
  return sum;
};
