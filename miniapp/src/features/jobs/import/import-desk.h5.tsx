import type { Board } from '@qihang/shared/boards/contract';
import { View } from '@tarojs/components';
import { useWide } from '@/platform/window';
import { Card } from '@/ui/card';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import './desk.scss';
import './import.scss';
import { ImportBar, ImportReason } from './import-bar';
import { ImportFile } from './import-file';
import { ImportHead } from './import-head';
import { ImportPhone } from './import-phone';
import { ImportResult } from './import-result';
import { ImportTable } from './import-table';
import { useDesk } from './use-desk';

/** From a file to jobs on the board: choose it, put right what is wrong, import, see what became of it. */
export function ImportDesk({ boards }: { boards: Board[] }) {
  const wide = useWide();
  const desk = useDesk(boards);
  const { importing, started } = desk;
  const { work, busy, failure } = importing;
  if (!wide) return <ImportPhone desk={desk} />;
  return (
    <PageFrame
      title="批量导入"
      section="jobs"
      width="full"
      tallActions={work.rows.length > 0}
      actions={(work.rows.length > 0 || work.problem !== null) && <ImportBar desk={desk} />}
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
            <ImportResult done={work.done} left={work.rows.length} onAgain={desk.startAgain} />
          )}
          {work.rows.length > 0 && <ImportTable importing={importing} />}
          {work.rows.length === 0 && work.problem !== null && (
            <Card>
              <View className="im-h im-h-alone">
                <ImportHead importing={importing} />
              </View>
            </Card>
          )}
        </View>
      </View>
      <ImportReason desk={desk} />
    </PageFrame>
  );
}
