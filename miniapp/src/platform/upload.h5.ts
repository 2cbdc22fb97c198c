import type { Transport, TransportRequest } from '@qihang/shared/contract/client';
import type { OutgoingFile } from '@qihang/shared/contract/route';
import { networkError } from './api-error';
import { withKey } from './idempotency';
import { withQuestions } from './refusals';
import { answerOf, apiBase, headersOf, transport } from './transport';

const timeout = 60_000;

async function sendFile(request: TransportRequest, file: OutgoingFile): Promise<unknown> {
  const form = new FormData();
  form.append('file', file.content as Blob, file.name);
  const response = await fetch(apiBase() + request.path, {
    method: request.method,
    body: form,
    headers: headersOf(request),
    signal: AbortSignal.timeout(timeout),
  }).catch(() => {
    throw networkError();
  });
  const data: unknown = await response.json().catch(() => undefined);
  const date = response.headers.get('date');
  return answerOf({ statusCode: response.status, data, header: date === null ? {} : { date } });
}

/** Sends a request, with its file where it has one, in place of `transport`. The file's content is a `File`. */
export const uploadTransport: Transport = (request) => {
  const { file } = request;
  return file ? withKey(request, () => withQuestions(() => sendFile(request, file))) : transport(request);
};
