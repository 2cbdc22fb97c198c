import { open } from '@/platform/navigation';
import { askOnRefusal } from '@/platform/refusals';

type Answer = (agreed: boolean) => void;

let waiting: Answer[] = [];

/**
 * Opens the page that asks for consent to the documents; several calls that meet it at once wait for one answer. True when the
 * person agrees.
 */
const askConsent = (): Promise<boolean> =>
  new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) open('consent');
  });

/** Answers the waiting calls; by the page itself, once it is gone, so that what goes on may open another page. */
export function answerConsent(agreed: boolean) {
  const answers = waiting;
  waiting = [];
  for (const answer of answers) answer(agreed);
}

/** Makes every call that is refused for want of consent ask for it, once at start. */
export const startConsent = () => askOnRefusal('consent.required', askConsent);
