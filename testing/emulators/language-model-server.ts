import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server was asked, as far as tests look at it. */
export interface ModelCall {
  readonly authorization: string | undefined;
  readonly model: string;
  readonly instructions: string;
  readonly material: { title?: string; section?: string; figures?: string[]; question?: string };
}

export type ModelBehaviour =
  /** Answers these words as the message. */
  | { readonly say: string; readonly tokens?: number }
  /** Answers whatever JSON the function makes of the material. */
  | { readonly answer: (material: ModelCall['material']) => unknown }
  | { readonly status: number; readonly retryAfter?: number }
  | { readonly hang: true }
  | { readonly endless: true }
  | { readonly redirect: string }
  | { readonly raw: string };

export interface LanguageModelServer {
  /** For LLM_BASE_URL. */
  readonly baseUrl: string;
  readonly calls: ModelCall[];
  /** How the next requests are answered, the last one for ever. */
  behave(...behaviours: ModelBehaviour[]): void;
  close(): Promise<void>;
}

/** A server that speaks OpenAI's chat completions, well or badly, as it is told. */
export const startLanguageModelServer = async (): Promise<LanguageModelServer> => {
  const calls: ModelCall[] = [];
  let queue: ModelBehaviour[] = [{ say: '{}' }];

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    if (request.method !== 'POST' || !request.url?.endsWith('/v1/chat/completions')) {
      response.writeHead(404).end();
      return;
    }
    const asked = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const material = JSON.parse(asked.messages[1].content);
    calls.push({
      authorization: request.headers.authorization,
      model: asked.model,
      instructions: asked.messages[0].content,
      material,
    });
    const behaviour = queue.length > 1 ? queue.shift() : queue[0];
    if (behaviour !== undefined) respond(response, behaviour, material);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    calls,
    behave: (...behaviours) => {
      queue = behaviours;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const respond = (response: ServerResponse, behaviour: ModelBehaviour, material: ModelCall['material']): void => {
  if ('hang' in behaviour) return;
  if ('redirect' in behaviour) {
    response.writeHead(307, { location: behaviour.redirect }).end();
    return;
  }
  if ('status' in behaviour) {
    const headers = behaviour.retryAfter === undefined ? {} : { 'retry-after': String(behaviour.retryAfter) };
    response.writeHead(behaviour.status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify({ error: { message: 'refused', type: 'test' } }));
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json' });
  if ('endless' in behaviour) {
    const more = () => {
      while (!response.destroyed && response.write(' '.repeat(64 * 1024)));
    };
    response.on('drain', more);
    more();
    return;
  }
  if ('raw' in behaviour) {
    response.end(behaviour.raw);
    return;
  }
  const content = 'say' in behaviour ? behaviour.say : JSON.stringify(behaviour.answer(material));
  const tokens = ('say' in behaviour ? behaviour.tokens : undefined) ?? 100;
  response.end(
    JSON.stringify({
      id: 'chatcmpl-1',
      object: 'chat.completion',
      choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
      usage: { prompt_tokens: tokens, completion_tokens: 0, total_tokens: tokens },
    }),
  );
};
