import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';
import type { WeappPackage } from '../weapp-package';

const HERE = path.join(__dirname, 'browser');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
};

/** Serves the host page, the page frames and the pictures of a package to the browser, on a free port. */
export async function serveScreen(pkg: WeappPackage): Promise<{ url: string; close(): Promise<void> }> {
  const documents: Record<string, string> = {
    '/': await htmlOf('host', HOST_BODY),
    '/frame.html': await htmlOf('frame', ''),
  };
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const document = documents[pathname];
    const file = decodeURIComponent(pathname).slice(1);
    const known = document !== undefined || (pkg.files().includes(file) && pkg.has(file));
    response.statusCode = known ? 200 : 404;
    response.setHeader('content-type', TYPES[document ? '.html' : path.extname(file)] ?? 'text/plain');
    response.end(known ? (document ?? readFileSync(path.join(pkg.dist, file))) : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const HOST_BODY = `<div id="pages"></div>
<div id="bar"><button id="back">‹</button><div id="title"></div><div id="capsule"></div></div>
<div id="tabs"></div><div id="cover"></div><div id="toast" hidden></div>`;

async function htmlOf(name: 'host' | 'frame', body: string): Promise<string> {
  const bundle = await build({
    entryPoints: [path.join(HERE, `${name}.ts`)],
    bundle: true,
    format: 'iife',
    write: false,
    logLevel: 'error',
  });
  const script = bundle.outputFiles[0]?.text ?? '';
  const style = readFileSync(path.join(HERE, `${name}.css`), 'utf8');
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,">
<style>${style}</style><body>${body}<script>${script}</script></body></html>`;
}
