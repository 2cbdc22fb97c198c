import {
  type ReportReason,
  reportLimits,
  reportReasonNames,
  reportReasons,
} from '@qihang/shared/reports/vocabulary';
import { Text, View } from '@tarojs/components';
import { asApiError } from '@/platform/api-error';
import { useDraft } from '@/platform/draft';
import { toast } from '@/platform/feedback';
import { open, signInFirst } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { Chip } from '@/ui/filter-bar';
import { AreaField } from '@/ui/form/text-field';
import { Sheet } from '@/ui/sheet';
import { Tap } from '@/ui/tap';
import { useSendReport } from './api';
import './report-sheet.scss';

/** What is reported, and what it is in words: 岗位. */
export interface Reported {
  type: 'job' | 'post' | 'thread' | 'answer';
  id: string;
  noun: string;
}

const hints: Partial<Record<ReportReason, string>> = {
  fee: '选填，如：面试后要求先交 300 元培训费',
  closed: '选填，如：单位回复已招满',
  copied: '选填，原文在哪里',
  other: '写一句哪里有问题',
};

/**
 * Asks what is wrong with a piece. A visitor chooses and writes first and signs in at the end; what was written stays on the
 * phone until it is sent.
 */
export function ReportSheet({ type, id, noun, onClose }: Reported & { onClose: () => void }) {
  const signedIn = useSession(({ token }) => token !== null);
  const { draft, change, clear } = useDraft<{ reason: ReportReason | ''; note: string }>(
    `report:${type}:${id}`,
    { reason: '', note: '' },
  );
  const send = useSendReport();
  const note = draft.note.trim();
  const wordless = draft.reason === 'other' && note.length < 2;
  const ready = draft.reason !== '' && !wordless && note.length <= reportLimits.note;
  const submit = () => {
    if (draft.reason === '') return;
    if (!signedIn) {
      signInFirst();
      return;
    }
    send.mutate(
      { target: { type, id }, reason: draft.reason, note },
      {
        onSuccess: () => {
          clear();
          onClose();
          toast('收到，处理完会告诉你', { label: '我的举报', run: () => open('myReports') });
        },
      },
    );
  };
  return (
    <Sheet
      open
      title={`举报这个${noun}`}
      onClose={onClose}
      footer={
        <Button
          text={signedIn ? '举报' : '登录后举报'}
          look="main"
          grow
          disabled={!ready}
          loading={send.isPending}
          onTap={submit}
        />
      }
    >
      <View className="cs">
        {reportReasons.map((reason) => (
          <Chip
            key={reason}
            text={reportReasonNames[reason]}
            on={draft.reason === reason}
            onTap={() => change({ reason })}
          />
        ))}
      </View>
      <AreaField
        label="说明"
        required={draft.reason === 'other'}
        value={draft.note}
        max={reportLimits.note}
        placeholder={(draft.reason && hints[draft.reason]) || '选填，哪里有问题'}
        error={send.error ? asApiError(send.error).message : undefined}
        onChange={(text) => change({ note: text })}
      />
      <View className="rp-foot">
        <Text className="cap grow">作者和别的同学看不到是谁举报的，审核的人也看不到</Text>
        <Tap
          className="rp-rules"
          role="link"
          label="看社区规范"
          onTap={() => open('document', { name: 'community-rules' })}
        >
          <Text>社区规范</Text>
        </Tap>
      </View>
    </Sheet>
  );
}
