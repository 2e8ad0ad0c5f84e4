/** A frame of the long connection: protobuf message pbbp2.Frame, the fields both sides use. */
export interface Frame {
  readonly seqId: bigint;
  readonly logId: bigint;
  readonly service: number;
  /** 0 control (ping, pong), 1 data. */
  readonly method: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Buffer;
}

export function encodeFrame(frame: Frame): Buffer {
  const parts = [
    varintField(1, frame.seqId),
    varintField(2, frame.logId),
    varintField(3, BigInt(frame.service)),
    varintField(4, BigInt(frame.method)),
  ];
  for (const [key, value] of Object.entries(frame.headers)) {
    parts.push(bytesField(5, Buffer.concat([bytesField(1, Buffer.from(key)), bytesField(2, Buffer.from(value))])));
  }
  parts.push(bytesField(8, frame.payload));
  return Buffer.concat(parts);
}

/** Throws a RangeError on anything that is not a frame. */
export function decodeFrame(bytes: Buffer): Frame {
  const headers: Record<string, string> = {};
  const numbers = new Map<number, bigint>();
  let payload: Buffer = Buffer.alloc(0);
  for (const field of fields(bytes)) {
    if (typeof field.value === 'bigint') numbers.set(field.tag, field.value);
    else if (field.tag === 8) payload = field.value;
    else if (field.tag === 5) {
      const texts = new Map<number, string>();
      for (const part of fields(field.value)) {
        if (typeof part.value !== 'bigint') texts.set(part.tag, part.value.toString('utf8'));
      }
      headers[texts.get(1) ?? ''] = texts.get(2) ?? '';
    }
  }
  return {
    seqId: numbers.get(1) ?? 0n,
    logId: numbers.get(2) ?? 0n,
    service: Number(numbers.get(3) ?? 0n),
    method: Number(numbers.get(4) ?? 0n),
    headers,
    payload,
  };
}

function varint(value: bigint): Buffer {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  do {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    bytes.push(rest > 0n ? low | 0x80 : low);
  } while (rest > 0n);
  return Buffer.from(bytes);
}

function varintField(tag: number, value: bigint): Buffer {
  return Buffer.concat([varint(BigInt(tag << 3)), varint(value)]);
}

function bytesField(tag: number, value: Buffer): Buffer {
  return Buffer.concat([varint(BigInt((tag << 3) | 2)), varint(BigInt(value.length)), value]);
}

function* fields(bytes: Buffer): Generator<{ tag: number; value: bigint | Buffer }> {
  let at = 0;
  const readVarint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = bytes[at];
      if (byte === undefined) throw new RangeError('frame ends inside a number');
      at += 1;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    throw new RangeError('number longer than 64 bits');
  };
  while (at < bytes.length) {
    const head = Number(readVarint());
    if ((head & 7) === 0) {
      yield { tag: head >> 3, value: readVarint() };
    } else if ((head & 7) === 2) {
      const length = Number(readVarint());
      if (at + length > bytes.length) throw new RangeError('frame ends inside a field');
      yield { tag: head >> 3, value: bytes.subarray(at, at + length) };
      at += length;
    } else {
      throw new RangeError(`wire type ${head & 7} is not used by frames`);
    }
  }
}
