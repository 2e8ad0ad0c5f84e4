import type { ClickAction, ClickAnswer, PlaygroundMessage, PlaygroundState, SendText } from '../../web-api.ts';

/** A call the server refused or never answered; `message` is a sentence for the person. */
export class RequestFailure extends Error {}

const sentenceFor = (status: number): string => {
  if (status === 413) return '文件太大，未能发送。请压缩或拆分后再试。';
  if (status === 404) return '内容已不存在，请刷新页面。';
  if (status === 429) return '发送太频繁，请稍候再试。';
  return `操作未成功（${status}），请稍后重试。`;
};

/** The server's own sentence where its answer holds one. */
export function refusalText(status: number, body: string): string {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null) {
      for (const key of ['error', 'message', 'msg']) {
        const value: unknown = Reflect.get(parsed, key);
        if (typeof value === 'string' && value !== '') return value;
      }
    }
  } catch {
    // Not JSON: the status alone has to tell.
  }
  return sentenceFor(status);
}

async function call<T>(path: string, init?: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (cause) {
    throw new RequestFailure('网络不通，请检查服务是否在运行。', { cause });
  }
  if (!response.ok) throw new RequestFailure(refusalText(response.status, await response.text()));
  return (await response.json()) as T;
}

const post = <T>(path: string, body: unknown): Promise<T> =>
  call<T>(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

export const loadState = (): Promise<PlaygroundState> => call('/api/state');

export const loadMessages = (chatId: string): Promise<PlaygroundMessage[]> =>
  call(`/api/chats/${encodeURIComponent(chatId)}/messages`);

export const sendText = (chatId: string, body: SendText): Promise<PlaygroundMessage> =>
  post(`/api/chats/${encodeURIComponent(chatId)}/messages`, body);

export const recall = (messageId: string, as: string): Promise<unknown> =>
  post(`/api/messages/${encodeURIComponent(messageId)}/recall`, { as });

export const clickCard = (messageId: string, click: ClickAction): Promise<ClickAnswer> =>
  post(`/api/messages/${encodeURIComponent(messageId)}/action`, click);

export const fileAddress = (fileKey: string): string => `/api/files/${encodeURIComponent(fileKey)}`;

export interface Upload {
  readonly done: Promise<PlaygroundMessage>;
  cancel(): void;
}

/** Sends a file as a message of its own. `onProgress` gets 0 to 1. `done` rejects with a RequestFailure. */
export function uploadFile(
  chatId: string,
  file: File,
  as: string,
  parentId: string | undefined,
  onProgress: (share: number) => void,
): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<PlaygroundMessage>((resolve, reject) => {
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as PlaygroundMessage);
      else reject(new RequestFailure(refusalText(request.status, request.responseText)));
    };
    request.onerror = () => reject(new RequestFailure('网络中断，文件没有发出去。'));
    request.onabort = () => reject(new RequestFailure('已取消上传。'));
  });
  // The fields come before the file: a streaming server knows the sender when the bytes arrive.
  const form = new FormData();
  form.append('as', as);
  if (parentId !== undefined) form.append('parentId', parentId);
  form.append('file', file, file.name);
  request.open('POST', `/api/chats/${encodeURIComponent(chatId)}/files`);
  request.send(form);
  return { done, cancel: () => request.abort() };
}
