import { importFieldNames, maxImportRows } from '@qihang/shared/jobs/import/columns';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { chooseFile } from '@/platform/choose-file';
import { isWeapp } from '@/platform/target';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Card, Cards } from '@/ui/card';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { ImportBar, ImportReason } from './import-bar';
import { ImportGroups, ImportHead } from './import-head';
import { ImportResult } from './import-result';
import { ImportRowSheet } from './import-row-sheet';
import { ImportTools } from './import-tools';
import { PhoneRow } from './phone-row';
import type { Desk } from './use-desk';
import { useGroup } from './use-group';

/** The desk in one column, for browsers and the mini-program alike: rows as cards, each mended in a sheet. */
export function ImportPhone({ desk }: { desk: Desk }) {
  const { importing, started } = desk;
  const { work, busy, failure } = importing;
  const choose = async () => {
    const file = await chooseFile(['csv', 'xlsx']);
    if (file) await importing.read(file.name, file.content);
  };
  return (
    <PageFrame
      title="批量导入"
      section="jobs"
      tallActions={work.rows.length > 0}
      actions={
        started ? (
          (work.rows.length > 0 || work.problem !== null) && <ImportBar desk={desk} short />
        ) : (
          <ActionBar>
            <Button
              text="选择文件"
              icon="file"
              look="main"
              grow
              loading={busy === 'reading'}
              onTap={choose}
            />
          </ActionBar>
        )
      }
    >
      <Cards className="stack">
        {failure && (
          <Note
            tone="red"
            icon={failure.code === 'network' ? 'wifi-off' : 'alert'}
            text={started ? `${failure.message}。没有导入的都还在，可以接着导入` : failure.message}
          />
        )}
        {!started && <PhoneHelp />}
        {work.done.length > 0 && (
          <ImportResult done={work.done} left={work.rows.length} onAgain={desk.startAgain} />
        )}
        {(work.rows.length > 0 || work.problem !== null) && (
          <Card className="im-head">
            <ImportHead importing={importing} />
            {work.rows.length > 0 && <ImportTools importing={importing} />}
          </Card>
        )}
        {work.rows.length > 0 && <PhoneRows desk={desk} />}
      </Cards>
      <ImportReason desk={desk} />
    </PageFrame>
  );
}

/** Cards drawn at once: a phone need not hold five hundred. */
const atOnce = 30;

function PhoneRows({ desk: { importing } }: { desk: Desk }) {
  const { rows } = importing.work;
  const { group, shown, show } = useGroup(rows);
  const [limit, setLimit] = useState(atOnce);
  const [editing, setEditing] = useState<number | null>(null);
  const edited = rows.find(({ line }) => line === editing);
  return (
    <>
      <ImportGroups
        importing={importing}
        group={group}
        onGroup={(next) => {
          setLimit(atOnce);
          show(next);
        }}
      />
      {shown.slice(0, limit).map((row) => (
        <PhoneRow
          key={row.line}
          row={row}
          locked={importing.busy !== null}
          onTick={importing.tick}
          onOpen={setEditing}
        />
      ))}
      {shown.length === 0 && (
        <Text className="meta im-none">{group === 'fix' ? '没有要改的行' : '没有要核对的行'}</Text>
      )}
      {shown.length > limit && (
        <Button
          text={`再看 ${Math.min(atOnce, shown.length - limit)} 条`}
          onTap={() => setLimit(limit + atOnce)}
        />
      )}
      {edited && (
        <ImportRowSheet
          row={edited}
          locked={importing.busy !== null}
          onWrite={importing.write}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

const PhoneHelp = () => (
  <>
    <Card title="选好文件先逐行检查">
      <Text className="meta im-p">
        不会直接发布；有问题的改好再导入。Excel（.xlsx）和 CSV 都行，最多 {maxImportRows} 行、4
        MB，重复导入不会重复发布。
        {isWeapp && '小程序里从聊天记录选文件，可以先发到文件传输助手。'}
      </Text>
    </Card>
    <Card title="表里写什么">
      <Text className="meta im-p">
        {`第一行写列名：${importFieldNames.title}、${importFieldNames.company}必须有，城市、学历、专业、薪资、人数、截止时间、来源、正文越全越好。职位、公司、工作地点、待遇等常见叫法都认得。`}
      </Text>
    </Card>
    <Note icon="info" text="行数多的表在电脑上改更快：用浏览器打开启航，进“我的”里的“批量导入”" />
  </>
);
