import { check } from '@qihang/shared/contract/messages';
import { rosterClaim } from '@qihang/shared/verification/fields';
import { Text, View } from '@tarojs/components';
import { ClaimFields } from '@/common/claim/claim-fields';
import { toast } from '@/platform/feedback';
import { back } from '@/platform/navigation';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { FailureNote } from '@/ui/form/failure-note';
import { useForm } from '@/ui/form/use-form';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { useVerify } from '../hooks';
import './claim-form.scss';

/** Number, name and class code. `goBack` returns to the page that asked for it, which kept what was typed there. */
export function ClaimForm({ goBack }: { goBack: boolean }) {
  const form = useForm({
    initial: { studentNo: '', name: '', code: '' },
    check: (value) => check(rosterClaim, value),
    sending: useVerify(),
    onSent: () => {
      toast(goBack ? '认证成功，接着做刚才的事' : '认证成功');
      if (goBack) back();
    },
  });
  return (
    <PageFrame
      title="身份认证"
      section="me"
      actions={
        <ActionBar>
          <Button text="认证" look="main" grow loading={form.busy} onTap={form.send} />
        </ActionBar>
      }
    >
      <View className="stack">
        <View className="cards">
          <View className="cf-h">
            <Text className="cf-t">确认你是本校学生</Text>
            <Text className="meta">
              {goBack
                ? '提问、回答前要认证一次。认证完会回到刚才的页面，写的内容都在'
                : '认证后可以提问、回答、反馈岗位停招。提问仍然可以匿名'}
            </Text>
          </View>
          <FailureNote failure={form.failure} />
          <ClaimFields claim={form.value} problems={form.problems} onChange={form.change} />
          <Note icon="shield" text="只和学校的名册核对。学号只有你和管理名册的老师看得到，不会显示给同学" />
          <Card title="对不上怎么办">
            <Text className="meta cf-p">
              学号和姓名以学籍为准，刚改过名的用新名字。没有邀请码，或几次都对不上，请联系辅导员或就业指导老师。
            </Text>
          </Card>
        </View>
      </View>
    </PageFrame>
  );
}
