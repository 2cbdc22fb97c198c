import { type Progress, progressNames } from '@qihang/shared/jobs/progress';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { confirm } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { ChoiceSheet } from '@/ui/choice-sheet';
import { CourseLine } from '@/ui/course-line';
import { Tap } from '@/ui/tap';
import { progressChoices, progressCourse } from './progress';
import { useKeepJob } from './saves';
import './progress-line.scss';

/** How far one is with a job; a tap moves it on. */
export function ProgressLine({ id, title, progress }: { id: string; title: string; progress: Progress }) {
  const [open, setOpen] = useState(false);
  const course = progressCourse(progress);
  return (
    <>
      <Tap
        className="pg"
        label={`${title}的进度：${progressNames[progress]}，点按更新`}
        onTap={() => setOpen(true)}
      >
        {course ? (
          <CourseLine {...course} ring start />
        ) : (
          <Text className="meta">已放弃，日历里不再提醒</Text>
        )}
      </Tap>
      <ProgressSheet open={open} id={id} progress={progress} onClose={() => setOpen(false)} />
    </>
  );
}

interface SheetProps {
  open: boolean;
  id: string;
  progress: Progress;
  onClose: () => void;
}

function ProgressSheet({ open, id, progress, onClose }: SheetProps) {
  const keep = useKeepJob();
  return (
    <ChoiceSheet
      open={open}
      title="进展到哪一步"
      single
      choices={progressChoices}
      value={[progress]}
      onApply={([next]) => keep.mutate({ id, before: progress, progress: next as Progress })}
      onClose={onClose}
    />
  );
}

/** Forgets a saved job; asks first where a progress would be lost with it. */
export function useForgetJob() {
  const keep = useKeepJob();
  return async (id: string, before: Progress) => {
    const plain = before === 'saved' || before === 'dropped';
    if (!plain && !(await confirm('取消收藏？', `“${progressNames[before]}”的进度会一起删掉`, '取消收藏')))
      return;
    keep.mutate({ id, before, progress: null });
  };
}

/** The reader's own progress on a saved job, on its page. */
export const ProgressBlock = ({ id, title, progress }: { id: string; title: string; progress: Progress }) => {
  const forget = useForgetJob();
  return (
    <View>
      <ProgressLine id={id} title={title} progress={progress} />
      <View className="row">
        <Text className="cap grow">进度只有你自己看得到</Text>
        <Button text="取消收藏" look="quiet" onTap={() => forget(id, progress)} />
      </View>
    </View>
  );
};
