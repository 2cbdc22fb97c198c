import { readTyped } from '@qihang/shared/contract/fields';
import { check } from '@qihang/shared/contract/messages';
import {
  type Degree,
  degreeNames,
  degrees,
  type JobKind,
  jobKindNames,
  jobKinds,
} from '@qihang/shared/jobs/vocabulary';
import { type Me, profileChange } from '@qihang/shared/session/contract';
import { Text, View } from '@tarojs/components';
import { useMe } from '@/common/account/me';
import { toast } from '@/platform/feedback';
import { back, signInFirst } from '@/platform/navigation';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { ChoiceField } from '@/ui/form/choice-field';
import { FailureNote } from '@/ui/form/failure-note';
import { FieldRows, FixedField } from '@/ui/form/field';
import { TextField } from '@/ui/form/text-field';
import { useForm } from '@/ui/form/use-form';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';
import { useUpdateProfile } from '../../hooks';

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
  const form = useForm({
    initial: {
      major: me.profile.major ?? '',
      degree: me.profile.degree,
      graduationYear: me.profile.graduationYear === null ? '' : String(me.profile.graduationYear),
      cities: me.profile.cities,
      kinds: me.profile.kinds,
    },
    check: ({ major, graduationYear, ...rest }) =>
      check(profileChange, {
        ...(!me.fromRoster && {
          major: major.trim() || null,
          graduationYear: readTyped(graduationYear),
        }),
        ...rest,
      }),
    sending: useUpdateProfile(),
    onSent: () => {
      toast('求职资料已保存');
      back();
    },
  });
  const { value, problems, change } = form;
  return (
    <PageFrame
      title="求职资料"
      section="me"
      actions={
        <ActionBar>
          <Button text="保存" look="main" grow loading={form.busy} onTap={form.send} />
        </ActionBar>
      }
    >
      <View className="stack">
        <View className="cards">
          <FailureNote failure={form.failure} />
          <FieldRows>
            {me.fromRoster ? (
              <FixedField label="专业" value={me.profile.major ?? ''} />
            ) : (
              <TextField
                label="专业"
                value={value.major}
                placeholder="如 车辆工程"
                error={problems.major}
                onChange={(major) => change({ major })}
              />
            )}
            <ChoiceField
              label="学历"
              single
              choices={degreeChoices}
              value={value.degree === null ? [] : [value.degree]}
              onChange={([degree]) => change({ degree: degree as Degree })}
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
                value={value.graduationYear}
                placeholder="毕业的年份，如 2027"
                error={problems.graduationYear}
                onChange={(graduationYear) => change({ graduationYear })}
              />
            )}
            <ChoiceField
              label="意向城市"
              choices={[]}
              addHint="写一个城市，再点添加"
              value={value.cities}
              error={problems.cities}
              onChange={(cities) => change({ cities })}
            />
            <ChoiceField
              label="意向类型"
              choices={kindChoices}
              value={value.kinds}
              onChange={(kinds) => change({ kinds: kinds as JobKind[] })}
            />
          </FieldRows>
          <Note text={<Text>只用来给你找对口的岗位，别人看不到</Text>} />
        </View>
      </View>
    </PageFrame>
  );
}
