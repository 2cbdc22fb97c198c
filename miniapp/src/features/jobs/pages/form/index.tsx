import type { Job } from '@qihang/shared/jobs/contract';
import { jobLimits } from '@qihang/shared/jobs/vocabulary';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useBoard, useBoardsOf } from '@/common/boards/boards';
import { ConflictSheet } from '@/common/content/conflict-sheet';
import { MarkList } from '@/common/content/mark-list';
import { ReasonSheet } from '@/common/content/reason-sheet';
import { SavedLine } from '@/common/content/saved-line';
import { keptId } from '@/common/content/working-copy';
import { askFor } from '@/common/reach/asking';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { toast } from '@/platform/feedback';
import { openInstead, signInFirst, usePageQuery } from '@/platform/navigation';
import { scrollToFirst, scrollToTop } from '@/platform/page';
import { problemsByField } from '@/platform/problems';
import { useSession } from '@/platform/session';
import { useWide } from '@/platform/window';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { ChoiceField } from '@/ui/form/choice-field';
import { FieldRows } from '@/ui/form/field';
import { FormPreview } from '@/ui/form-preview';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { Sheet } from '@/ui/sheet';
import { JobView } from '../../browse/job-view';
import { useJob } from '../../hooks';
import { carriedTo, forgetCarried } from '../../publish/carried';
import { CarriedChanges } from '../../publish/carried-changes';
import { DuplicateNote } from '../../publish/duplicate-note';
import { useJobEditor } from '../../publish/editor';
import { JobFields } from '../../publish/job-fields';
import { previewOf, textOfForm, wordsOf } from '../../publish/job-form';
import { PastePanel } from '../../publish/paste-panel';
import { isDraft } from '../../publish/places';
import { usePublishJob } from '../../publish/writing';

export default function JobFormPage() {
  const { id, board, paste } = usePageQuery();
  // What was begun here became a draft on the server: it goes on from there, whichever device was the last.
  const begun = id === undefined ? keptId(newJob) : null;
  const query = useJob(id ?? begun ?? undefined);
  const now = useNow();
  if (id === undefined) {
    const pasting = paste !== undefined;
    if (begun !== null && query.data === undefined && query.error === null) return <Opening />;
    if (query.data && isDraft(query.data))
      return <JobFormView existing={query.data} name={newJob} paste={pasting} />;
    return <JobFormView offered={board} name={newJob} paste={pasting} />;
  }
  if (query.data) return <JobFormView existing={query.data} name={`job:${id}`} />;
  return (
    <PageFrame title="修改岗位" section="jobs">
      <DetailView query={query} what="岗位" ageOf={(since) => momentWords(since, now)}>
        {() => null}
      </DetailView>
    </PageFrame>
  );
}

const newJob = 'job:new';

const Opening = () => <PageFrame title="发布岗位" section="jobs" />;

interface Props {
  existing?: Job;
  /** Names the work on this device. */
  name: string;
  /** The board that a new job is meant for, until another is chosen. */
  offered?: string | undefined;
  /** Opened to paste a message. */
  paste?: boolean;
}

