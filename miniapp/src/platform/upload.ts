import type { Transport, TransportRequest } from '@qihang/shared/contract/client';
import type { OutgoingFile } from '@qihang/shared/contract/route';
import Taro from '@tarojs/taro';
import { networkError } from './api-error';
import { withKey } from './idempotency';
import { withQuestions } from './refusals';
import { answerOf, apiBase, headersOf, parsed, transport } from './transport';

const timeout = 60_000;

async function sendFile(request: TransportRequest, file: OutgoingFile): Promise<unknown> {
  const answer = await Taro.uploadFile({
    url: apiBase() + request.path,
    filePath: String(file.content),
    name: 'file',
    header: headersOf(request),
    timeout,
  }).catch(() => {
    throw networkError();
  });
  return answerOf({ ...answer, data: parsed(answer.data), header: answer.header });
}

/** Sends a request, with its file where it has one, in place of `transport`. The file's content is a temporary path. */
export const uploadTransport: Transport = (request) => {
  const { file } = request;
  return file ? withKey(request, () => withQuestions(() => sendFile(request, file))) : transport(request);
};
