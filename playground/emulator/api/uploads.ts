import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import busboy from 'busboy';
import { newFileKey, newImageKey } from '../ids.ts';
import { Refusal } from './refusals.ts';
import type { Route } from './routing.ts';

const fileTypes = ['opus', 'mp4', 'pdf', 'doc', 'xls', 'ppt', 'stream'];
const imageBytes = 10 * 1024 * 1024;

export const uploadRoutes: readonly Route[] = [
  {
    name: 'upload-file',
    method: 'post',
    path: '/open-apis/im/v1/files',
    async handle(call, { world, limits }) {
      const { fields, file } = await readMultipart(call.headers, call.stream, 'file', limits.uploadBytes);
      const { file_type, file_name } = fields;
      if (!file || !file_name || !fileTypes.includes(file_type ?? '')) throw new Refusal(234001);
      assertSize(file, limits.uploadBytes);
      const key = newFileKey();
      const about = { key, kind: 'file' as const, name: file_name, size: file.bytes.length, fromBot: true };
      world.saveFile({ ...about, mime: 'application/octet-stream' }, file.bytes);
      return { file_key: key };
    },
  },
  {
    name: 'upload-image',
    method: 'post',
    path: '/open-apis/im/v1/images',
    async handle(call, { world }) {
      const { fields, file } = await readMultipart(call.headers, call.stream, 'image', imageBytes);
      if (!file || !['message', 'avatar'].includes(fields.image_type ?? '')) throw new Refusal(234001);
      assertSize(file, imageBytes);
      const key = newImageKey();
      const about = { key, kind: 'image' as const, name: 'image', size: file.bytes.length, fromBot: true };
      world.saveFile({ ...about, mime: imageMime(file.bytes) }, file.bytes);
      return { image_key: key };
    },
  },
];

interface UploadedPart {
  /** undefined when the part has none, as with the SDK's Buffers. */
  readonly name: string | undefined;
  readonly mime: string;
  readonly bytes: Buffer;
  readonly cut: boolean;
}

/** Reads a multipart form with one file part called `part`; other files in it are skipped. */
export function readMultipart(
  headers: IncomingHttpHeaders,
  stream: Readable,
  part: string,
  maxBytes: number,
): Promise<{ fields: Record<string, string>; file: UploadedPart | null }> {
  return new Promise((resolve, reject) => {
    const refuse = (): void => reject(new Refusal(234001, { detail: 'ext=multipart' }));
    let parser: busboy.Busboy;
    try {
      parser = busboy({
        headers,
        defParamCharset: 'utf8',
        limits: { files: 1, fields: 20, fieldSize: 64 * 1024, fileSize: maxBytes + 1 },
      });
    } catch {
      refuse();
      return;
    }
    const fields: Record<string, string> = {};
    let file: UploadedPart | null = null;
    parser.on('field', (name, value) => {
      fields[name] = value;
    });
    parser.on('file', (name, content, info) => {
      if (name !== part) {
        content.resume();
        return;
      }
      const chunks: Buffer[] = [];
      content.on('data', (chunk: Buffer) => chunks.push(chunk));
      content.on('end', () => {
        const bytes = Buffer.concat(chunks);
        file = { name: info.filename, mime: info.mimeType, bytes, cut: bytes.length > maxBytes };
      });
    });
    parser.on('error', refuse);
    parser.on('close', () => resolve({ fields, file }));
    stream.on('aborted', refuse);
    stream.pipe(parser);
  });
}

function assertSize(file: UploadedPart, maxBytes: number): void {
  if (file.bytes.length === 0) throw new Refusal(234010);
  if (file.bytes.length > maxBytes) throw new Refusal(234006);
}

/** By the first bytes; anything else is told to browsers as plain bytes. */
export function imageMime(bytes: Buffer): string {
  if (bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]))) return 'image/png';
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  if (bytes.subarray(0, 4).toString('latin1') === 'GIF8') return 'image/gif';
  return 'application/octet-stream';
}
