import { importFieldNames, maxImportRows, templateColumns } from '@qihang/shared/jobs/import/columns';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { ApiError } from '@/platform/api-error';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { cx } from '@/ui/class-names';
import { Icon } from '@/ui/icon/icon';
import { Note } from '@/ui/note';
import { saveTemplate } from './template';

interface Props {
  reading: boolean;
  /** Why the last file was not read. */
  failure: ApiError | null;
  onFile: (name: string, content: File) => void;
}

/** Where the table comes from. For browsers, whose file field takes a file that is dropped on it. */
export function ImportFile({ reading, failure, onFile }: Props) {
  const [over, setOver] = useState(false);
  return (
    <>
      <View className={cx('card', 'im-drop', over && 'im-drop-on')}>
        <input
          type="file"
          className="im-drop-f"
          aria-label="选择要导入的表格"
          accept=".csv,.tsv,.txt,.xlsx,.jsonl,.ndjson"
          disabled={reading}
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onChange={(event) => {
            const file = event.target.files?.[0];
            setOver(false);
            if (file) onFile(file.name, file);
            // The same file, mended, may be chosen again.
            event.target.value = '';
          }}
        />
        <Icon name="file" size={40} className="im-drop-i" />
        <Text className="card-t">
          {reading ? '正在逐行检查…' : '把 CSV 或 Excel 表格拖到这里，或点这里选择'}
        </Text>
        <Text className="meta">先逐行检查，不会直接发布；有问题的在表里改好再导入</Text>
        <Text className="cap">.xlsx、.csv，最多 {maxImportRows} 行、4 MB；重复导入不会重复发布</Text>
      </View>
      {failure && <Note tone="red" icon="alert" text={failure.message} />}
      <Card
        title="表格里写什么"
        extra={<Button text="下载模板" icon="download" look="quiet" onTap={saveTemplate} />}
      >
        <dl className="im-help">
          {templateColumns.map(({ field, hint, example }) => (
            <div className="im-help-r" key={field}>
              <dt className="strong">{importFieldNames[field]}</dt>
              <dd>{hint}</dd>
              <dd className="im-help-e">{example}</dd>
            </div>
          ))}
        </dl>
        <Text className="cap">
          列名写法不限于此：职位、公司、工作地点、待遇等常见叫法都认得；其他列会列出来
        </Text>
      </Card>
    </>
  );
}
