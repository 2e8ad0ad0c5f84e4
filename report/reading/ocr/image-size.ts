export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** Pixels of a PNG, JPEG, WebP or BMP by its header, before anything is decoded; null for anything else. */
export const imageSize = (bytes: Uint8Array): ImageSize | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = sizeOf(view);
    return size.width > 0 && size.height > 0 ? size : null;
  } catch {
    return null;
  }
};

const sizeOf = (view: DataView): ImageSize => {
  const magic = view.getUint16(0);
  if (magic === 0x8950) return { width: view.getUint32(16), height: view.getUint32(20) };
  if (magic === 0xffd8) return jpegSize(view);
  if (magic === 0x424d) return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };
  if (magic === 0x5249) return webpSize(view);
  return { width: 0, height: 0 };
};

/** Walks the segments to the frame header (SOF), passing over the tables that share its range of markers. */
const jpegSize = (view: DataView): ImageSize => {
  let at = 2;
  while (at + 9 < view.byteLength) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff) return { width: 0, height: 0 };
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return { width: 0, height: 0 };
};

const webpSize = (view: DataView): ImageSize => {
  const kind = view.getUint8(15);
  if (kind === 0x58) {
    const three = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16) + 1;
    return { width: three(24), height: three(27) };
  }
  if (kind === 0x4c) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
};
