import { check } from '@qihang/shared/contract/messages';
import { type Me, sessionContract } from '@qihang/shared/session/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { asApiError } from '@/platform/api-error';
import { openInstead } from '@/platform/navigation';
import { problemsByField } from '@/platform/problems';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { FieldRows } from '@/ui/form/field';
import { SecretField } from '@/ui/form/secret-field';
import { TextField } from '@/ui/form/text-field';
import { Note } from '@/ui/note';
import { Tap } from '@/ui/tap';
import { usePasswordSignIn } from '../sign-in';
import { useWait, waitWords } from '../wait';

/** Number and password, for browsers. */
export function PasswordForm({ disabled, onSignedIn }: { disabled: boolean; onSignedIn: (me: Me) => void }) {
  const [form, setForm] = useState({ studentNo: '', password: '' });
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [forgotten, setForgotten] = useState(false);
  const signIn = usePasswordSignIn();
  const failure = signIn.error ? asApiError(signIn.error) : null;
  const wait = useWait(failure);
  const wrong = failure?.code === 'session.wrong-password';
  const waits = failure?.retryAfter !== undefined;
  const edit = (part: Partial<typeof form>) => {
    setProblems({});
    if (!waits) signIn.reset();
    setForm((before) => ({ ...before, ...part }));
  };
  const submit = () => {
    if (signIn.isPending || wait > 0) return;
    const checked = check(sessionContract.password.body, form);
    if (!checked.ok) return setProblems(problemsByField(checked.errors));
    signIn.mutate(checked.value, { onSuccess: onSignedIn });
  };
  return (
    <>
      {wait > 0 && <Note tone="warm" icon="clock" text={`密码错了太多次，请等 ${waitWords(wait)}再试`} />}
      {failure && !wrong && !waits && <Note tone="red" icon="alert" text={failure.message} />}
      <FieldRows>
        <TextField
          label="学号"
          value={form.studentNo}
          placeholder="老师填工号"
          fill="username"
          error={problems.studentNo}
          onChange={(studentNo) => edit({ studentNo })}
        />
        <SecretField
          label="密码"
          kind="current-password"
          value={form.password}
          placeholder="登录密码"
          error={problems.password ?? (wrong ? failure.message : undefined)}
          onChange={(password) => edit({ password })}
          onConfirm={submit}
        />
      </FieldRows>
      <View className="si-w">
        <Button
          text={wait > 0 ? `${waitWords(wait)}后再试` : '登录'}
          look="main"
          tall
          loading={signIn.isPending}
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
