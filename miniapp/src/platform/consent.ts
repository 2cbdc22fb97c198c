import { ApiError } from './api-error';
import { open } from './navigation';

type Answer = (agreed: boolean) => void;

let waiting: Answer[] = [];

/**
 * Opens the page that asks for consent to the documents; several calls that meet it at once wait for one answer. True when the
 * person agrees: what was being done can go on.
 */
const askConsent = (): Promise<boolean> =>
  new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) open('consent');
  });

/** Tells those who wait; by the page itself, once it is gone, so that what goes on may open another page. */
export function answerConsent(agreed: boolean) {
  const answers = waiting;
  waiting = [];
  for (const answer of answers) answer(agreed);
}

/** Tries once more what was refused for want of consent, when the person has given it. */
export async function withConsent<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'consent.required') throw error;
    if (!(await askConsent())) throw error;
    return withConsent(attempt);
  }
}
