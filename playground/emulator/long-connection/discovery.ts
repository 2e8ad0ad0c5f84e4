import { z } from 'zod';
import { PlainAnswer, type Route } from '../api/routing.ts';
import type { ClientConfig, Connections } from './connections.ts';

const credentials = z.object({ AppID: z.string(), AppSecret: z.string() });
const mostConnections = 50;

/** Where a client asks for the address of its long connection. */
export function discoveryRoute(connections: Connections, clientConfig: ClientConfig): Route {
  return {
    name: 'discovery',
    method: 'post',
    path: '/callback/ws/endpoint',
    open: true,
    handle(call, { world }) {
      const given = credentials.safeParse(call.body);
      const { appId, appSecret } = world.app;
      if (!given.success || given.data.AppID !== appId || given.data.AppSecret !== appSecret) {
        return new PlainAnswer({ code: 514, msg: 'app_id or app_secret is invalid', data: {} });
      }
      if (connections.count >= mostConnections) {
        return new PlainAnswer({ code: 1000040350, msg: 'connection limit exceeded', data: {} });
      }
      const URL = connections.ticket(`ws://${call.headers.host ?? '127.0.0.1'}`);
      return new PlainAnswer({ code: 0, msg: '', data: { URL, ClientConfig: clientConfig } });
    },
  };
}
