import { check } from '@qihang/shared/contract/messages';
import { type Me, passwordChange } from '@qihang/shared/session/contract';
import { passwordProblem } from '@qihang/shared/session/password';
import { View } from '@tarojs/components';
import { toast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { FailureNote } from '@/ui/form/failure-note';
import { FieldRows } from '@/ui/form/field';
import { SecretField } from '@/ui/form/secret-field';
import { useForm } from '@/ui/form/use-form';
import { Note } from '@/ui/note';
import { withPassword } from '../password';
import { useSetPassword } from '../security';
import { useWait, waitWords } from '../wait';

/** Changes the password, or sets the first one: what the browser version signs in with. */
export function NewPasswordForm({ me }: { me: Me }) {
  const form = useForm({
    initial: { current: '', next: '' },
    check: ({ current, next }) =>
      withPassword(
        check(passwordChange, me.hasPassword ? { current, next } : { next }),
        'next',
        passwordProblem(next, me.studentNo),
      ),
    sending: useSetPassword(),
    onSent: (_, clear) => {
      clear();
      toast(me.hasPassword ? '密码已修改，其他设备已退出' : '密码已设置，可以用学号登录网页版');
    },
  });
  const wait = useWait(form.error);
  const waits = form.error?.retryAfter !== undefined;
  if (me.studentNo === null) return <Note text="完成学号认证后，可以在这里设置密码，用学号在电脑上登录" />;

  const { value, problems, change } = form;
  const save = () => {
    if (wait === 0) form.send();
  };
  return (
    <>
      {wait > 0 && <Note tone="warm" icon="clock" text={`密码错了太多次，请等 ${waitWords(wait)}再试`} />}
      {!waits && <FailureNote failure={form.failure} />}
      <FieldRows>
        {me.hasPassword && (
          <SecretField
            label="原密码"
            kind="current-password"
            value={value.current}
            placeholder="正在用的密码"
            error={problems.current}
            onChange={(current) => change({ current })}
          />
        )}
        <SecretField
          label="新密码"
          kind="new-password"
          value={value.next}
          placeholder="至少 8 个字"
          hint="可以是一句好记的话；不要用学号，也不要用别处的密码"
          error={problems.next}
          onChange={(next) => change({ next })}
          onConfirm={save}
        />
      </FieldRows>
      <View className="sec-w">
        <Button
          text={me.hasPassword ? '修改密码' : '设置密码'}
          look="main"
          tall
          loading={form.busy}
          disabled={wait > 0}
          onTap={save}
        />
      </View>
    </>
  );
}
