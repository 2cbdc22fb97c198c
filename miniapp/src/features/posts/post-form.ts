import type { Audience, MustRead } from '@qihang/shared/must-read/notice';
import type { ConsentUse, ConsentWay } from '@qihang/shared/portrayals/vocabulary';
import type { Post } from '@qihang/shared/posts/contract';

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

/** The consent of the person whom an article is about. */
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

const mustReadFormOf = ({ mustRead }: Post): MustReadForm | null =>
  mustRead?.audience
    ? {
        audience: mustRead.audience,
        dueAt: mustRead.dueAt,
        todo: mustRead.todo,
        todoUrl: mustRead.todoUrl ?? '',
      }
    : null;

export const formOfPost = (post: Post): PostForm => ({
  board: post.board,
  title: post.title,
  summary: post.summary,
  markdown: post.markdown ?? '',
  pinnedUntil: post.pinnedUntil,
  sourceName: post.source?.name ?? '',
  sourceUrl: post.source?.url ?? '',
  mustRead: mustReadFormOf(post),
  readAgain: false,
  consent: null,
});

/** The draft as the server takes it; not yet checked. A cover set elsewhere stays. */
export function draftOf(
  { sourceName, sourceUrl, mustRead, consent, readAgain: _, ...form }: PostForm,
  existing: Post | undefined,
) {
  const named = sourceName.trim() !== '' || sourceUrl.trim() !== '';
  return {
    ...form,
    cover: existing?.cover ?? null,
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

/** What is worth a second look at the address of a source, though it may stay. */
export const sourceWarning = (url: string): string | undefined =>
  /^http:\/\//i.test(url.trim()) ? '网址不是 https，部分手机打不开；有 https 的请换上' : undefined;
