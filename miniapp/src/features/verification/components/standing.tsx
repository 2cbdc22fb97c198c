import type { Verification } from '@qihang/shared/verification/contract';
import { verificationStateNames } from '@qihang/shared/verification/vocabulary';
import { Text, View } from '@tarojs/components';
import { Card, Cards } from '@/ui/card';
import { dateWords } from '@/ui/date-words';
import { Note } from '@/ui/note';
import { StateView } from '@/ui/state-view';
import { Tag } from '@/ui/tag';
import './standing.scss';

interface Props {
  verification: Verification;
  now: Date;
}

/** What the roster says, once there is something to say. */
export function Standing({ verification: { state, entry, askingEndsAt }, now }: Props) {
  if (!entry)
    return <StateView icon="check-circle" title="学校已确认你的身份" text="老师和工作人员不需要再认证" />;
  const asksUntil = askingEndsAt === null ? null : new Date(askingEndsAt);
  return (
    <Cards className="stack">
      {state === 'left' && (
        <Note
          tone="warm"
          icon="alert"
          text="名册显示你已不在校（如退学、转学）。账号、收藏和写过的内容都在，但不能再提问和回答。如果不对，请联系辅导员或就业指导老师"
        />
      )}
      {state === 'alumnus' && asksUntil && (
        <Note
          icon="award"
          tone="brand"
          text={
            asksUntil > now
              ? `你是校友了。账号和写过的内容都在，可以阅读、收藏、回答；择业期内仍可提问，到 ${dateWords(asksUntil, now)}`
              : '你是校友了。账号和写过的内容都在，可以阅读、收藏，用你的经历回答学弟学妹的问题；提问留给在校和刚毕业的同学'
          }
        />
      )}
      <Card
        title={entry.name}
        extra={
          <Tag
            text={verificationStateNames[state]}
            {...(state === 'left' ? { tone: 'grey' } : { icon: 'check' })}
          />
        }
      >
        <View className="st-l">
          <Fact name="学号" value={entry.studentNo} />
          <Fact name="学院" value={entry.college} />
          <Fact name="专业" value={entry.major} />
          <Fact name="班级" value={entry.className} />
          <Fact name="毕业" value={`${entry.graduationYear} 届`} />
          <Fact name="认证" value={dateWords(new Date(entry.boundAt), now)} />
        </View>
      </Card>
      <Note
        icon="shield"
        text="来自学校的名册，学号只有你和管理名册的老师看得到。有误请找辅导员更正，名册更新后这里会跟着变"
      />
    </Cards>
  );
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <View className="st-f">
    <Text className="st-n">{name}</Text>
    <Text className="grow">{value}</Text>
  </View>
);
