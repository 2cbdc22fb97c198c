import { check } from '@qihang/shared/contract/messages';
import { type Me, sessionContract } from '@qihang/shared/session/contract';
import { passwordProblem } from '@qihang/shared/session/password';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { asApiError } from '@/platform/api-error';
import { toast } from '@/platform/feedback';
import { problemsByField } from '@/platform/problems';
import { Button } from '@/ui/button';
import { FieldRows } from '@/ui/form/field';
import { SecretField } from '@/ui/form/secret-field';
import { Note } from '@/ui/note';
import { useSetPassword } from '../security';
import { useWait, waitWords } from '../wait';

const empty = { current: '', next: '' };

/** Changes the password, or sets the first one: what the browser version signs in with. */
export function NewPasswordForm({ me }: { me: Me }) {
  const [form, setForm] = useState(empty);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const set = useSetPassword();
  const failure = set.error ? asApiError(set.error) : null;
  const wait = useWait(failure);
  if (me.studentNo === null) return <Note text="完成学号认证后，可以在这里设置密码，用学号在电脑上登录" />;

  const fields = problemsByField(failure?.fields ?? []);
  const edit = (part: Partial<typeof empty>) => {
    setProblems({});
    if (wait === 0) set.reset();
    setForm((before) => ({ ...before, ...part }));
  };
  const save = () => {
    if (set.isPending || wait > 0) return;
    const body = me.hasPassword ? form : { next: form.next };
    const checked = check(sessionContract.setPassword.body, body);
    const weak = passwordProblem(form.next, me.studentNo);
    const wrong = { ...(weak && { next: weak }), ...(checked.ok ? {} : problemsByField(checked.errors)) };
    if (!checked.ok || weak) return setProblems(wrong);
    set.mutate(body, {
      onSuccess: () => {
        setForm(empty);
        toast(me.hasPassword ? '密码已修改，其他设备已退出' : '密码已设置，可以用学号登录网页版');
      },
    });
  };
  return (
    <>
      {wait > 0 && <Note tone="warm" icon="clock" text={`密码错了太多次，请等 ${waitWords(wait)}再试`} />}
      {failure && wait === 0 && failure.fields.length === 0 && (
        <Note tone="red" icon="alert" text={failure.message} />
      )}
      <FieldRows>
        {me.hasPassword && (
          <SecretField
            label="原密码"
            kind="current-password"
            value={form.current}
            placeholder="正在用的密码"
            error={problems.current ?? fields.current}
            onChange={(current) => edit({ current })}
          />
        )}
        <SecretField
          label="新密码"
          kind="new-password"
          value={form.next}
          placeholder="至少 8 个字"
          hint="可以是一句好记的话；不要用学号，也不要用别处的密码"
          error={problems.next ?? fields.next}
          onChange={(next) => edit({ next })}
          onConfirm={save}
        />
      </FieldRows>
      <View className="sec-w">
        <Button
          text={me.hasPassword ? '修改密码' : '设置密码'}
          look="main"
          tall
          loading={set.isPending}
          disabled={wait > 0}
          onTap={save}
        />
      </View>
    </>
  );
}
