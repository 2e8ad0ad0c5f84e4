import { useCallback, useRef, useState } from 'react';
import { RequestFailure, type Upload, uploadFile } from '../client/playground-client.ts';

export interface PendingUpload {
  readonly id: number;
  readonly chatId: string;
  readonly as: string;
  readonly parentId: string | undefined;
  readonly file: File;
  /** 0 to 1. */
  readonly share: number;
  readonly failure: string | null;
}

/** Files on their way to the server. A finished one leaves the list: its message comes with the events. */
export function useUploads() {
  const [uploads, setUploads] = useState<readonly PendingUpload[]>([]);
  const running = useRef(new Map<number, Upload>());
  const lastId = useRef(0);

  const drop = useCallback((id: number): void => {
    running.current.get(id)?.cancel();
    running.current.delete(id);
    setUploads((known) => known.filter((upload) => upload.id !== id));
  }, []);

  const start = useCallback(
    (chatId: string, as: string, parentId: string | undefined, file: File): void => {
      lastId.current += 1;
      const id = lastId.current;
      const change = (part: Partial<PendingUpload>): void =>
        setUploads((known) => known.map((upload) => (upload.id === id ? { ...upload, ...part } : upload)));
      setUploads((known) => [...known, { id, chatId, as, parentId, file, share: 0, failure: null }]);
      const upload = uploadFile(chatId, file, as, parentId, (share) => change({ share }));
      running.current.set(id, upload);
      upload.done.then(
        () => drop(id),
        (cause: unknown) => change({ failure: cause instanceof RequestFailure ? cause.message : '上传失败，请重试。' }),
      );
    },
    [drop],
  );

  const retry = useCallback(
    (upload: PendingUpload): void => {
      drop(upload.id);
      start(upload.chatId, upload.as, upload.parentId, upload.file);
    },
    [drop, start],
  );

  return { uploads, start, retry, drop };
}

export type Uploads = ReturnType<typeof useUploads>;
