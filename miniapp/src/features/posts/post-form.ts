import type { Audience, MustRead } from '@qihang/shared/must-read/notice';
import type { ConsentUse, ConsentWay } from '@qihang/shared/portrayals/vocabulary';
import type { Post, PostUnfinished } from '@qihang/shared/posts/contract';

/** What makes an article a notice that must be read. */
export interface MustReadForm {
  audience: Audience;
  dueAt: string | null;
  todo: string;
  todoUrl: string;
}

export const emptyMustRead: MustReadForm = {
  audience: { to: 'everyone' },
  dueAt: null,
  todo: '',
  todoUrl: '',
};

/** The consent of the person an article is about. */
export interface ConsentForm {
  subject: string;
  studentNo: string;
  uses: ConsentUse[];
  way: ConsentWay;
  givenOn: string | null;
}

export const emptyConsent: ConsentForm = {
  subject: '',
  studentNo: '',
  uses: ['site'],
  way: 'paper',
  givenOn: null,
};

/** What the form holds: text as it is typed. */
export interface PostForm {
  board: string;
  title: string;
  summary: string;
  markdown: string;
  pinnedUntil: string | null;
  sourceName: string;
  sourceUrl: string;
  /** Null for an article that need not be read. */
  mustRead: MustReadForm | null;
  /** Asks those who have read it once more. */
  readAgain: boolean;
  /** A consent to record; null for none. */
  consent: ConsentForm | null;
}

export const emptyPostForm: PostForm = {
  board: '',
  title: '',
  summary: '',
  markdown: '',
  pinnedUntil: null,
  sourceName: '',
  sourceUrl: '',
  mustRead: null,
  readAgain: false,
  consent: null,
};

/** The readers a notice that is not finished goes to, as far as it is chosen. */
function audienceOf(audience: NonNullable<PostUnfinished['mustRead']>['audience']): Audience {
  if (audience?.to === 'years') return { to: 'years', years: audience.years ?? [] };
  if (audience?.to === 'classes') return { to: 'classes', classes: audience.classes ?? [] };
  return { to: 'everyone' };
}

const mustReadFormOf = (typed: PostUnfinished['mustRead']): MustReadForm | null =>
  typed
    ? {
        audience: audienceOf(typed.audience),
        dueAt: typed.dueAt ?? null,
        todo: typed.todo ?? '',
        todoUrl: typed.todoUrl ?? '',
      }
    : null;

const consentFormOf = (typed: PostUnfinished['consent']): ConsentForm | null =>
  typed ? { ...emptyConsent, ...typed, studentNo: typed.studentNo ?? '' } : null;

/** The fields that are known of an article that is not finished; without its board, which it keeps. */
export const formOfTyped = ({
  title = '',
  summary = '',
  markdown = '',
  pinnedUntil = null,
  source = null,
  mustRead = null,
  consent = null,
}: PostUnfinished): Omit<PostForm, 'board'> => ({
  title,
  summary,
  markdown,
  pinnedUntil,
  sourceName: source?.name ?? '',
  sourceUrl: source?.url ?? '',
  mustRead: mustReadFormOf(mustRead),
  readAgain: false,
  consent: consentFormOf(consent),
});

/** An article for its form: a draft as it was typed, everything else as readers see it. */
export function formOfPost({ board, unfinished, markdown = '', ...post }: Post): PostForm {
  const { mustRead: notice, ...shown } = post;
  // Those who may not see its readers may not change that either.
  const mustRead = notice?.audience ? notice : null;
  return {
    board,
    ...formOfTyped({ ...(unfinished ?? { ...shown, markdown }), ...mustReadIn(unfinished, mustRead) }),
  };
}

/** What was typed of the notice counts, also that it is none any more. */
const mustReadIn = (
  unfinished: PostUnfinished | null,
  mustRead: MustRead | null,
): Pick<PostUnfinished, 'mustRead'> => ({
  mustRead: unfinished?.mustRead === undefined ? mustRead : unfinished.mustRead,
});

/** What is typed, as the server keeps it unfinished. A cover set elsewhere stays. */
export function typedOf({
  sourceName,
  sourceUrl,
  board: _,
  readAgain: __,
  mustRead,
  consent,
  ...form
}: PostForm): PostUnfinished {
  const named = sourceName !== '' || sourceUrl !== '';
  return {
    ...form,
    source: named ? { name: sourceName, url: sourceUrl === '' ? null : sourceUrl } : null,
    mustRead: mustRead && { ...mustRead, todoUrl: mustRead.todoUrl || null },
    consent: consent && { ...consent, studentNo: consent.studentNo || null },
  };
}

/** The same as it is published; not yet checked. */
export function wholeOf({ sourceName, sourceUrl, readAgain: _, mustRead, consent, ...form }: PostForm) {
  const named = sourceName.trim() !== '' || sourceUrl.trim() !== '';
  return {
    ...form,
    source: named ? { name: sourceName, url: sourceUrl.trim() || null } : null,
    mustRead: mustRead && { ...mustRead, todoUrl: mustRead.todoUrl.trim() || null },
    consent: consent && { ...consent, studentNo: consent.studentNo.trim() || null },
  };
}

/** A notice as its readers see it before they have read it. */
export const previewOf = ({ mustRead }: PostForm): MustRead | undefined =>
  mustRead
    ? {
        forMe: true,
        readAt: null,
        dueAt: mustRead.dueAt,
        todo: mustRead.todo,
        todoUrl: mustRead.todoUrl || null,
        viewer: { can: [] },
      }
    : undefined;
