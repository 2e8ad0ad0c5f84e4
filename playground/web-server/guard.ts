import type { NextFunction, Request, Response } from 'express';

const loopbackNames = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Keeps other sites' pages away from a server that needs no password: requests must name a host this server goes by
 * (against names rebound to it) and, where a browser tells, come from the page itself.
 */
export function sameSiteOnly(loopback: boolean) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const host = request.headers.host ?? '';
    const { origin } = request.headers;
    const name = host.replace(/:\d{1,5}$/, '');
    const strangeHost = loopback && !loopbackNames.includes(name);
    const strangeOrigin = origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`;
    if (strangeHost || strangeOrigin || request.headers['sec-fetch-site'] === 'cross-site') {
      response.status(403).json({ error: '请从本机的试用页面访问。' });
      return;
    }
    next();
  };
}
