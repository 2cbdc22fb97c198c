import { check } from '@qihang/shared/contract/messages';
import { type Post, postDraft } from '@qihang/shared/posts/contract';
import { postLimits, sourceRequiredBoards } from '@qihang/shared/posts/vocabulary';
import { dayAt } from '@qihang/shared/time/shanghai';
import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { useBoards } from '@/common/boards/boards';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { useDraft } from '@/platform/draft';
import { toast } from '@/platform/feedback';
import { openInstead, signInFirst, usePageQuery } from '@/platform/navigation';
import { scrollToTop } from '@/platform/page';
import { problemsByField } from '@/platform/problems';
import { useSession } from '@/platform/session';
import { useWide } from '@/platform/window';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { clockWords, dateWords, momentWords, startOfDay } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { ChoiceField } from '@/ui/form/choice-field';
import { DateField } from '@/ui/form/date-field';
import { FieldRows } from '@/ui/form/field';
import { AreaField, TextField } from '@/ui/form/text-field';
import { FormPreview } from '@/ui/form-preview';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { Sheet } from '@/ui/sheet';
import { Article } from '../../components/article';
import { usePost, usePostPreview, usePublishPost } from '../../hooks';
import { draftOf, emptyPostForm, formOfPost, type PostForm } from '../../post-form';

export default function PostFormPage() {
  const { id, board = '' } = usePageQuery();
  const query = usePost(id);
  const now = useNow();
  if (id === undefined) return <PostFormView board={board} />;
  if (query.data) return <PostFormView existing={query.data} board={query.data.board} />;
  return (
    <PageFrame title="修改文章" section="home">
      <DetailView query={query} what="文章" ageOf={(since) => momentWords(since, now)}>
        {() => null}
      </DetailView>
    </PageFrame>
  );
}

/** A value that follows typing with a pause, so that the server is not asked at every key. */
function usePaused<T>(value: T, delay: number): T {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), delay);
    return () => clearTimeout(timer);
  }, [value, delay]);
  return paused;
}

function PostFormView({ existing, board }: { existing?: Post; board: string }) {
  const empty = existing ? formOfPost(existing) : { ...emptyPostForm, board };
  const {
    draft: form,
    change,
    clear,
    savedAt,
    restored,
  } = useDraft(`post:${existing?.id ?? `new:${board}`}`, empty);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [previewing, setPreviewing] = useState(false);
  const signedIn = useSession(({ token }) => token !== null);
  const wide = useWide();
  const now = useNow();
  const publish = usePublishPost(existing);
  const markdown = usePaused(form.markdown, 500);
  const preview = usePostPreview(markdown, signedIn && (wide || previewing) && markdown !== '');
  const failure = publish.error ? asApiError(publish.error) : null;

  const show = (found: Record<string, string>) => {
    setProblems(found);
    if (Object.keys(found).length > 0) scrollToTop();
  };
  const send = () => {
    const checked = check(postDraft, draftOf(form, existing));
    if (!checked.ok) return show(problemsByField(checked.errors));
    if (!signedIn) return signInFirst();
    publish.mutate(checked.value, {
      onSuccess: (post) => {
        clear();
        toast(existing ? '已保存，读者看得到了' : '已发布，读者看得到了');
        openInstead('post', { id: post.id });
      },
      onError: (error) => show(problemsByField(asApiError(error).fields)),
    });
  };

  const article = (
    <Article
      title={form.title || '标题'}
      author={existing?.author ?? { name: '你', about: '' }}
      date={now}
      updated={false}
      readingMinutes={preview.data?.readingMinutes ?? 1}
      blocks={form.markdown === '' ? [] : (preview.data?.blocks ?? [])}
      source={form.sourceName === '' ? null : { name: form.sourceName, url: form.sourceUrl || null }}
      now={now}
    />
  );
  const saved = savedAt
    ? `${clockWords(savedAt)} 已存草稿`
    : restored
      ? '接着上次的草稿'
      : '写的内容会自动存成草稿';
  return (
    <PageFrame
      title={existing ? '修改文章' : '写文章'}
      section="home"
      width="full"
      tallActions
      actions={
        <ActionBar above={<Text>{saved}</Text>}>
          {!wide && <Button text="预览" look="quiet" tall onTap={() => setPreviewing(true)} />}
          <Button
            text={signedIn ? (existing ? '保存修改' : '发布文章') : '登录后发布'}
            look="main"
            grow
            loading={publish.isPending}
            onTap={send}
          />
        </ActionBar>
      }
    >
      <FormPreview
        form={
          <View className="stack">
            <View className="cards">
              {failure && failure.fields.length === 0 && (
                <Note tone="red" icon="alert" text={failure.message} />
              )}
              <PostFields
                form={form}
                problems={problems}
                fixedBoard={existing !== undefined}
                now={now}
                onChange={(part) => {
                  setProblems({});
                  change(part);
                }}
              />
            </View>
          </View>
        }
        preview={article}
      />
      <Sheet open={previewing} title="读者看到的样子" onClose={() => setPreviewing(false)}>
        {article}
      </Sheet>
    </PageFrame>
  );
}

