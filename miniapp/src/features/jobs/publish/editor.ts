import type { Job } from '@qihang/shared/jobs/contract';
import { dayAt } from '@qihang/shared/time/shanghai';
import { useDeferredValue, useMemo, useState } from 'react';
import { type Held, useWorkingCopy } from '@/common/content/working-copy';
import { useSite } from '@/common/site/site';
import { useNow } from '@/platform/clock';
import { useDraft } from '@/platform/draft';
import { useSession } from '@/platform/session';
import { emptyJobForm, type JobForm } from './job-form';
import { formOfDraft, notFound, nothingPasted, type Pasted, type PastedDraft } from './paste';
import { heldOf, isDraft, placeOfDraft, placeOfPublished } from './places';
import { selfCheck, withoutPassage, writtenOnly } from './self-check';

const nothing: Held<JobForm> = { id: null, version: 0, values: emptyJobForm };

interface Options {
  /** Names the work on this device: see `useWorkingCopy`. */
  name: string;
  /** Where a new job is meant for. */
  board: string | undefined;
}

/** A job being written: its form and what was pasted, both kept on the phone and the form on the server, and what the self-check says of it. */
export function useJobEditor(existing: Job | undefined, { name, board }: Options) {
  const now = useNow();
  const today = dayAt(now.getTime());
  const signedIn = useSession(({ token }) => token !== null);
  const [refused, setProblems] = useState<Record<string, string>>({});
  const { draft: pasted, change: keep, clear: forget } = useDraft<Pasted>(`${name}:pasted`, nothingPasted);
  // Of several posts in one text only the one in the form is whole: they stay on the device until one is left.
  const several = pasted.drafts.length > 1;
  const published = existing && !isDraft(existing) ? existing.id : undefined;
  const place = useMemo(
    () => (published === undefined ? placeOfDraft(board) : placeOfPublished(published)),
    [published, board],
  );
  const copy = useWorkingCopy<JobForm>({
    name,
    piece: existing ? heldOf(existing) : nothing,
    place: signedIn && !several ? place : null,
  });
  const form = copy.value;
  const change = (part: Partial<JobForm>) => {
    setProblems({});
    copy.change(part);
  };
  const [insisted, setInsisted] = useState(false);
  const [given] = useState(existing?.lintOverride ?? null);

  // Checking a long text may lag a key stroke behind; what is sent is checked as it stands.
  const checked = useDeferredValue(form);
  const home = useSite().data?.homeCity;
  const check = useMemo(
    () => selfCheck(checked, today, given, home === undefined ? [] : [home]),
    [checked, today, given, home],
  );
  const current: PastedDraft | undefined = pasted.drafts[pasted.at];
  const strict = insisted || current !== undefined;
  const heard = (messages: Record<string, string>) => (strict ? messages : writtenOnly(messages, checked));

  const replace = (next: JobForm) => {
    setInsisted(false);
    change(next);
  };
  /** The forms of all posts, with what stands in the form now. */
  const forms = () => pasted.forms.map((one, index) => (index === pasted.at ? form : one));

  return {
    now,
    form,
    pasted,
    check,
    problems: { ...heard(check.problems), ...refused },
    warnings: { ...(current && notFound(current, checked)), ...heard(check.warnings) },
    /** True once the writer tried to send it, or a text filled it in: from then on everything missing is told. */
    insisted: strict,
    copy,
    change,
    insist: () => setInsisted(true),
    refuse: setProblems,
    /** Takes the passage that cannot be published out of the text. */
    cut() {
      if (check.cut) change({ body: withoutPassage(form.body, check.cut) });
    },
    read(text: string, drafts: PastedDraft[]) {
      const read = drafts.map((draft) => formOfDraft(draft, today));
      keep({ text, drafts, forms: read, at: 0 });
      if (read[0]) replace(read[0]);
    },
    switchTo(at: number) {
      const all = forms();
      const next = all[at];
      if (at === pasted.at || !next) return;
      keep({ forms: all, at });
      replace(next);
    },
    pasteAgain() {
      keep({ drafts: [], forms: [], at: 0 });
    },
    /** Ends the work on this post; how many others of the pasted text are left, the next of which is opened. */
    finish(): number {
      const left = (_: unknown, index: number) => index !== pasted.at;
      const rest = { drafts: pasted.drafts.filter(left), forms: forms().filter(left) };
      const [next] = rest.forms;
      copy.clear(nothing);
      if (!next) {
        forget();
        return 0;
      }
      keep({ ...rest, at: 0 });
      replace(next);
      return rest.forms.length;
    },
  };
}
