import { importFieldNames } from '@qihang/shared/jobs/import/columns';
import { Text, View } from '@tarojs/components';
import { memo } from 'react';
import { DotLine } from '@/ui/dot-line';
import { Switch } from '@/ui/form/choice-field';
import { Tap } from '@/ui/tap';
import { canGoIn, isTicked, type TableRow } from './rows';
import { similarWords, statusWords } from './words';

interface Props {
  row: TableRow;
  locked: boolean;
  onTick: (line: number, ticked: boolean) => void;
  onOpen: (line: number) => void;
}

/** A row as a card: what it is, whether it goes in, and what is wrong with it. */
export const PhoneRow = memo(
  function PhoneRow({ row, locked, onTick, onOpen }: Props) {
    const { line, texts, checked } = row;
    const status = statusWords(row);
    const [alike] = checked.similar;
    const told = checked.problems.filter(({ severity }) => severity !== 'note');
    return (
      <View className="card im-card">
        <View className="im-card-h">
          <Tap className="grow im-card-t" role="button" label={`改第 ${line} 行`} onTap={() => onOpen(line)}>
            <Text className="strong">{texts.title ?? '（没有岗位名称）'}</Text>
            <DotLine className="meta" parts={[texts.company ?? '（没有单位）', `第 ${line} 行`]} />
          </Tap>
          <Switch
            label={`导入第 ${line} 行`}
            on={isTicked(row)}
            disabled={locked || !canGoIn(row)}
            onChange={(on) => onTick(line, on)}
          />
        </View>
        <Tap
          className="im-card-b"
          role="button"
          label={`第 ${line} 行，${status.text}`}
          onTap={() => onOpen(line)}
        >
          <Text className={`im-s im-s-${status.look}`}>{status.text}</Text>
          {told.map(({ field, severity, message }) => (
            <Text key={`${field}${message}`} className={`im-m im-m-${severity}`}>
              {field ? `${importFieldNames[field]}：${message}` : message}
            </Text>
          ))}
          {alike && <Text className="im-m im-m-warn">{similarWords(alike)}</Text>}
        </Tap>
      </View>
    );
  },
  (before, after) => before.row === after.row && before.locked === after.locked,
);
