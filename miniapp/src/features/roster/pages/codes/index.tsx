import type { ClassCode } from '@qihang/shared/verification/roster';
import { useState } from 'react';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { confirm, toast } from '@/platform/feedback';
import { useSession } from '@/platform/session';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Cards } from '@/ui/card';
import { momentWords } from '@/ui/date-words';
import { DetailView } from '@/ui/detail-view';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { StateView } from '@/ui/state-view';
import { CodeCard } from '../../components/code-card';
import { NewCodeSheet } from '../../components/new-code-sheet';
import { StaffOnly } from '../../components/staff-only';
import { useClassCodes, useClasses, useRevokeCode } from '../../hooks';
import { classKey } from '../../words';

export default function ClassCodesPage() {
  const signedIn = useSession(({ token }) => token !== null);
  const codes = useClassCodes(signedIn);
  const classes = useClasses(signedIn);
  const [making, setMaking] = useState(false);
  const now = useNow();
  const valid = new Set(codes.data?.items.filter(({ state }) => state === 'valid').map(classKey));
  const free = classes.data?.items.filter((one) => !valid.has(classKey(one)));
  return (
    <PageFrame
      title="班级邀请码"
      section="me"
      actions={
        codes.data && free && free.length > 0 ? (
          <ActionBar>
            <Button text="生成邀请码" icon="plus" look="main" grow onTap={() => setMaking(true)} />
          </ActionBar>
        ) : undefined
      }
    >
      <StaffOnly what="班级邀请码" error={codes.error}>
        <DetailView query={codes} what="邀请码" ageOf={(since) => momentWords(since, now)}>
          {({ items }) => <Codes codes={items} now={now} />}
        </DetailView>
      </StaffOnly>
      {making && free && <NewCodeSheet classes={free} onClose={() => setMaking(false)} />}
    </PageFrame>
  );
}

function Codes({ codes, now }: { codes: ClassCode[]; now: Date }) {
  const revoke = useRevokeCode();
  const end = async ({ id, className }: ClassCode) => {
    const agreed = await confirm(
      `作废${className}的邀请码？`,
      '作废后不能再用它认证，已经认证的同学不受影响。传到班外了就作废，再生成一个新的',
      '作废',
    );
    if (!agreed) return;
    revoke.mutate(id, {
      onSuccess: () => toast('已作废'),
      onError: (error) => toast(asApiError(error).message),
    });
  };
  if (codes.length === 0)
    return (
      <StateView icon="inbox" title="还没有邀请码" text="给一个班生成邀请码，发到班级群，同学们就能认证" />
    );
  return (
    <Cards className="stack">
      <Note text="学号、姓名和本班的邀请码三样都对才能认证。一个班同时只有一个有效的邀请码" />
      {codes.map((code) => (
        <CodeCard key={code.id} code={code} now={now} busy={revoke.isPending} onRevoke={end} />
      ))}
    </Cards>
  );
}
