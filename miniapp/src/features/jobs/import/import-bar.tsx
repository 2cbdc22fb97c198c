import { jobLimits } from '@qihang/shared/jobs/vocabulary';
import { Text, View } from '@tarojs/components';
import { ReasonSheet } from '@/common/content/reason-sheet';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Chip } from '@/ui/filter-bar';
import type { Desk } from './use-desk';

/** Sends the ticked rows to a board. */
export function ImportBar({ desk, short = false }: { desk: Desk; short?: boolean }) {
  const { importing, boards, slug, setSlug, ticked, warned, waiting, setExplaining, send } = desk;
  const { work, busy, progress } = importing;
  const explain = short ? `写理由，导入 ${ticked.length} 条` : `写明理由，导入 ${ticked.length} 条`;
  return (
    <ActionBar above={<Text>{barWords(work.rows.length, ticked.length, waiting, short)}</Text>}>
      <Button
        text={short ? '换文件' : '换个文件'}
        look="quiet"
        tall
        disabled={busy !== null}
        onTap={desk.startAgain}
      />
      {boards.length > 1 &&
        boards.map((board) => (
          <Chip
            key={board.slug}
            text={board.name}
            on={board.slug === slug}
            onTap={() => setSlug(board.slug)}
          />
        ))}
      {work.rows.length > 0 && (
        <Button
          text={
            busy === 'importing'
              ? `正在导入 ${progress.sent}/${progress.of}`
              : warned.length > 0
                ? explain
                : `导入 ${ticked.length} 条`
          }
          look="main"
          grow
          disabled={ticked.length === 0 || waiting > 0 || busy !== null}
          onTap={() => (warned.length > 0 ? setExplaining(true) : send())}
        />
      )}
    </ActionBar>
  );
}

/** Asks once for all rows that the self-check warns of. */
export function ImportReason({ desk }: { desk: Desk }) {
  const { importing, explaining, warned, ticked, send, setExplaining } = desk;
  return (
    <View>
      <ReasonSheet
        open={explaining}
        title={`${warned.length} 条有提醒，写明理由再导入`}
        hint="写明为什么仍要发布，审核的人会看到；对这些岗位都算数"
        max={jobLimits.overrideReason}
        submitText={`导入 ${ticked.length} 条`}
        loading={importing.busy === 'importing'}
        error={importing.failure?.message}
        onSubmit={(_, reason) => send(reason)}
        onClose={() => setExplaining(false)}
      />
    </View>
  );
}

const barWords = (all: number, ticked: number, waiting: number, short: boolean) =>
  waiting > 0
    ? `正在检查改过的 ${waiting} 条`
    : `共 ${all} 条，勾选 ${ticked} 条。${short ? '改过的会留在手机上' : '改过的内容会自动留在这台电脑上'}`;
