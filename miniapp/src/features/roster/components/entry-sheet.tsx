import type { RosterEntry } from '@qihang/shared/verification/roster';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { ReasonSheet } from '@/common/content/reason-sheet';
import { asApiError } from '@/platform/api-error';
import { toast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { dateWords } from '@/ui/date-words';
import { DotLine } from '@/ui/dot-line';
import { Note } from '@/ui/note';
import { Sheet } from '@/ui/sheet';
import { useUnbind } from '../hooks';

const maxReason = 200;

/** A person of the roster, and the way out for whoever was bound to the wrong account. */
export function EntrySheet({ entry, now, onClose }: { entry: RosterEntry; now: Date; onClose: () => void }) {
  const [asking, setAsking] = useState(false);
  const unbind = useUnbind();
  const send = (_: string, reason: string) =>
    unbind.mutate(
      { id: entry.id, reason },
      {
        onSuccess: () => {
          toast(`已解除绑定，${entry.name}可以重新认证`);
          onClose();
        },
      },
    );
  if (asking)
    return (
      <ReasonSheet
        open
        title={`解除${entry.name}的绑定`}
        hint="写清原因，会进操作记录，如：换了微信，已核对学生证"
        max={maxReason}
        submitText="解除绑定"
        loading={unbind.isPending}
        error={unbind.error ? asApiError(unbind.error).message : undefined}
        onSubmit={send}
        onClose={() => setAsking(false)}
      />
    );
  return (
    <Sheet
      open
      title={entry.name}
      onClose={onClose}
      footer={
        entry.viewer.can.includes('unbind') ? (
          <Button text="解除绑定" look="danger" tall grow onTap={() => setAsking(true)} />
        ) : undefined
      }
    >
      <View className="cards">
        <DotLine parts={[entry.studentNo, entry.className, `${entry.graduationYear} 届`]} />
        <DotLine className="meta" parts={[entry.college, entry.major]} />
        {entry.leftAt !== null && (
          <Note text={`${dateWords(new Date(entry.leftAt), now)}导入名册时标为已不在校`} />
        )}
        {entry.boundAt !== null ? (
          <Note
            icon="check"
            text={`${dateWords(new Date(entry.boundAt), now)}认证。换了微信、认错了人，可以解除绑定：那个账号会退出登录、不再是已认证，这个学号可以重新认证`}
          />
        ) : (
          <Note text="还没有账号认证这个学号" />
        )}
      </View>
    </Sheet>
  );
}
