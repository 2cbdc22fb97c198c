import { useNow } from '@/platform/clock';
import { open } from '@/platform/navigation';
import { agoWords } from '@/ui/date-words';
import { Note } from '@/ui/note';
import { carryTo } from './carried';
import type { JobForm } from './job-form';
import { useDuplicate } from './writing';

/** Says that the same post stands already, and offers to bring that one up to date with what is written here. */
export function DuplicateNote({ form, except }: { form: JobForm; except: string | undefined }) {
  const alike = useDuplicate(form, except);
  const now = useNow();
  if (!alike) return null;
  const { job, postedBy, score } = alike;
  const update = () => {
    carryTo(job.id, form);
    open('jobForm', { id: job.id });
  };
  const when = agoWords(new Date(job.publishedAt), now);
  return (
    <Note
      tone="brand"
      icon="copy"
      text={`可能重复：${when} ${postedBy} 已发布“${job.title}”，相似 ${Math.round(score * 100)}%`}
      action={{ text: '更新它', onTap: update }}
    />
  );
}
