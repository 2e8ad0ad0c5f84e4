import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

export interface CuttableLine {
  readonly url: string;
  /** Breaks every connection and takes no new ones. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** A line to a local server that can be cut and mended, as networks are. */
export async function cuttableLine(target: string): Promise<CuttableLine> {
  const port = Number(new URL(target).port);
  const open = new Set<Socket>();
  let broken = false;
  const cut = (): void => {
    broken = true;
    for (const socket of open) socket.destroy();
    open.clear();
  };
  const server = createServer((near) => {
    if (broken) {
      near.destroy();
      return;
    }
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) {
      open.add(socket);
      // Either end may vanish at any time: the other one follows.
      socket.on('error', () => {});
      socket.on('close', () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    mend: () => {
      broken = false;
    },
    close: () => {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
