import type { TransportRequest } from '@qihang/shared/contract/client';
import { sessionToken } from './session';

interface Tagged {
  /** The session that got the answer: nobody else is shown it. */
  token: string | null;
  tag: string;
  data: unknown;
}

/** The last answer of each path that carries a tag; few paths do, each asked for again and again. */
const answers = new Map<string, Tagged>();

/** The answer that the phone has of a request, for the person who is signed in. */
export function taggedAnswer({ tagged, path }: TransportRequest): Tagged | undefined {
  const answer = tagged ? answers.get(path) : undefined;
  return answer?.token === sessionToken() ? answer : undefined;
}

/** Keeps an answer with the tag that came with it. `token` is of the session that asked. */
export function keepTagged(path: string, answer: Tagged): void {
  answers.set(path, answer);
}
