import type { UseQueryResult } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { asApiError } from '@/platform/api-error';
import { back } from '@/platform/navigation';
import { failureWords } from '@/platform/retrying';
import { isSinglePage } from '@/platform/scene';
import { Button } from './button';
import { Card, Cards } from './card';
import { OfflineBar } from './offline-bar';
import { Bone } from './skeleton';
import { StateView } from './state-view';
import './detail-view.scss';

interface Props<T> {
  query: UseQueryResult<T>;
  /** What it is, in words: 岗位. */
  what: string;
  ageOf: (since: Date) => string;
  children: (data: T) => ReactNode;
}

/** One thing read from the server: while it loads, when it is gone, failed or old. */
export function DetailView<T>({ query, what, ageOf, children }: Props<T>) {
  const retry = () => query.refetch();
  const error = query.error === null ? null : asApiError(query.error);
  const gone = error?.code === 'resource.not-found';
  if (query.data === undefined || gone) {
    if (error === null) return <DetailSkeleton what={what} />;
    if (gone)
      return (
        <StateView
          icon="eye-off"
          title={`这个${what}不在了`}
          text="可能已下线，或链接不完整"
          actions={!isSinglePage() && <Button text="返回" onTap={() => back()} />}
        />
      );
    return (
      <StateView
        icon={error.code === 'network' ? 'wifi-off' : 'alert'}
        title={`没能打开${what}`}
        text={failureWords(error)}
        requestId={error.requestId}
        actions={<Button text="重试" icon="refresh" look="main" onTap={retry} />}
      />
    );
  }
  return (
    <View>
      {error && (
        <OfflineBar
          age={ageOf(new Date(query.dataUpdatedAt))}
          what="内容"
          offline={error.code === 'network'}
          onRetry={retry}
        />
      )}
      {children(query.data)}
    </View>
  );
}

const DetailSkeleton = ({ what }: { what: string }) => (
  <View className="stack" aria-label={`正在打开${what}`}>
    <Cards>
      <Card className="dv-sk">
        <Bone width={30} />
        <Bone width={72} look="title" />
        <Bone width={24} />
      </Card>
      <Card className="dv-sk">
        <Bone width={22} />
        <Bone width={56} look="title" />
        <Bone width={100} />
      </Card>
      <Card className="dv-sk">
        <Bone width={90} />
        <Bone width={100} />
        <Bone width={64} />
      </Card>
    </Cards>
  </View>
);