interface FieldsProps {
  form: PostForm;
  problems: Record<string, string>;
  /** An article stays on the board it was written for. */
  fixedBoard: boolean;
  now: Date;
  onChange: (part: Partial<PostForm>) => void;
}

function PostFields({ form, problems, fixedBoard, now, onChange }: FieldsProps) {
  const { data } = useBoards();
  const boards = (data?.items ?? [])
    .filter(({ kind, viewer }) => kind === 'article' && viewer.can.includes('post'))
    .map(({ slug, name }) => ({ value: slug, text: name }));
  const sourceNeeded = sourceRequiredBoards.some((slug) => slug === form.board);
  return (
    <>
      <FieldRows>
        {!fixedBoard && (
          <ChoiceField
            label="栏目"
            required
            single
            choices={boards}
            value={form.board === '' ? [] : [form.board]}
            error={problems.board && '请选一个栏目'}
            onChange={([board]) => onChange({ board: board ?? '' })}
          />
        )}
        <TextField
          label="标题"
          required
          value={form.title}
          max={postLimits.title}
          placeholder="一句话说清讲什么"
          error={problems.title}
          onChange={(title) => onChange({ title })}
        />
        <AreaField
          label="正文"
          required
          tall
          value={form.markdown}
          max={postLimits.markdown}
          placeholder={'## 小标题\n\n正文，段落之间空一行。\n\n- 列表\n- 列表\n\n> [!WARNING]\n> 要提醒的话'}
          hint="用 Markdown 写：## 小标题、- 列表、**加粗**、[文字](网址)"
          error={problems.markdown}
          onChange={(markdown) => onChange({ markdown })}
        />
      </FieldRows>
      <FieldRows>
        <AreaField
          label="摘要"
          value={form.summary}
          max={postLimits.summary}
          placeholder="不写就用正文开头"
          error={problems.summary}
          onChange={(summary) => onChange({ summary })}
        />
        <DateField
          label="置顶到"
          today={dayAt(now.getTime())}
          value={form.pinnedUntil}
          placeholder="不置顶"
          textOf={(value) => `${dateWords(startOfDay(value), now)}为止`}
          error={problems.pinnedUntil}
          onChange={(pinnedUntil) => onChange({ pinnedUntil })}
        />
        <TextField
          label="来源"
          required={sourceNeeded}
          value={form.sourceName}
          placeholder="原创就不填"
          hint={sourceNeeded ? '这个栏目必须写明官方来源' : undefined}
          error={problems['source.name'] ?? problems.source}
          onChange={(sourceName) => onChange({ sourceName })}
        />
        <TextField
          label="原文"
          value={form.sourceUrl}
          placeholder="原文网址，https:// 开头"
          error={problems['source.url']}
          onChange={(sourceUrl) => onChange({ sourceUrl })}
        />
      </FieldRows>
    </>
  );
}
