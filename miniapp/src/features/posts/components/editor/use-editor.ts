import { check } from '@qihang/shared/contract/messages';
import { checkPost, type PostFinding } from '@qihang/shared/posts/check';
import { type Post, postDraft } from '@qihang/shared/posts/contract';
import { dayAt } from '@qihang/shared/time/shanghai';
import { useMemo, useState } from 'react';
import { useBoard } from '@/common/boards/boards';
import type { Plan } from '@/common/content/schedule-plan';
import { isStale, useWorkingCopy } from '@/common/content/working-copy';
import { askFor } from '@/common/reach/asking';
import { asApiError } from '@/platform/api-error';
import { confirm, toast } from '@/platform/feedback';
import { back, openInstead, signInFirst } from '@/platform/navigation';
import { problemsByField } from '@/platform/problems';
import { useSession } from '@/platform/session';
import { api, useLeadPost } from '../../hooks';
import { type PostForm, typedOf, wholeOf } from '../../post-form';
import { copyPlace, draftPlace, emptyHeld, heldOf } from '../../working-copies';

const unplanned: Plan = { publishAt: null, unpublishAt: null };

/** States in which saving changes the article itself: nobody but its author sees it. */
const isDraft = (post: Post | undefined) =>
  post === undefined || post.state === 'draft' || post.state === 'returned';

/** What the main button does. */
export type MainAct = 'publish' | 'schedule' | 'submit' | 'save';

function mainActOf(post: Post | undefined, reviewed: boolean, plan: Plan): MainAct {
  if (!isDraft(post) && post?.state !== 'withdrawn') return 'save';
  if (reviewed) return 'submit';
  return plan.publishAt !== null && post?.state !== 'withdrawn' ? 'schedule' : 'publish';
}

export const mainWords: Record<MainAct, string> = {
  publish: '发布文章',
  schedule: '定时发布',
  submit: '送审',
  save: '保存修改',
};

/** The same below what the check found and what may stay. */
export const knowingWords: Record<MainAct, string> = {
  publish: '就这样发布',
  schedule: '就这样定时发布',
  submit: '就这样送审',
  save: '就这样保存',
};

const doneWords: Record<MainAct, string> = {
  publish: '已发布，读者看得到了',
  schedule: '已定好时间',
  submit: '已送审，通过后读者看得到',
  save: '已保存',
};

/** What the schema refuses and no finding says yet, such as a text that is too long. */
const asFinding = ({ path, message }: { path: string; message: string }): PostFinding => ({
  code: 'missing.text',
  severity: 'block',
  path: path as PostFinding['path'],
  message: fieldNames[path.split('.')[0] ?? ''] ?? '有一处不对',
  detail: message,
  span: null,
});

const fieldNames: Record<string, string> = {
  title: '标题不对',
  markdown: '正文不对',
  summary: '摘要不对',
  source: '来源不对',
  pinnedUntil: '置顶的日子不对',
  board: '栏目不对',
  mustRead: '必读的设置不对',
  consent: '本人同意没填好',
};

