import { type ImportField, importFieldNames } from '@qihang/shared/jobs/import/columns';
import { Text, View } from '@tarojs/components';
import { useEffect, useMemo, useState } from 'react';
import { Card } from '@/ui/card';
import { cx } from '@/ui/class-names';
import { Chip } from '@/ui/filter-bar';
import { Note } from '@/ui/note';
import { columnWidth } from './import-cell';
import { ImportRow } from './import-row';
import { columnsOf, hasProblem, namesakes } from './rows';
import type { Importing } from './use-import';

/** The dry run as a table to fix in place. For browsers. */
export function ImportTable({ importing }: { importing: Importing }) {
  const { work, restored, busy, checkFailure, checkAgain, write, tick } = importing;
  const { rows } = work;
  const wrong = rows.filter(hasProblem);
  const [onlyWrong, setOnlyWrong] = useState(wrong.length > 0);
  // A row being mended must not vanish under one's hands: the choice is made when the filter is.
  const [chosen, setChosen] = useState(() => new Set(wrong.map(({ line }) => line)));
  const show = (only: boolean) => {
    setChosen(new Set(wrong.map(({ line }) => line)));
    setOnlyWrong(only);
  };
  useEffect(() => {
    if (onlyWrong && !rows.some(({ line }) => chosen.has(line))) show(wrong.length > 0);
  }, [rows]);

  const columns = columnsOf(rows);
  const columnKey = columns.join();
  // The same columns keep their identity, and the rows their rest.
  const steady = useMemo(() => columns, [columnKey]);
  const firsts = namesakes(rows);
  const shown = onlyWrong ? rows.filter(({ line }) => chosen.has(line)) : rows;
  return (
    <Card className="im">
      <View className="im-h">
        <Text className="card-t grow">
          {work.fileName}
          {restored && <Text className="meta">　接着上次的</Text>}
        </Text>
        <Chip text="有问题的行" on={onlyWrong} count={wrong.length} onTap={() => show(true)} />
        <Chip text="全部" on={!onlyWrong} count={rows.length} onTap={() => show(false)} />
      </View>
      {checkFailure && (
        <Note
          tone="red"
          icon="wifi-off"
          text={`没能检查改过的行：${checkFailure.message}`}
          action={{ text: '再试', onTap: checkAgain }}
        />
      )}
      {work.unusedColumns.length > 0 && (
        <Text className="cap im-un">没有用到的列：{work.unusedColumns.join('、')}</Text>
      )}
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
        {shown.length === 0 && <Text className="meta im-none">没有有问题的行</Text>}
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
