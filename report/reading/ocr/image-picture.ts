import type { ReadingLimits } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { evenLight, greyMap } from './even-light.ts';
import { imageSize } from './image-size.ts';
import type { PagePicture } from './recogniser.ts';

/** The longer side of an A4 page at 200 dots per inch: photos are brought down to it, for finer type is read worse. */
const longestSide = 2340;
const damagedImage = '图片已损坏或传输不完整，请重新拍照，或发送 .docx 原稿。';

/** Quarter turns clockwise. */
export type Turn = 0 | 1 | 2 | 3;

/**
 * A picture file as one page of a size that is read well. The decoder already turns it as the camera noted; `turn` comes
 * on top.
 */
export const pictureOfImage = async (
  bytes: Uint8Array,
  limits: ReadingLimits,
  turn: Turn = 0,
): Promise<PagePicture> => {
  const declared = imageSize(bytes);
  if (declared === null) throw new Refusal('damaged', damagedImage);
  if (declared.width * declared.height > limits.imagePixels * 2.5) {
    throw new Refusal('too-large', '图片尺寸过大，请缩小后重新发送，或发送 .docx 原稿。');
  }
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  try {
    const image = await loadImage(Buffer.from(bytes));
    const shrink = Math.min(1, longestSide / Math.max(image.width, image.height));
    const [imageWidth, imageHeight] = [image.width, image.height].map((side) => Math.max(1, Math.round(side * shrink)));
    const sides = [imageWidth ?? 1, imageHeight ?? 1] as const;
    const [width, height] = turn % 2 === 0 ? sides : ([sides[1], sides[0]] as const);
    const canvas = createCanvas(width, height);
    const context = canvas.getContext('2d');
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, width, height);
    context.translate(width / 2, height / 2);
    context.rotate((turn * Math.PI) / 2);
    context.drawImage(image, -sides[0] / 2, -sides[1] / 2, sides[0], sides[1]);
    const scale = Math.max(width, height) / 842;
    const grey = greyOf(context.getImageData(0, 0, width, height).data);
    return { number: 1, bytes: greyMap(evenLight({ data: grey, width, height })), width, height, scale };
  } catch (error) {
    throw new Refusal('damaged', damagedImage, { cause: error });
  }
};

/** The brightness of RGBA pixels, as the eye has it. */
const greyOf = (pixels: Uint8ClampedArray): Uint8Array => {
  const grey = new Uint8Array(pixels.length / 4);
  for (let at = 0; at < grey.length; at += 1) {
    const [red = 0, green = 0, blue = 0] = [pixels[at * 4], pixels[at * 4 + 1], pixels[at * 4 + 2]];
    grey[at] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
  }
  return grey;
};
