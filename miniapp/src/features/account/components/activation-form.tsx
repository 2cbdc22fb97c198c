import { check } from '@qihang/shared/contract/messages';
import { activation, type Me } from '@qihang/shared/session/contract';
import { passwordProblem } from '@qihang/shared/session/password';
import { plainStudentNo } from '@qihang/shared/verification/fields';
import { View } from '@tarojs/components';
import { ClaimFields } from '@/common/claim/claim-fields';
import { Button } from '@/ui/button';
import { FailureNote } from '@/ui/form/failure-note';
import { SecretField } from '@/ui/form/secret-field';
import { useForm } from '@/ui/form/use-form';
import { Note } from '@/ui/note';
import { withPassword } from '../password';
import { useActivation } from '../sign-in';
import { useWait, waitWords } from '../wait';

/** Number, name and class code make the account, the password is for the next time. */
export function ActivationForm({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const form = useForm({
    initial: { studentNo: '', name: '', code: '', password: '' },
    check: (value) =>
      withPassword(
        check(activation, value),
        'password',
        value.password === ''
          ? null
          : passwordProblem(value.password, plainStudentNo(value.studentNo) || null),
      ),
    sending: useActivation(),
    onSent: onSignedIn,
  });
  const wait = useWait(form.error);
  const waits = form.error?.retryAfter !== undefined;
  const send = () => {
    if (wait === 0) form.send();
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
      {!waits && <FailureNote failure={form.failure} />}
      <ClaimFields claim={form.value} problems={form.problems} onChange={form.change}>
        <SecretField
          label="设密码"
          required
          kind="new-password"
          value={form.value.password}
          placeholder="至少 8 个字"
          hint="以后用学号和它登录。可以是一句好记的话；不要用学号，也不要用别处的密码"
          error={form.problems.password}
          onChange={(password) => form.change({ password })}
          onConfirm={send}
        />
      </ClaimFields>
      <View className="ac-w">
        <Button
          text={wait > 0 ? `${waitWords(wait)}后再试` : '激活并登录'}
          look="main"
          tall
          loading={form.busy}
          disabled={wait > 0}
          onTap={send}
        />
      </View>
    </>
  );
}
