// A real S3 server on this machine (s3rver). It takes any signature of version 4, so a gate in front of it checks them.
import { spawn } from 'node:child_process';
import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { S3Settings } from '@qihang/server/ports/storage/s3';
import { eventually } from './waiting';

const account = { accessKeyId: 'S3RVER', secretAccessKey: 'a secret that the gate knows' };

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  server.close();
  await once(server, 'close');
  return port;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** Whether a request is signed as AWS describes it ("Signature Version 4"), worked out from the request as it came. */
function isSigned({ method, url = '', headers }: IncomingMessage): boolean {
  const pattern =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
  const [, id, day = '', region = '', names = '', signature] =
    pattern.exec(headers.authorization ?? '') ?? [];
  if (id !== account.accessKeyId) return false;
  const [path = '', query = ''] = url.split('?');
  const canonical = [
    method,
    path,
    query.split('&').sort().join('&'),
    ...names.split(';').map((name) => `${name}:${headers[name]}`),
    '',
    names,
    headers['x-amz-content-sha256'],
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(
    hmac,
    `AWS4${account.secretAccessKey}`,
  );
  return hmac(key, text).toString('hex') === signature;
}

/** Checks signatures, and lets one file be written by one at a time: S3 keeps one or the other whole, s3rver mixes their parts. */
function gateTo(port: number) {
  const writing = new Map<string, Promise<void>>();
  return async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (!isSigned(incoming)) {
      incoming.resume();
      outgoing.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
      return;
    }
    const { method, url: path = '', headers } = incoming;
    const before = writing.get(path);
    if (method === 'PUT')
      writing.set(path, new Promise<void>((resolve) => void outgoing.once('close', resolve)));
    await before;
    const passed = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    passed.once('error', () => outgoing.destroy());
    incoming.pipe(passed);
  };
}

/** Starts it with one bucket, `qihang`. */
export async function startS3Server() {
  const folder = mkdtempSync(join(tmpdir(), 'qihang-s3-'));
  const port = await freePort();
  const program = join(dirname(require.resolve('s3rver/package.json')), 'bin/s3rver.js');
  // It makes the tokens of long lists by a cipher that OpenSSL counts as one of the past.
  const node = ['--openssl-legacy-provider', program];
  const where = ['--directory', folder, '--address', '127.0.0.1', '--port', String(port)];
  const child = spawn(process.execPath, [...node, ...where, '--configure-bucket', 'qihang', '--silent'], {
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  await eventually(() => fetch(`http://127.0.0.1:${port}`));
  const gate = createServer(gateTo(port));
  const settings: S3Settings = {
    endpoint: `http://127.0.0.1:${await listening(gate)}`,
    bucket: 'qihang',
    region: 'us-east-1',
    ...account,
    prefix: 'files/',
  };
  return {
    settings,
    /** The settings as the service takes them. */
    env: {
      S3_ENDPOINT: settings.endpoint,
      S3_BUCKET: settings.bucket,
      S3_ACCESS_KEY_ID: settings.accessKeyId,
      S3_SECRET_ACCESS_KEY: settings.secretAccessKey,
      S3_PREFIX: settings.prefix,
    },
    async stop() {
      gate.closeAllConnections();
      gate.close();
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type S3Server = Awaited<ReturnType<typeof startS3Server>>;
