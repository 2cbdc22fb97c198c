import type { Transport } from '@qihang/shared/contract/client';
import Taro from '@tarojs/taro';
import { networkError } from './api-error';
import { answerOf, apiBase, headersOf, parsed, transport } from './transport';

const timeout = 60_000;

/** Sends a request, with its file where it has one, in place of `transport`. The file's content is a temporary path. */
export const uploadTransport: Transport = async (request) => {
  const { file } = request;
  if (!file) return transport(request);
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
};