/** The article that is being written: its fields, what is wrong with them, where it is kept and what can be done with it. */
export function useEditor(existing: Post | undefined, board: string, now: Date) {
  const signedIn = useSession(({ token }) => token !== null);
  const draft = isDraft(existing);
  const [place] = useState(() =>
    existing && !draft ? copyPlace(existing.id, existing.board) : draftPlace(),
  );
  const [empty] = useState(() => emptyHeld(board));
  const copy = useWorkingCopy<PostForm>({
    name: existing ? `post:${existing.id}` : `post:new:${board}`,
    piece: existing ? heldOf(existing) : empty,
    place: signedIn && board !== '' ? place : null,
  });
  const { value, base } = copy;
  const [plan, setPlan] = useState<Plan>(existing?.schedule ?? unplanned);
  const [refused, setRefused] = useState<Record<string, string>>({});
  const boardNow = useBoard(value.board);
  const reviewed = (boardNow?.review ?? 'direct') !== 'direct';
  const sourceRequired = boardNow?.sourceRequired ?? false;
  const consentRequired = boardNow?.consentRequired ?? false;
  const today = dayAt(now.getTime());
  const lead = useLeadPost();

  const findings = useMemo(() => {
    const found = checkPost(value, { today, sourceRequired });
    const whole = check(postDraft, wholeOf(value));
    const more = whole.ok
      ? []
      : whole.errors.filter(
          ({ path }) =>
            !found.some((one) => one.severity === 'block' && one.path.split('.')[0] === path.split('.')[0]),
        );
    return [...more.map(asFinding), ...found];
  }, [value, today, sourceRequired]);
  const blocking = findings.filter(({ severity }) => severity === 'block');

  const error = lead.error ? asApiError(lead.error) : null;
  const act = mainActOf(existing, reviewed, plan);

  function onError(thrown: unknown) {
    const refusal = asApiError(thrown);
    setRefused(problemsByField(refusal.fields));
    if (isStale(thrown)) copy.compare().catch(() => undefined);
  }

  function arrived(post: Post, words: string) {
    copy.clear(heldOf(post));
    toast(words);
    openInstead('post', { id: post.id });
  }

  /** Saves first, then does what the main button says. False where something blocks. */
  async function send(): Promise<boolean> {
    if (lead.isPending) return true;
    setRefused({});
    if (blocking.length > 0) return false;
    if (!signedIn) {
      signInFirst();
      return true;
    }
    if (act === 'submit') askFor('decision');
    try {
      if (act === 'save' || existing?.state === 'withdrawn') {
        const { id, version } = base;
        if (id === null) return true;
        const fields = check(postDraft, wholeOf(value));
        const saved = copy.changed
          ? await lead.mutateAsync({
              name: 'save',
              id,
              version,
              fields: fields.ok ? withoutBoard(fields.value) : typedOf(value),
              readAgain: value.readAgain,
            })
          : undefined;
        if (act === 'save') {
          const post = saved ?? existing;
          if (post) arrived(post, post.seen.now ? '已保存，读者看得到了' : doneWords.save);
          return true;
        }
        arrived(
          await lead.mutateAsync(
            act === 'submit' ? { name: 'submit', id, ...plan } : { name: 'publish', id },
          ),
          doneWords[act],
        );
        return true;
      }
      const { id } = await copy.flush();
      if (id === null) return true;
      let post = await lead.mutateAsync(
        act === 'publish' ? { name: 'publish', id } : { name: act, id, ...plan },
      );
      if (act === 'publish' && plan.unpublishAt !== null)
        post = await lead.mutateAsync({
          name: 'schedule',
          id,
          publishAt: null,
          unpublishAt: plan.unpublishAt,
        });
      arrived(post, doneWords[act]);
    } catch (thrown) {
      onError(thrown);
    }
    return true;
  }

  /** A move of an article that is more than a draft; the page stays. */
  async function move(name: 'recall' | 'withdraw' | 'publish', words: string) {
    if (!existing) return;
    try {
      await lead.mutateAsync({ name, id: existing.id });
      toast(words);
    } catch (thrown) {
      onError(thrown);
    }
  }

  /** Keeps the times for the main button, or changes those of what is planned or seen already. */
  async function apply(next: Plan): Promise<boolean> {
    if (existing?.state !== 'published' && existing?.state !== 'scheduled') {
      setPlan(next);
      return true;
    }
    const publishAt = existing.state === 'published' ? null : next.publishAt;
    try {
      await lead.mutateAsync({ name: 'schedule', id: existing.id, publishAt, unpublishAt: next.unpublishAt });
      setPlan(next);
      setRefused({});
      toast('时间已改好');
      return true;
    } catch (thrown) {
      onError(thrown);
      return false;
    }
  }

  async function discard() {
    const { id } = base;
    if (!(await confirm('删除草稿', '删了就找不回来了，读者本来也看不到。', '删除'))) return;
    try {
      if (id !== null) await api.discard({ params: { id } });
      copy.clear(empty);
      toast('草稿已删除');
      back();
    } catch (thrown) {
      toast(asApiError(thrown).message);
    }
  }

  return {
    value,
    copy,
    draft,
    signedIn,
    plan,
    findings,
    blocking,
    problems: refused,
    act,
    reviewed,
    review: boardNow?.review ?? 'direct',
    sourceRequired,
    consentRequired,
    busy: lead.isPending,
    failure: error !== null && error.fields.length === 0 && !isStale(lead.error) ? error : null,
    change(part: Partial<PostForm>) {
      if (Object.keys(refused).length > 0) setRefused({});
      if (error && error.retryAfter === undefined) lead.reset();
      copy.change(part);
    },
    /** Leaves the draft that this device had open where it is, and begins another one. */
    async startAnother() {
      try {
        await copy.flush();
        copy.clear(empty);
      } catch (thrown) {
        toast(asApiError(thrown).message);
      }
    },
    send,
    move,
    apply,
    discard,
  };
}

const withoutBoard = <T extends { board: string }>({ board: _, ...fields }: T) => fields;

export type EditorState = ReturnType<typeof useEditor>;
