import type { Consent } from '@qihang/shared/consents/contract';
import { Text, View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { answerConsent } from '@/common/consent/consent';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { back, open, signInFirst } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Card, Cards } from '@/ui/card';
import { dateWords, momentWords, startOfDay } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { ListRow, ListRows } from '@/ui/list-row';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';
import { TickLine } from '../../components/tick-line';
import { useConsents, useGiveConsents } from '../../consents';

/** Asks for consent to the documents before the first write, and again when their text has changed. */
export default function ConsentPage() {
  const signedIn = useSession(({ token }) => token !== null);
  const consents = useConsents();
  const now = useNow();
  const agreed = useRef(false);
  // Whoever waits goes on when this page is gone, whichever way it was left.
  useEffect(() => () => answerConsent(agreed.current), []);
  if (!signedIn)
    return (
      <PageFrame title="阅读并同意" section="me">
        <StateView
          icon="user"
          title="登录后再确认"
          actions={<Button text="登录" look="main" onTap={signInFirst} />}
        />
      </PageFrame>
    );
  const missing = consents.data?.items.filter(({ acceptedAt }) => acceptedAt === null);
  const leave = (yes: boolean) => {
    agreed.current = yes;
    back();
  };
  if (missing && missing.length > 0)
    return <Question missing={missing} onAgreed={() => leave(true)} onRefused={() => leave(false)} />;
  return (
    <PageFrame title="阅读并同意" section="me">
      <DetailView query={consents} what="文本" ageOf={(since) => momentWords(since, now)}>
        {() => (
          <StateView
            icon="check-circle"
            title="都已同意"
            text="文本有更新时会再请你确认"
            actions={<Button text="返回" look="main" onTap={() => leave(true)} />}
          />
        )}
      </DetailView>
    </PageFrame>
  );
}

interface QuestionProps {
  missing: Consent[];
  onAgreed: () => void;
  onRefused: () => void;
}

function Question({ missing, onAgreed, onRefused }: QuestionProps) {
  const [ticked, setTicked] = useState(false);
  const give = useGiveConsents();
  const now = useNow();
  const changed = missing.some(({ acceptedVersion }) => acceptedVersion !== null);
  const names = missing.map(({ title }) => `《${title}》`).join('');
  const agree = () =>
    give.mutate(
      missing.map(({ name, version }) => ({ name, version })),
      { onSuccess: onAgreed },
    );
  return (
    <PageFrame
      title="阅读并同意"
      section="me"
      actions={
        <ActionBar>
          <Button text="暂不同意" look="quiet" tall onTap={onRefused} />
          <Button
            text="同意并继续"
            look="main"
            grow
            disabled={!ticked}
            loading={give.isPending}
            onTap={agree}
          />
        </ActionBar>
      }
    >
      <View className="stack">
        <Cards>
          <Card title={changed ? '文本有更新，请再看一遍' : '先花一分钟，了解这几件事'}>
            <Text className="meta">
              我们只记录认证和找岗位要用的信息，不收集手机号、身份证号；匿名提问不显示你是谁；随时可以导出、更正和注销。
            </Text>
          </Card>
          {give.error && <Note tone="red" icon="alert" text={asApiError(give.error).message} />}
          <ListRows>
            {missing.map(({ name, title, version, acceptedVersion }) => (
              <ListRow
                key={name}
                icon="file"
                text={title}
                note={`${dateWords(startOfDay(version), now)}${acceptedVersion ? '更新' : '起'}`}
                onTap={() => open('document', { name })}
              />
            ))}
          </ListRows>
          <Card>
            <TickLine text={`我已阅读并同意${names}`} on={ticked} onChange={setTicked} />
          </Card>
          <Note text="不同意也可以看岗位、看文章；提问、回答、收藏和发布需要同意" />
        </Cards>
      </View>
    </PageFrame>
  );
}
