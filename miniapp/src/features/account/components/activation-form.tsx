import { check } from '@qihang/shared/contract/messages';
import { type Me, sessionContract } from '@qihang/shared/session/contract';
import { passwordProblem } from '@qihang/shared/session/password';
import { plainStudentNo } from '@qihang/shared/verification/fields';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { ClaimFields } from '@/common/claim/claim-fields';
import { asApiError } from '@/platform/api-error';
import { problemsByField } from '@/platform/problems';
import { Button } from '@/ui/button';
import { SecretField } from '@/ui/form/secret-field';
import { Note } from '@/ui/note';
import { useActivation } from '../sign-in';
import { useWait, waitWords } from '../wait';

const empty = { studentNo: '', name: '', code: '', password: '' };

/** Number, name and class code make the account, the password is for the next time. */
export function ActivationForm({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const [form, setForm] = useState(empty);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const activation = useActivation();
  const failure = activation.error ? asApiError(activation.error) : null;
  const wait = useWait(failure);
  const waits = failure?.retryAfter !== undefined;
  const edit = (part: Partial<typeof empty>) => {
    setProblems({});
    if (!waits) activation.reset();
    setForm((before) => ({ ...before, ...part }));
  };
  const send = () => {
    if (activation.isPending || wait > 0) return;
    const checked = check(sessionContract.activate.body, form);
    const weak =
      form.password === '' ? null : passwordProblem(form.password, plainStudentNo(form.studentNo) || null);
    const wrong = { ...(weak && { password: weak }), ...(checked.ok ? {} : problemsByField(checked.errors)) };
    if (!checked.ok || weak) return setProblems(wrong);
    activation.mutate(checked.value, {
      onSuccess: onSignedIn,
      onError: (error) => setProblems(problemsByField(asApiError(error).fields)),
    });
  };
  return (
    <>
      {wait > 0 && (
        <Note
          tone="warm"
          icon="clock"
          text={`试的次数太多了，请等 ${waitWords(wait)}再试。拿不准的话，先找班主任或就业指导老师核对`}
        />
      )}
      {failure && !waits && failure.fields.length === 0 && (
        <Note tone="red" icon="alert" text={failure.message} />
      )}
      <ClaimFields claim={form} problems={problems} onChange={edit}>
        <SecretField
          label="设密码"
          required
          kind="new-password"
          value={form.password}
          placeholder="至少 8 个字"
          hint="以后用学号和它登录。可以是一句好记的话；不要用学号，也不要用别处的密码"
          error={problems.password}
          onChange={(password) => edit({ password })}
          onConfirm={send}
        />
      </ClaimFields>
      <View className="ac-w">
        <Button
          text={wait > 0 ? `${waitWords(wait)}后再试` : '激活并登录'}
          look="main"
          tall
          loading={activation.isPending}
          disabled={wait > 0}
          onTap={send}
        />
      </View>
    </>
  );
}
