import { check } from '@qihang/shared/contract/messages';
import {
  type Degree,
  degreeNames,
  degrees,
  type JobKind,
  jobKindNames,
  jobKinds,
} from '@qihang/shared/jobs/vocabulary';
import { type Me, sessionContract } from '@qihang/shared/session/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { asApiError } from '@/platform/api-error';
import { toast } from '@/platform/feedback';
import { back, signInFirst } from '@/platform/navigation';
import { problemsByField } from '@/platform/problems';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { ChoiceField } from '@/ui/form/choice-field';
import { FieldRows, FixedField } from '@/ui/form/field';
import { TextField } from '@/ui/form/text-field';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';
import { useMe, useUpdateProfile } from '../../hooks';

export default function ProfilePage() {
  const { data: me } = useMe();
  if (!me)
    return (
      <PageFrame title="求职资料" section="me">
        <StateView
          icon="user"
          title="登录后填写求职资料"
          actions={<Button text="登录" look="main" onTap={signInFirst} />}
        />
      </PageFrame>
    );
  return <ProfileForm me={me} />;
}

const degreeChoices = degrees
  .filter((one) => one !== 'any')
  .map((value) => ({ value, text: degreeNames[value] }));
const kindChoices = jobKinds.map((value) => ({ value, text: jobKindNames[value] }));

function ProfileForm({ me }: { me: Me }) {
  const [form, setForm] = useState(() => ({
    major: me.profile.major ?? '',
    degree: me.profile.degree,
    graduationYear: me.profile.graduationYear === null ? '' : String(me.profile.graduationYear),
    cities: me.profile.cities,
    kinds: me.profile.kinds,
  }));
  const [problems, setProblems] = useState<Record<string, string>>({});
  const update = useUpdateProfile();
  const failure = update.error ? asApiError(update.error) : null;
  const edit = (part: Partial<typeof form>) => {
    setProblems({});
    setForm((before) => ({ ...before, ...part }));
  };
  const save = () => {
    const checked = check(sessionContract.updateProfile.body, {
      ...(!me.fromRoster && {
        major: form.major.trim() || null,
        graduationYear: form.graduationYear === '' ? null : Number(form.graduationYear),
      }),
      degree: form.degree,
      cities: form.cities,
      kinds: form.kinds,
    });
    if (!checked.ok) {
      setProblems(problemsByField(checked.errors));
      return;
    }
    update.mutate(checked.value, {
      onSuccess: () => {
        toast('求职资料已保存');
        back();
      },
      onError: (error) => setProblems(problemsByField(asApiError(error).fields)),
    });
  };
  return (
    <PageFrame
      title="求职资料"
      section="me"
      actions={
        <ActionBar>
          <Button text="保存" look="main" grow loading={update.isPending} onTap={save} />
        </ActionBar>
      }
    >
      <View className="stack">
        <View className="cards">
          {failure && failure.fields.length === 0 && <Note tone="red" icon="alert" text={failure.message} />}
          <FieldRows>
            {me.fromRoster ? (
              <FixedField label="专业" value={me.profile.major ?? ''} />
            ) : (
              <TextField
                label="专业"
                value={form.major}
                placeholder="如 车辆工程"
                error={problems.major}
                onChange={(major) => edit({ major })}
              />
            )}
            <ChoiceField
              label="学历"
              single
              choices={degreeChoices}
              value={form.degree === null ? [] : [form.degree]}
              onChange={([degree]) => edit({ degree: degree as Degree })}
            />
            {me.fromRoster ? (
              <FixedField
                label="届别"
                value={`${me.profile.graduationYear} 届`}
                hint="专业和届别来自名册，写错了请找老师改"
              />
            ) : (
              <TextField
                label="届别"
                keyboard="number"
                value={form.graduationYear}
                placeholder="毕业的年份，如 2027"
                error={problems.graduationYear}
                onChange={(graduationYear) => edit({ graduationYear })}
              />
            )}
            <ChoiceField
              label="意向城市"
              choices={[]}
              addHint="写一个城市，再点添加"
              value={form.cities}
              error={problems.cities}
              onChange={(cities) => edit({ cities })}
            />
            <ChoiceField
              label="意向类型"
              choices={kindChoices}
              value={form.kinds}
              onChange={(kinds) => edit({ kinds: kinds as JobKind[] })}
            />
          </FieldRows>
          <Note text={<Text>只用来给你找对口的岗位，别人看不到</Text>} />
        </View>
      </View>
    </PageFrame>
  );
}
