import type { Transport, TransportRequest } from '@qihang/shared/contract/client';
import type { OutgoingFile } from '@qihang/shared/contract/route';
import { networkError } from './api-error';
import { withKey } from './idempotency';
import { withQuestions } from './refusals';
import { answerOf, apiBase, headersOf, parsed, transport } from './transport';

const timeout = 60_000;

/** What is to be known of a file on its way, and how it is called off. */
export interface Watch {
  /** Of the file's bytes, 0 to 100. */
  onProgress?: (percent: number) => void;
  signal?: AbortSignal;
}

// fetch says nothing of what is sent.
const sendFile = (request: TransportRequest, file: OutgoingFile, { onProgress, signal }: Watch) =>
  new Promise<unknown>((resolve, reject) => {
    const form = new FormData();
    form.append('file', file.content as Blob, file.name);
    const sending = new XMLHttpRequest();
    sending.open(request.method, apiBase() + request.path);
    for (const [name, value] of Object.entries(headersOf(request))) sending.setRequestHeader(name, value);
    sending.timeout = timeout;
    const fail = () => reject(networkError());
    sending.onerror = fail;
    sending.ontimeout = fail;
    sending.onabort = fail;
    sending.upload.onprogress = ({ loaded, total }) => onProgress?.(Math.floor((100 * loaded) / total));
    sending.onload = () => {
      const header = Object.fromEntries(
        ['date', 'retry-after'].flatMap((name) => {
          const value = sending.getResponseHeader(name);
          return value === null ? [] : [[name, value]];
        }),
      );
      try {
        resolve(answerOf({ statusCode: sending.status, data: parsed(sending.responseText), header }));
      } catch (error) {
        reject(error);
      }
    };
    if (signal?.aborted) return fail();
    signal?.addEventListener('abort', () => sending.abort());
    sending.send(form);
  });

/** Sends a request, with its file where it has one, in place of `transport`. The file's content is a `File`. */
export const uploadTransportWith =
  (watch: Watch): Transport =>
  (request) => {
    const { file } = request;
    return file
      ? withKey(request, () => withQuestions(() => sendFile(request, file, watch)))
      : transport(request);
  };

export const uploadTransport = uploadTransportWith({});
