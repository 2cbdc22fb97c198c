import type { Board } from '@qihang/shared/boards/contract';
import { jobLimits } from '@qihang/shared/jobs/vocabulary';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { ReasonSheet } from '@/common/content/reason-sheet';
import { confirm, toast } from '@/platform/feedback';
import { useWide } from '@/platform/window';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Chip } from '@/ui/filter-bar';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { ImportElsewhere } from './import-elsewhere';
import { ImportFile } from './import-file';
import { ImportResult } from './import-result';
import { ImportTable } from './import-table';
import { hasWarnings, isTicked } from './rows';
import { useImport } from './use-import';
import './import.scss';

/** From a file to jobs on the board: choose it, put right what is wrong, import, see what became of it. */
export function ImportDesk({ boards }: { boards: Board[] }) {
  const wide = useWide();
  const importing = useImport();
  const { work, busy, failure, progress } = importing;
  const [slug, setSlug] = useState(boards[0]?.slug);
  const [explaining, setExplaining] = useState(false);
  if (!wide) return <ImportElsewhere />;

  const ticked = work.rows.filter(isTicked);
  const warned = ticked.filter(hasWarnings);
  const waiting = work.rows.filter(({ stale }) => stale).length;
  const started = work.rows.length > 0 || work.done.length > 0;
  const send = async (reason?: string) => {
    const count = ticked.length;
    if (await importing.importTicked(slug, reason)) {
      setExplaining(false);
      toast(`${count} 条已处理`);
    }
  };
  const startAgain = async () => {
    const losing = work.rows.length > 0;
    const title = '换一个文件？';
    if (
      !losing ||
      (await confirm(title, `表里还有 ${work.rows.length} 条没有导入，改过的内容会丢掉`, '换文件'))
    )
      importing.clear();
  };

  return (
    <PageFrame
      title="批量导入"
      section="jobs"
      width="full"
      tallActions={work.rows.length > 0}
      actions={
        work.rows.length > 0 && (
          <ActionBar above={<Text>{barWords(work.rows.length, ticked.length, waiting)}</Text>}>
            <Button text="换个文件" look="quiet" tall disabled={busy !== null} onTap={startAgain} />
            {boards.length > 1 &&
              boards.map((board) => (
                <Chip
                  key={board.slug}
                  text={board.name}
                  on={board.slug === slug}
                  onTap={() => setSlug(board.slug)}
                />
              ))}
            <Button
              text={
                busy === 'importing'
                  ? `正在导入 ${progress.sent}/${progress.of}`
                  : warned.length > 0
                    ? `写明理由，导入 ${ticked.length} 条`
                    : `导入 ${ticked.length} 条`
              }
              look="main"
              grow
              disabled={ticked.length === 0 || waiting > 0 || busy !== null}
              onTap={() => (warned.length > 0 ? setExplaining(true) : send())}
            />
          </ActionBar>
        )
      }
    >
      <View className="stack">
        <View className="cards">
          {failure && started && (
            <Note
              tone="red"
              icon={failure.code === 'network' ? 'wifi-off' : 'alert'}
              text={`${failure.message}。没有导入的都还在表里，可以接着导入`}
            />
          )}
          {!started && <ImportFile reading={busy === 'reading'} failure={failure} onFile={importing.read} />}
          {work.done.length > 0 && (
            <ImportResult done={work.done} left={work.rows.length} onAgain={startAgain} />
          )}
          {work.rows.length > 0 && <ImportTable importing={importing} />}
        </View>
      </View>
      <ReasonSheet
        open={explaining}
        title={`${warned.length} 条有提醒，写明理由再导入`}
        hint="写明为什么仍要发布，审核的人会看到；对这些岗位都算数"
        max={jobLimits.overrideReason}
        submitText={`导入 ${ticked.length} 条`}
        loading={busy === 'importing'}
        error={failure?.message}
        onSubmit={(_, reason) => send(reason)}
        onClose={() => setExplaining(false)}
      />
    </PageFrame>
  );
}

const barWords = (all: number, ticked: number, waiting: number) =>
  waiting > 0
    ? `正在检查改过的 ${waiting} 条`
    : `共 ${all} 条，勾选 ${ticked} 条。改过的内容会自动留在这台电脑上`;
