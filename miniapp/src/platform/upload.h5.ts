import type { Transport } from '@qihang/shared/contract/client';
import { networkError } from './api-error';
import { answerOf, apiBase, headersOf, transport } from './transport';

const timeout = 60_000;

/** Sends a request, with its file where it has one, in place of `transport`. The file's content is a `File`. */
export const uploadTransport: Transport = async (request) => {
  const { file } = request;
  if (!file) return transport(request);
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
};
