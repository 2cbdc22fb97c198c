import { useState } from 'react';
import { type ApiError, asApiError } from '@/platform/api-error';
import { useDraft } from '@/platform/draft';
import { signInFirst } from '@/platform/navigation';
import { problemsByField } from '@/platform/problems';
import { useSession } from '@/platform/session';
import { clockWords } from '../date-words';

type Problems = Record<string, string>;

/** A body to send, or what is wrong by field, `path` in dots. */
export type Checked<Body> =
  | { ok: true; value: Body }
  | { ok: false; errors: { path: string; message: string }[] };

/** The part of a mutation that a form uses. */
interface Sending<Body, Answer> {
  mutate: (
    body: Body,
    after: { onSuccess: (answer: Answer) => void; onError: (error: Error) => void },
  ) => void;
  reset: () => void;
  isPending: boolean;
  error: Error | null;
}

interface Options<Value extends object, Body, Answer> {
  initial: Value;
  /** Name under which the phone keeps what is typed until it is sent; without one nothing is kept. */
  draft?: string;
  check: (value: Value) => Checked<Body>;
  sending: Sending<Body, Answer>;
  /** Asks visitors to sign in once nothing is wrong with the form. */
  signedInOnly?: boolean;
  /** Runs when the answer has come; `clear` puts the form back to `initial` and drops what was kept. */
  onSent: (answer: Answer, clear: () => void) => void;
  /** Runs after a refusal; problems it returns are shown in place of those that the refusal names. */
  onRefused?: (error: ApiError) => Problems | undefined;
  /** Runs when problems appear. */
  onProblems?: () => void;
}

const savedWords = (savedAt: Date | null, restored: boolean) => {
  if (savedAt) return `${clockWords(savedAt)} 已存草稿`;
  return restored ? '接着上次的草稿' : '写的内容会自动存成草稿';
};

/**
 * What a form holds, and what is wrong with it by field until the next edit. With a `draft` name the phone keeps what is
 * typed, and `saved` says so.
 */
export function useFormValue<Value extends object>(initial: Value, draft: string | null) {
  const { draft: value, change, clear, savedAt, restored } = useDraft(draft, initial);
  const [problems, setProblems] = useState<Problems>({});
  return {
    value,
    problems,
    setProblems,
    saved: savedWords(savedAt, restored),
    change(part: Partial<Value>) {
      setProblems({});
      change(part);
    },
    clear,
  };
}

/** A form that is checked, sent, and shows at each field what the check or the server found wrong. */
export function useForm<Value extends object, Body, Answer>({
  initial,
  draft,
  check,
  sending,
  signedInOnly = false,
  onSent,
  onRefused,
  onProblems,
}: Options<Value, Body, Answer>) {
  const { value, problems, setProblems, saved, change, clear } = useFormValue(initial, draft ?? null);
  const signedIn = useSession(({ token }) => token !== null);
  const error = sending.error ? asApiError(sending.error) : null;

  const show = (found: Problems) => {
    setProblems(found);
    if (Object.keys(found).length > 0) onProblems?.();
  };
  return {
    value,
    problems,
    saved,
    /** Puts the form back to `initial` and drops what was kept. */
    clear,
    signedIn,
    busy: sending.isPending,
    /** The last refusal, until the next edit; one that says how long to wait stays until the next try. */
    error,
    /** The last refusal where no field explains it. */
    failure: error?.fields.length === 0 && Object.keys(problems).length === 0 ? error : null,
    change(part: Partial<Value>) {
      // A reset while the answer is under way would lose it.
      if (error && error.retryAfter === undefined) sending.reset();
      change(part);
    },
    send() {
      if (sending.isPending) return;
      const checked = check(value);
      if (!checked.ok) return show(problemsByField(checked.errors));
      if (signedInOnly && !signedIn) return signInFirst();
      sending.mutate(checked.value, {
        onSuccess: (answer) => onSent(answer, clear),
        onError: (thrown) => {
          const refusal = asApiError(thrown);
          show(onRefused?.(refusal) ?? problemsByField(refusal.fields));
        },
      });
    },
  };
}
