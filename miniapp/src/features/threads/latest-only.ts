/**
 * Asks about what was wanted last, one question at a time: what is wanted while an answer is under way waits for it, and only
 * the last of it is asked. `hear` gets each answer with its question; a question that failed is asked again when it is wanted again.
 */
export function latestOnly<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
  hear: (answer: Answer, question: Question) => void,
): (question: Question) => void {
  let next: Question | undefined;
  let busy = false;
  const run = async () => {
    busy = true;
    while (next !== undefined) {
      const question = next;
      next = undefined;
      // A question that failed has nothing to say; the next one is asked all the same.
      const answer = await ask(question).catch(() => undefined);
      if (answer !== undefined) hear(answer, question);
    }
    busy = false;
  };
  return (question) => {
    next = question;
    if (!busy) void run();
  };
}
