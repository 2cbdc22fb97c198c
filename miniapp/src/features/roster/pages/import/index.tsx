import { rosterColumnNames, rosterColumns } from '@qihang/shared/verification/vocabulary';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { asApiError } from '@/platform/api-error';
import { chooseFile } from '@/platform/choose-file';
import { toast } from '@/platform/feedback';
import { saveFile } from '@/platform/files';
import { openInstead } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { isWeapp } from '@/platform/target';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Card, Cards } from '@/ui/card';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';
import { PreviewView } from '../../components/preview-view';
import { StaffOnly } from '../../components/staff-only';
import { type RosterSource, useClasses, useImport, usePreview } from '../../hooks';
import './index.scss';

/** Excel takes a CSV for Chinese only with the mark of UTF-8. */
const template = `\ufeff${rosterColumns.map((column) => rosterColumnNames[column]).join(',')}\n`;

export default function RosterImportPage() {
  const signedIn = useSession(({ token }) => token !== null);
  const classes = useClasses(signedIn);
  const [source, setSource] = useState<RosterSource>();
  const [leave, setLeave] = useState(false);
  const preview = usePreview();
  const bringIn = useImport();
  const mayImport = classes.data?.viewer.can.includes('import') ?? false;
  const failure = bringIn.error ?? preview.error;

  const choose = async () => {
    const chosen = await chooseFile(['csv', 'xlsx']);
    if (chosen) look({ file: chosen });
  };
  const look = (next: RosterSource) => {
    setSource(next);
    setLeave(false);
    bringIn.reset();
    preview.mutate(next);
  };
  const again = () => {
    bringIn.reset();
    if (source) preview.mutate(source);
  };
  const found = preview.data;
  const incoming = found ? found.counts.new + found.counts.changed + found.counts.returning : 0;
  const leaving = found && leave ? found.absent.count : 0;
  const send = () => {
    if (!source || !found) return;
    bringIn.mutate(
      { ...source, digest: found.digest, leave },
      {
        onSuccess: ({ counts, left }) => {
          const parts = [
            `新增 ${counts.new} 人`,
            `更新 ${counts.changed + counts.returning} 人`,
            left > 0 && `${left} 人标为已不在校`,
          ];
          toast(parts.filter(Boolean).join('，'));
          openInstead('roster');
        },
      },
    );
  };
  const chooseButton = (
    <Button
      text={source ? '换个文件' : '选择文件'}
      icon="file"
      tall
      grow={!found}
      look={found ? 'normal' : 'main'}
      loading={preview.isPending}
      onTap={choose}
    />
  );
  return (
    <PageFrame
      title="导入名册"
      section="me"
      actions={
        mayImport ? (
          <ActionBar>
            {chooseButton}
            {found && (
              <Button
                text={importWords(incoming, leaving)}
                look="main"
                grow
                disabled={incoming + leaving === 0}
                loading={bringIn.isPending}
                onTap={send}
              />
            )}
          </ActionBar>
        ) : undefined
      }
    >
      <StaffOnly what="名册" error={classes.error}>
        {classes.data && !mayImport ? (
          <StateView icon="shield" title="只有管理员能导入名册" text="老师可以查看名册、生成班级邀请码" />
        ) : (
          <View>
            {failure && (
              <View className="stack ri-e">
                <Note
                  tone="red"
                  icon="alert"
                  text={asApiError(failure).message}
                  {...(source && found ? { action: { text: '重新预检', onTap: again } } : {})}
                />
              </View>
            )}
            {found && source ? (
              <PreviewView
                preview={found}
                fileName={source.file.name}
                leave={leave}
                onLeave={setLeave}
                onSheet={(sheet) => look({ ...source, sheet })}
              />
            ) : (
              <Help />
            )}
          </View>
        )}
      </StaffOnly>
    </PageFrame>
  );
}

const importWords = (incoming: number, leaving: number): string => {
  if (incoming + leaving === 0) return '没有要改的';
  return leaving > 0 ? `导入 ${incoming} 人，离校 ${leaving} 人` : `导入 ${incoming} 人`;
};

const Help = () => (
  <Cards className="stack">
    <Card title="一行一个人，六列">
      <Text className="meta ri-p">
        {rosterColumns.map((column) => rosterColumnNames[column]).join('、')}
        。列的顺序不限，教务系统导出的常见列名都认得；多出来的列会略过。
      </Text>
      <Text className="meta ri-p">
        毕业年份写 2027、27届 或 2027-06-30。学号列在 Excel 里设成文本，免得变成科学计数法。
      </Text>
      <View className="ri-t">
        <Button text="下载空表" icon="download" onTap={() => saveFile('名册.csv', template, 'text/csv')} />
      </View>
    </Card>
    <Card title="选好文件先预检">
      <Text className="meta ri-p">
        逐行告诉你哪里不对、谁是新增、谁有变化，看过再导入。CSV 和 Excel（.xlsx）都行，重复导入只更新变化。
        {isWeapp && '小程序里从聊天记录选文件，可以先发到文件传输助手。'}
      </Text>
    </Card>
    <Note icon="shield" text="名册只用来认证身份，同学看不到。每次导入都有记录" />
  </Cards>
);
