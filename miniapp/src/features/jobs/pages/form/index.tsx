import { check } from '@qihang/shared/contract/messages';
import { type Job, jobDraft } from '@qihang/shared/jobs/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { useDraft } from '@/platform/draft';
import { toast } from '@/platform/feedback';
import { openInstead, signInFirst, usePageQuery } from '@/platform/navigation';
import { scrollToTop } from '@/platform/page';
import { problemsByField } from '@/platform/problems';
import { useSession } from '@/platform/session';
import { useBoards } from '@/platform/site';
import { useWide } from '@/platform/window';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { clockWords, momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { FormPreview } from '@/ui/form-preview';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { Sheet } from '@/ui/sheet';
import { JobFields } from '../../components/job-fields';
import { JobView } from '../../components/job-view';
import { useJob, usePublishJob } from '../../hooks';
import { draftOf, emptyJobForm, formOfJob, previewOf } from '../../job-form';

export default function JobFormPage() {
  const { id } = usePageQuery();
  const query = useJob(id);
  const now = useNow();
  if (id === undefined) return <JobFormView />;
  if (query.data) return <JobFormView existing={query.data} />;
  return (
    <PageFrame title="修改岗位" section="jobs">
      <DetailView query={query} what="岗位" ageOf={(since) => momentWords(since, now)}>
        {() => null}
      </DetailView>
    </PageFrame>
  );
}

function JobFormView({ existing }: { existing?: Job }) {
  const empty = existing ? formOfJob(existing) : emptyJobForm;
  const { draft: form, change, clear, savedAt, restored } = useDraft(`job:${existing?.id ?? 'new'}`, empty);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [previewing, setPreviewing] = useState(false);
  const signedIn = useSession(({ token }) => token !== null);
  const publish = usePublishJob(existing);
  const { data: boards } = useBoards();
  const board =
    existing?.board ??
    boards?.items.find(({ kind, viewer }) => kind === 'job' && viewer.can.includes('post'))?.slug;
  const now = useNow();
  const wide = useWide();
  const failure = publish.error ? asApiError(publish.error) : null;
  const wrong = Object.keys(problems).filter((path) => !path.includes('.')).length;

  const show = (found: Record<string, string>) => {
    setProblems(found);
    if (Object.keys(found).length > 0) scrollToTop();
  };
  const send = () => {
    const checked = check(jobDraft, { ...draftOf(form), board });
    if (!checked.ok) return show(problemsByField(checked.errors));
    if (!signedIn) return signInFirst();
    publish.mutate(checked.value, {
      onSuccess: (job) => {
        clear();
        toast(existing ? '已保存，读者看得到了' : '已发布，读者看得到了');
        openInstead('job', { id: job.id });
      },
      onError: (error) => show(problemsByField(asApiError(error).fields)),
    });
  };

  const preview = <JobView job={previewOf(form, '你', now)} now={now} />;
  const saved = savedAt
    ? `${clockWords(savedAt)} 已存草稿`
    : restored
      ? '接着上次的草稿'
      : '写的内容会自动存成草稿';
  const status = wrong > 0 ? `还差 ${wrong} 项：看标红的地方。${saved}` : saved;
  const title = existing ? '修改岗位' : '发布岗位';
  return (
    <PageFrame
      title={title}
      section="jobs"
      width="full"
      tallActions
      actions={
        <ActionBar above={<Text>{status}</Text>}>
          {!wide && <Button text="预览" look="quiet" tall onTap={() => setPreviewing(true)} />}
          <Button
            text={signedIn ? (existing ? '保存修改' : '发布岗位') : '登录后发布'}
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
              {wrong > 0 && (
                <Note tone="red" icon="alert" text={`还差 ${wrong} 项，写好标红的地方就能发布`} />
              )}
              {failure && failure.fields.length === 0 && (
                <Note tone="red" icon="alert" text={failure.message} />
              )}
              <JobFields
                form={form}
                problems={problems}
                now={now}
                onChange={(part) => {
                  setProblems({});
                  change(part);
                }}
              />
            </View>
          </View>
        }
        preview={preview}
      />
      <Sheet open={previewing} title="读者看到的样子" onClose={() => setPreviewing(false)}>
        {preview}
      </Sheet>
    </PageFrame>
  );
}
