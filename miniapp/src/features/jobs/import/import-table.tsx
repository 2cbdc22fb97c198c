import { type ImportField, importFieldNames } from '@qihang/shared/jobs/import/columns';
import { Text, View } from '@tarojs/components';
import { useMemo } from 'react';
import { Card } from '@/ui/card';
import { cx } from '@/ui/class-names';
import { columnWidth } from './import-cell';
import { ImportGroups, ImportHead } from './import-head';
import { ImportRow } from './import-row';
import { ImportTools } from './import-tools';
import { columnsOf, namesakes } from './rows';
import { useGroup } from './use-group';
import type { Importing } from './use-import';

/** The dry run as a table to fix in place. For browsers. */
export function ImportTable({ importing }: { importing: Importing }) {
  const { work, busy, write, tick } = importing;
  const { rows } = work;
  const { group, shown, show } = useGroup(rows);

  const columns = columnsOf(rows);
  const columnKey = columns.join();
  // The same columns keep their identity, and the rows their rest.
  const steady = useMemo(() => columns, [columnKey]);
  const firsts = namesakes(rows);
  return (
    <Card className="im">
      <View className="im-h">
        <ImportHead importing={importing} />
        <View className="im-bar">
          <ImportGroups importing={importing} group={group} onGroup={show} />
          <ImportTools importing={importing} />
        </View>
      </View>
      <div className="im-t">
        <table aria-label="要导入的岗位" aria-rowcount={rows.length + 1}>
          <thead>
            <tr className="im-r">
              <th className="im-c im-pin im-c-tick" scope="col">
                导入
              </th>
              <Heading field="title" />
              <th className="im-c im-c-state" scope="col">
                检查
              </th>
              {steady.slice(1).map((field) => (
                <Heading key={field} field={field} />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <ImportRow
                key={row.line}
                row={row}
                columns={steady}
                namesake={firsts.get(row.line)}
                locked={busy !== null}
                onWrite={write}
                onTick={tick}
              />
            ))}
          </tbody>
        </table>
        {shown.length === 0 && (
          <Text className="meta im-none">{group === 'fix' ? '没有要改的行' : '没有要核对的行'}</Text>
        )}
      </div>
    </Card>
  );
}

const Heading = ({ field }: { field: ImportField }) => (
  <th className={cx('im-c', columnWidth(field), field === 'title' && 'im-pin-t')} scope="col">
    <span>
      {importFieldNames[field]}
      {(field === 'title' || field === 'company') && <span className="im-must"> *</span>}
    </span>
  </th>
);
