import { ApiError, type ApiErrorCode } from './api-error';

type Ask = () => Promise<boolean>;

const questions = new Map<ApiErrorCode, Ask>();

/** Names what to ask the person when a call is refused with `code`; after a yes the call is made once more. */
export function askOnRefusal(code: ApiErrorCode, ask: Ask) {
  questions.set(code, ask);
}

/** Makes a call, and makes it again as long as the person answers what its refusals ask. */
export async function withQuestions<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    const ask = error instanceof ApiError ? questions.get(error.code) : undefined;
    if (!ask || !(await ask())) throw error;
    return withQuestions(attempt);
  }
}