function JobFormView({ existing, name, offered, paste = false }: Props) {
  const [previewing, setPreviewing] = useState(false);
  const [explaining, setExplaining] = useState(false);
  const signedIn = useSession(({ token }) => token !== null);
  const wide = useWide();
  const boards = (useBoardsOf('job') ?? []).filter(({ viewer }) => viewer.can.includes('post'));
  const [slug, setSlug] = useState(offered);
  const board = existing?.board ?? (boards.find((one) => one.slug === slug) ?? boards[0])?.slug;
  const editor = useJobEditor(existing, { name, board });
  const { form, change, check, pasted, now, copy } = editor;
  const publish = usePublishJob(existing, copy);
  const failure = publish.error ? asApiError(publish.error) : null;
  const isNew = !existing || isDraft(existing);
  const [comparing, setComparing] = useState(true);
  const rules = useBoard(board);
  const sourceRequired = rules?.sourceRequired ?? false;
  const [proposed] = useState(() => carriedTo(existing?.id));

  const send = (overrideReason?: string) => {
    if (check.draft === null) return;
    if (isNew && rules && rules.review !== 'direct') askFor('decision');
    publish.mutate(
      { form, draft: check.draft, board, overrideReason },
      {
        onSuccess: (job) => {
          setExplaining(false);
          const left = editor.finish();
          if (existing) forgetCarried(existing.id);
          toast(
            !isNew
              ? '已保存，读者看得到了'
              : job.life === 'in-review'
                ? '已送审，通过后读者看得到'
                : left > 0
                  ? `已发布，还有 ${left} 个岗位`
                  : '已发布，读者看得到了',
          );
          if (left > 0) scrollToTop();
          else openInstead('job', { id: job.id });
        },
        onError: (error) => {
          const { code, fields } = asApiError(error);
          if (code === 'version.stale') {
            setExplaining(false);
            setComparing(true);
            return void copy.compare().catch(() => undefined);
          }
          editor.refuse(problemsByField(fields));
          if (code === 'job.lint-warnings') setExplaining(true);
          else setExplaining(false);
        },
      },
    );
  };
  const next = () => {
    editor.insist();
    // The marks stand only after this render.
    if (check.wrong > 0) return setTimeout(() => scrollToFirst('fd-bad'), 50);
    if (!signedIn) return signInFirst();
    if (copy.conflict) return setComparing(true);
    return check.unexplained.length > 0 ? setExplaining(true) : send();
  };

  const preview = <JobView job={previewOf(form, board ?? '', '你', now, existing)} now={now} />;
  const title = isNew ? '发布岗位' : '修改岗位';
  const wrong = editor.insisted ? check.wrong : 0;
  return (
    <PageFrame
      title={title}
      section="jobs"
      width="full"
      tallActions
      actions={
        <ActionBar above={<SavedLine copy={copy} words={statusWords(wrong, copy.words)} />}>
          {!wide && <Button text="预览" look="quiet" tall onTap={() => setPreviewing(true)} />}
          <Button
            text={nextWords(wrong, signedIn, !isNew, editor.insisted && check.unexplained.length > 0)}
            look="main"
            grow
            loading={publish.isPending}
            onTap={next}
          />
        </ActionBar>
      }
    >
      <FormPreview
        form={
          <View className="stack">
            <View className="cards">
              {failure && failure.fields.length === 0 && failure.code !== 'version.stale' && (
                <Note tone="red" icon="alert" text={failure.message} />
              )}
              {copy.conflict && (
                <Note
                  tone="warm"
                  icon="alert"
                  text="别人刚改过这个岗位，选好用哪一版再保存"
                  action={{ text: '比较', onTap: () => setComparing(true) }}
                />
              )}
              {existing?.returned && (
                <Card>
                  <Text className="meta">{`${existing.returned.by}退回：${existing.returned.note}`}</Text>
                  <MarkList marks={existing.returned.marks} onOpen={() => scrollToFirst('fd-warn')} />
                </Card>
              )}
              {isNew && (
                <PastePanel
                  key={pasted.drafts.length}
                  pasted={pasted}
                  begin={paste}
                  wrong={check.cut && form.body.slice(check.cut.start, check.cut.end)}
                  onRead={editor.read}
                  onSwitch={editor.switchTo}
                  onAgain={editor.pasteAgain}
                />
              )}
              {proposed && <CarriedChanges form={form} proposed={proposed} onChange={change} />}
              {!existing && boards.length > 1 && (
                <FieldRows>
                  <ChoiceField
                    label="栏目"
                    single
                    choices={boards.map(({ slug, name }) => ({ value: slug, text: name }))}
                    value={board === undefined ? [] : [board]}
                    onChange={([slug]) => setSlug(slug)}
                  />
                </FieldRows>
              )}
              <DuplicateNote form={form} except={existing?.id} />
              <JobFields
                form={form}
                problems={editor.problems}
                warnings={{ ...editor.warnings, ...markWarnings(existing) }}
                sourceRequired={sourceRequired}
                now={now}
                onCut={check.cut ? editor.cut : undefined}
                onChange={change}
              />
            </View>
          </View>
        }
        preview={preview}
      />
      <Sheet open={previewing} title="读者看到的样子" onClose={() => setPreviewing(false)}>
        {preview}
      </Sheet>
      <ReasonSheet
        open={explaining}
        title={`还有 ${check.unexplained.length} 处提醒，写明理由再发布`}
        hint={`${Object.values(check.warnings).join('；')}。写明为什么仍要发布，审核的人会看到`}
        max={jobLimits.overrideReason}
        submitText={isNew ? '发布岗位' : '保存修改'}
        loading={publish.isPending}
        error={failure?.message}
        onSubmit={(_, reason) => send(reason)}
        onClose={() => setExplaining(false)}
      />
      {copy.conflict && comparing && copy.conflict.theirs.id && (
        <ConflictSheet
          type="job"
          id={copy.conflict.theirs.id}
          mine={wordsOf(copy.conflict.mine)}
          version={copy.conflict.theirs.version}
          text={textOfForm(copy.conflict.mine)}
          onChoose={copy.choose}
          onClose={() => setComparing(false)}
        />
      )}
    </PageFrame>
  );
}

/** What a reviewer said of the words of a field, at the field. */
const markWarnings = (job: Job | undefined) =>
  Object.fromEntries(
    (job?.returned?.marks ?? []).map(({ path, quote, why }, index) => [
      path,
      `第 ${index + 1} 处“${quote}”：${why}`,
    ]),
  );

const statusWords = (wrong: number, saved: string) =>
  wrong > 0 ? `还差 ${wrong} 处：看标红的地方。${saved}` : saved;

/** The main button says what comes next. */
function nextWords(wrong: number, signedIn: boolean, editing: boolean, unexplained: boolean): string {
  if (wrong > 0) return `还差 ${wrong} 处，去修改`;
  if (!signedIn) return '登录后发布';
  if (unexplained) return editing ? '写明理由，保存' : '写明理由，发布';
  return editing ? '保存修改' : '发布岗位';
}
