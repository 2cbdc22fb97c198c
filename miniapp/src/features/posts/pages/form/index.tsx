import { check } from '@qihang/shared/contract/messages';
import { type Post, postDraft } from '@qihang/shared/posts/contract';
import { postLimits } from '@qihang/shared/posts/vocabulary';
import { dayAt } from '@qihang/shared/time/shanghai';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useBoard, useBoards } from '@/common/boards/boards';
import { useNow } from '@/platform/clock';
import { toast } from '@/platform/feedback';
import { openInstead, usePageQuery } from '@/platform/navigation';
import { scrollToTop } from '@/platform/page';
import { usePaused } from '@/platform/paused';
import { useWide } from '@/platform/window';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { dateWords, momentWords, startOfDay } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { ChoiceField } from '@/ui/form/choice-field';
import { DateField } from '@/ui/form/date-field';
import { FailureNote } from '@/ui/form/failure-note';
import { FieldRows } from '@/ui/form/field';
import { AreaField, TextField } from '@/ui/form/text-field';
import { useForm } from '@/ui/form/use-form';
import { FormPreview } from '@/ui/form-preview';
import { PageFrame } from '@/ui/page-frame';
import { Sheet } from '@/ui/sheet';
import { Article } from '../../components/article';
import { ConsentFields } from '../../components/consent-fields';
import { MustReadField } from '../../components/must-read-field';
import { usePost, usePostPreview, usePublishPost } from '../../hooks';
import { draftOf, emptyPostForm, formOfPost, type PostForm, previewOf, sourceWarning } from '../../post-form';

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

function PostFormView({ existing, board }: { existing?: Post; board: string }) {
  const publish = usePublishPost(existing);
  const form = useForm({
    initial: existing ? formOfPost(existing) : { ...emptyPostForm, board },
    draft: `post:${existing?.id ?? `new:${board}`}`,
    check: (value) => {
      const checked = check(postDraft, draftOf(value, existing));
      return checked.ok ? { ok: true, value: { ...checked.value, readAgain: value.readAgain } } : checked;
    },
    sending: publish,
    signedInOnly: true,
    onSent: (post, clear) => {
      clear();
      toast(existing ? '已保存，读者看得到了' : '已发布，读者看得到了');
      openInstead('post', { id: post.id });
    },
    onProblems: scrollToTop,
  });
  const { value, signedIn } = form;
  const [previewing, setPreviewing] = useState(false);
  const wide = useWide();
  const now = useNow();
  const markdown = usePaused(value.markdown, 500);
  const preview = usePostPreview(markdown, signedIn && (wide || previewing) && markdown !== '');

  const article = (
    <Article
      title={value.title || '标题'}
      author={existing?.author ?? { name: '你', about: '' }}
      date={now}
      updated={false}
      readingMinutes={preview.data?.readingMinutes ?? 1}
      blocks={value.markdown === '' ? [] : (preview.data?.blocks ?? [])}
      mustRead={previewOf(value)}
      portrayal={value.consent ? { given: true, viewer: { can: [] } } : existing?.portrayal}
      source={value.sourceName === '' ? null : { name: value.sourceName, url: value.sourceUrl || null }}
      now={now}
    />
  );
  return (
    <PageFrame
      title={existing ? '修改文章' : '写文章'}
      section="home"
      width="full"
      tallActions
      actions={
        <ActionBar above={<Text>{form.saved}</Text>}>
          {!wide && <Button text="预览" look="quiet" tall onTap={() => setPreviewing(true)} />}
          <Button
            text={signedIn ? (existing ? '保存修改' : '发布文章') : '登录后发布'}
            look="main"
            grow
            loading={form.busy}
            onTap={form.send}
          />
        </ActionBar>
      }
    >
      <FormPreview
        form={
          <View className="stack">
            <View className="cards">
              <FailureNote failure={form.failure} />
              <PostFields
                form={value}
                problems={form.problems}
                existing={existing}
                now={now}
                onChange={form.change}
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
  existing: Post | undefined;
  now: Date;
  onChange: (part: Partial<PostForm>) => void;
}

function PostFields({ form, problems, existing, now, onChange }: FieldsProps) {
  const { data } = useBoards();
  const boards = (data?.items ?? [])
    .filter(({ kind, viewer }) => kind === 'article' && viewer.can.includes('post'))
    .map(({ slug, name }) => ({ value: slug, text: name }));
  const board = useBoard(form.board);
  const sourceNeeded = board?.sourceRequired ?? false;
  return (
    <>
      <FieldRows>
        {!existing && (
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
          warning={sourceWarning(form.sourceUrl)}
          onChange={(sourceUrl) => onChange({ sourceUrl })}
        />
      </FieldRows>
      <MustReadField
        value={form.mustRead}
        readAgain={form.readAgain}
        wasNotice={existing?.mustRead !== undefined}
        problems={problems}
        now={now}
        onChange={onChange}
      />
      {(board?.consentRequired || form.consent || problems.consent) && (
        <ConsentFields
          value={form.consent}
          recorded={existing?.portrayal}
          problems={problems}
          now={now}
          onChange={(consent) => onChange({ consent })}
        />
      )}
    </>
  );
}
