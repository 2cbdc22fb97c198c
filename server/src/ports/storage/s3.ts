import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import type { Storage, StoredFile } from './storage';
import { storageTrouble } from './trouble';

export interface S3Settings {
  /** `https://s3.example.com`, below which the bucket is a folder. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** What the keys of this service begin with: `qihang/`. */
  prefix: string;
}

const timeout = 20_000;
const tries = 3;

const decode = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

const textIn = (xml: string, name: string): string | undefined => {
  const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  return found === undefined ? undefined : decode(found);
};

/** Files in a bucket of S3 or of a server that speaks like it. Its objects are whole or absent, and lasting, by its own promise. */
export function s3Storage({ endpoint, bucket, prefix, ...account }: S3Settings): Storage {
  const client = new AwsClient({ ...account, service: 's3', retries: tries, initRetryMs: 100 });
  const root = `${endpoint.replace(/\/$/, '')}/${bucket}`;
  const addressOf = (key: string) => `${root}/${prefix}${key}`;

  /** @throws AppError `upload.storage` for any answer but a success and the absence of the file */
  async function send(url: string, init: RequestInit = {}): Promise<Response> {
    let answer: Response;
    try {
      answer = await client.fetch(url, { ...init, signal: AbortSignal.timeout(timeout) });
    } catch (error) {
      throw storageTrouble(error);
    }
    if (answer.ok || answer.status === 404) return answer;
    const said = (await answer.text().catch(() => '')).slice(0, 500);
    throw storageTrouble(new Error(`The bucket answered ${answer.status}: ${said}`));
  }

  async function* list(): AsyncGenerator<StoredFile> {
    let next: string | undefined;
    do {
      const query = new URLSearchParams({
        'list-type': '2',
        prefix,
        ...(next === undefined ? {} : { 'continuation-token': next }),
      });
      const answer = await send(`${root}?${query}`);
      const xml = await answer.text();
      if (!answer.ok) throw storageTrouble(new Error(`The bucket cannot be listed: ${xml.slice(0, 500)}`));
      for (const [, one = ''] of xml.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)) {
        const key = textIn(one, 'Key');
        const at = textIn(one, 'LastModified');
        if (key?.startsWith(prefix) && at !== undefined)
          yield { key: key.slice(prefix.length), at: new Date(at) };
      }
      next = textIn(xml, 'NextContinuationToken');
    } while (next !== undefined);
  }

  return {
    async put(key, bytes) {
      const answer = await send(addressOf(key), { method: 'PUT', body: new Uint8Array(bytes) });
      if (answer.status === 404) throw storageTrouble(new Error('There is no such bucket'));
    },
    async get(key) {
      const answer = await send(addressOf(key));
      if (answer.status === 404 || !answer.body) return undefined;
      return Readable.fromWeb(answer.body as ReadableStream);
    },
    async remove(key) {
      await send(addressOf(key), { method: 'DELETE' });
    },
    list,
  };
}
