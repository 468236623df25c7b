import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a careful application allows its pages: scripts of its own, no code from text, and sockets on this machine. */
const CSP = "default-src 'self'; connect-src ws://127.0.0.1:*";

const PAGE = '<!doctype html><html lang="en"><title>clinic</title><script type="module" src="/page.js"></script></html>';

/** Serves a page and its bundle on loopback. */
export interface PageServer extends AsyncDisposable {
  readonly port: number;
  /** The scripts that were asked for, in order. */
  readonly asked: readonly string[];
}

export async function servePage(files: ReadonlyMap<string, Uint8Array>): Promise<PageServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const name = (request.url ?? '/').slice(1);
    const script = files.get(name);
    if (script !== undefined) asked.push(name);
    const type = script === undefined ? 'text/html; charset=utf-8' : 'text/javascript; charset=utf-8';
    const headers = { 'content-type': type, 'content-security-policy': CSP, 'cache-control': 'no-store' };
    response.writeHead(name === '' || script !== undefined ? 200 : 404, headers).end(script ?? PAGE);
  });
  server.listen(0);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
