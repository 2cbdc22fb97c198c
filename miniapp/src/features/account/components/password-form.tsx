import { check } from '@qihang/shared/contract/messages';
import { type Me, passwordSignIn } from '@qihang/shared/session/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { openInstead } from '@/platform/navigation';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { FailureNote } from '@/ui/form/failure-note';
import { FieldRows } from '@/ui/form/field';
import { SecretField } from '@/ui/form/secret-field';
import { TextField } from '@/ui/form/text-field';
import { useForm } from '@/ui/form/use-form';
import { Note } from '@/ui/note';
import { Tap } from '@/ui/tap';
import { usePasswordSignIn } from '../sign-in';
import { useWait, waitWords } from '../wait';

/** Number and password, for browsers. */
export function PasswordForm({ disabled, onSignedIn }: { disabled: boolean; onSignedIn: (me: Me) => void }) {
  const form = useForm({
    initial: { studentNo: '', password: '' },
    check: (value) => check(passwordSignIn, value),
    sending: usePasswordSignIn(),
    onSent: onSignedIn,
    onRefused: ({ code, message }) => (code === 'session.wrong-password' ? { password: message } : undefined),
  });
  const [forgotten, setForgotten] = useState(false);
  const wait = useWait(form.error);
  const waits = form.error?.retryAfter !== undefined;
  const submit = () => {
    if (wait === 0) form.send();
  };
  return (
    <>
      {wait > 0 && <Note tone="warm" icon="clock" text={`密码错了太多次，请等 ${waitWords(wait)}再试`} />}
      {!waits && <FailureNote failure={form.failure} />}
      <FieldRows>
        <TextField
          label="学号"
          value={form.value.studentNo}
          placeholder="老师填工号"
          fill="username"
          error={form.problems.studentNo}
          onChange={(studentNo) => form.change({ studentNo })}
        />
        <SecretField
          label="密码"
          kind="current-password"
          value={form.value.password}
          placeholder="登录密码"
          error={form.problems.password}
          onChange={(password) => form.change({ password })}
          onConfirm={submit}
        />
      </FieldRows>
      <View className="si-w">
        <Button
          text={wait > 0 ? `${waitWords(wait)}后再试` : '登录'}
          look="main"
          tall
          loading={form.busy}
          disabled={disabled || wait > 0}
          onTap={submit}
        />
        <View className="si-l">
          <Tap className="si-f" label="首次使用，激活账号" onTap={() => openInstead('activation')}>
            <Text>首次使用？激活账号</Text>
          </Tap>
          <Tap className="si-f" label="忘记密码" onTap={() => setForgotten(!forgotten)}>
            <Text>忘记密码？</Text>
          </Tap>
        </View>
      </View>
      {forgotten && (
        <Card title="忘记密码">
          <Text className="si-b">请带上学生证或工作证找就业指导老师，核对身份后，由管理员重置密码。</Text>
        </Card>
      )}
    </>
  );
}
