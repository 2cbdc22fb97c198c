import { postFeedbackContract } from '@qihang/shared/post-feedback/contract';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import {
  giveFeedback,
  seeMyFeedback,
  settle,
  showFeedback,
  showMyFeedback,
  takeBackFeedback,
} from './actions';

export function mountPostFeedback(api: Api, context: Context): void {
  api.mount('postFeedback', postFeedbackContract, {
    give: (call) => giveFeedback(context, call),
    takeBack: (call) => takeBackFeedback(context, call),
    list: (call) => showFeedback(context, call),
    settle: (call) => settle(context, call),
    mine: (call) => showMyFeedback(context, call),
    seen: (call) => seeMyFeedback(context, call),
  });
}
