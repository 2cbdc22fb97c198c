import { createClient } from '@qihang/shared/contract/client';
import { revealContract } from '@qihang/shared/reveal/contract';
import { type RevealTarget, revealLimits } from '@qihang/shared/reveal/vocabulary';
import { useMutation } from '@tanstack/react-query';
import { Text, View } from '@tarojs/components';
import { ReasonSheet } from '@/common/content/reason-sheet';
import { asApiError } from '@/platform/api-error';
import { transport } from '@/platform/transport';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import './reveal.scss';

const api = createClient(revealContract, transport);

interface Props {
  type: RevealTarget;
  id: string;
  /** In words: 这个问题. */
  what: string;
  open: boolean;
  onClose: () => void;
}

/** Asks an admin why, and then says who wrote it. Nothing of the answer is kept: closed, it has to be asked for again. */
export function Reveal({ type, id, what, open, onClose }: Props) {
  const reveal = useMutation({
    mutationFn: (reason: string) => api.reveal({ body: { target: { type, id }, reason } }),
    gcTime: 0,
  });
  const close = () => {
    reveal.reset();
    onClose();
  };
  const found = reveal.data;
  return (
    <>
      <ReasonSheet
        open={open && found === undefined}
        title="查看匿名身份"
        hint="写明为什么必须知道是谁。会记入操作记录，对方也会收到消息"
        max={revealLimits.reason}
        submitText="确认查看"
        loading={reveal.isPending}
        error={reveal.error ? asApiError(reveal.error).message : undefined}
        onSubmit={(_, reason) => reveal.mutate(reason)}
        onClose={close}
      />
      <Sheet
        open={open && found !== undefined}
        title={`${what}的作者`}
        onClose={close}
        footer={<Button text="知道了" look="main" grow onTap={close} />}
      >
        {found && (
          <View className="rv">
            <Text className="rv-n">{found.name}</Text>
            <Text className="meta rv-l">{found.about}</Text>
            {found.studentNo && <Text className="meta rv-l">学号 {found.studentNo}</Text>}
            <Text className="cap rv-l">对方已收到消息，知道有管理员看过。请不要转告别人</Text>
          </View>
        )}
      </Sheet>
    </>
  );
}
