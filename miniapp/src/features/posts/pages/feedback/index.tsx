import type { FeedbackVoice } from '@qihang/shared/post-feedback/contract';
import { feedbackKindNames } from '@qihang/shared/post-feedback/vocabulary';
import { Text, View } from '@tarojs/components';
import { useCallback } from 'react';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { toast } from '@/platform/feedback';
import { back, open, usePageQuery } from '@/platform/navigation';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { agoWords, momentWords } from '@/ui/date-words';
import { ListEnd } from '@/ui/list-end';
import { PageFrame } from '@/ui/page-frame';
import { PagedList } from '@/ui/paged-list';
import { Bone } from '@/ui/skeleton';
import { StateView } from '@/ui/state-view';
import { Tag } from '@/ui/tag';
import { useFeedbackList, useSettleFeedback } from '../../feedback-hooks';
import { usePost } from '../../hooks';
import './index.scss';

const keyOf = ({ id }: FeedbackVoice) => id;

/** What readers say of an article, without names; answered by an edit or by 已处理. */
export default function PostFeedbackPage() {
  const { id = '' } = usePageQuery();
  const list = useFeedbackList(id);
  const { data: post } = usePost(id);
  const settle = useSettleFeedback(id);
  const now = useNow();
  const renderItem = useCallback((voice: FeedbackVoice) => <Voice voice={voice} now={now} />, [now]);
  const refused = list.error?.code === 'action.forbidden';
  const waiting = (post?.feedback?.open?.outdated ?? 0) + (post?.feedback?.open?.wrong ?? 0);
  const canSettle = post?.feedback?.viewer.can.includes('settle') ?? false;
  return (
    <PageFrame
      title="读者反馈"
      section="home"
      actions={
        canSettle && waiting > 0 ? (
          <ActionBar above={<Text>改完保存也算处理；读者看得到改过的时间</Text>}>
            <Button text="去修改" icon="pencil" look="quiet" tall onTap={() => open('postForm', { id })} />
            <Button
              text={`已处理这 ${waiting} 条`}
              look="main"
              grow
              loading={settle.isPending}
              onTap={() =>
                settle.mutate(undefined, {
                  onSuccess: () => toast('已处理，提醒消失了'),
                  onError: (error) => toast(asApiError(error).message),
                })
              }
            />
          </ActionBar>
        ) : undefined
      }
    >
      {refused ? (
        <StateView
          icon="shield"
          title="只有作者和本栏目的骨干、老师能看"
          actions={<Button text="返回" onTap={() => back()} />}
        />
      ) : (
        <PagedList
          list={list}
          what="反馈"
          keyOf={keyOf}
          renderItem={renderItem}
          skeleton={
            <Card>
              <Bone width={30} />
              <Bone width={90} />
            </Card>
          }
          ageOf={(since) => momentWords(since, now)}
          empty={<StateView icon="thumb" title="还没有人说过期或有误" text="读者点的“有用”显示在文章下面" />}
          end={<ListEnd text="反馈都看完了；不显示是谁提的" />}
        />
      )}
    </PageFrame>
  );
}

const Voice = ({ voice: { kind, note, at, settledAt }, now }: { voice: FeedbackVoice; now: Date }) => (
  <Card className="fv">
    <View className="row">
      <Tag text={feedbackKindNames[kind]} tone={settledAt ? 'grey' : kind === 'useful' ? 'brand' : 'late'} />
      <Text className="cap grow fv-d">{agoWords(new Date(at), now)}</Text>
      {settledAt && <Text className="cap">已处理</Text>}
    </View>
    <Text className="fv-n" userSelect>
      {note || '没有写说明'}
    </Text>
  </Card>
);
