import type { Transport, TransportRequest } from '@qihang/shared/contract/client';
import type { OutgoingFile } from '@qihang/shared/contract/route';
import Taro from '@tarojs/taro';
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

async function sendFile(request: TransportRequest, file: OutgoingFile, { onProgress, signal }: Watch) {
  if (signal?.aborted) throw networkError();
  const task = Taro.uploadFile({
    url: apiBase() + request.path,
    filePath: String(file.content),
    name: 'file',
    header: headersOf(request),
    timeout,
  });
  task.onProgressUpdate?.(({ progress }) => onProgress?.(progress));
  signal?.addEventListener('abort', () => task.abort());
  const answer = await task.catch(() => {
    throw networkError();
  });
  return answerOf({ ...answer, data: parsed(answer.data), header: answer.header });
}

/** Sends a request, with its file where it has one, in place of `transport`. The file's content is a temporary path. */
export const uploadTransportWith =
  (watch: Watch): Transport =>
  (request) => {
    const { file } = request;
    return file
      ? withKey(request, () => withQuestions(() => sendFile(request, file, watch)))
      : transport(request);
  };

export const uploadTransport = uploadTransportWith({});
