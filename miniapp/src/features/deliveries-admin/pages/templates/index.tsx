import type { MessageTemplates } from '@qihang/shared/subscriptions/contract';
import type { Purpose } from '@qihang/shared/subscriptions/vocabulary';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { back, signInFirst } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { Cards } from '@/ui/card';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';
import { TemplateCard } from '../../components/template-card';
import { TemplateSheet } from '../../components/template-sheet';
import { useTemplates } from '../../hooks';

export default function MessageTemplatesPage() {
  const signedIn = useSession(({ token }) => token !== null);
  const templates = useTemplates(signedIn);
  const refused = templates.error !== null && asApiError(templates.error).code === 'action.forbidden';
  const now = useNow();
  return (
    <PageFrame title="微信模板" section="me">
      {!signedIn ? (
        <StateView
          icon="user"
          title="登录后设置微信模板"
          actions={<Button text="登录" look="main" onTap={signInFirst} />}
        />
      ) : refused ? (
        <StateView
          icon="shield"
          title="只有管理员能设置微信模板"
          actions={<Button text="返回" onTap={() => back()} />}
        />
      ) : (
        <DetailView query={templates} what="微信模板" ageOf={(since) => momentWords(since, now)}>
          {({ items }) => <TemplateList templates={items} now={now} />}
        </DetailView>
      )}
    </PageFrame>
  );
}

function TemplateList({ templates, now }: { templates: MessageTemplates['items']; now: Date }) {
  const [editing, setEditing] = useState<Purpose>();
  const edited = templates.find(({ purpose }) => purpose === editing);
  return (
    <>
      <Cards className="stack">
        <Note
          text={<Text>没有模板也不会漏：消息都在启航里，模板只管微信响不响。改动马上生效，都有记录</Text>}
        />
        {templates.map((template) => (
          <TemplateCard
            key={template.purpose}
            template={template}
            now={now}
            onEdit={() => setEditing(template.purpose)}
          />
        ))}
      </Cards>
      {edited && (
        <TemplateSheet
          key={edited.purpose}
          template={edited}
          now={now}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  );
}
