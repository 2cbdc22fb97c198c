import type { Subscriptions } from '@qihang/shared/subscriptions/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { acceptedIn, refillIds } from '@/common/reach/credits';
import { type Asked, ask, askAgain, subscriptionsKey } from '@/common/reach/subscriptions';
import { toast } from '@/platform/feedback';
import { guideToMessageSettings, subscribeCodes } from '@/platform/subscribe';

const codeWords: Record<number, string> = {
  [subscribeCodes.hidden]: '微信没能弹出来，回到启航再点一次',
  [subscribeCodes.banned]: '微信停用了启航的提醒，消息照样在这里',
};

/** What is said of an answer; of what the person declined, nothing. */
function say(asked: Asked): void {
  if ('code' in asked) {
    if (asked.code === subscribeCodes.switchedOff) guideToMessageSettings(askAgain);
    else toast(codeWords[asked.code] ?? '微信没有回应，请稍后再点一次');
    return;
  }
  const results = Object.values(asked.results);
  const added = acceptedIn(asked.results);
  if (added > 0) toast(`已加 ${added} 条微信提醒`);
  else if (results.every((result) => result === 'ban' || result === 'filter'))
    toast('微信没有让选，消息照样在这里');
}

/** 补充: asks for one message of each template that lacks most. */
export function useRefill(): { refill: (state: Subscriptions) => void; busy: boolean } {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  return {
    busy,
    refill: (state) => {
      // Within the tap: WeChat asks at no other time.
      const asked = ask(refillIds(state));
      setBusy(true);
      asked
        .then(say)
        .finally(() => setBusy(false))
        .then(() => client.invalidateQueries({ queryKey: subscriptionsKey }));
    },
  };
}
