import type { UseQueryResult } from '@tanstack/react-query';
import { asApiError } from '@/platform/api-error';
import { momentWords } from '@/ui/date-words';
import { OfflineBar } from '@/ui/offline-bar';

/** Over a form that could not be read again: how old it is. */
export const OldBar = ({ query, now }: { query: UseQueryResult; now: Date }) =>
  query.error && (
    <OfflineBar
      age={momentWords(new Date(query.dataUpdatedAt), now)}
      what="内容"
      offline={asApiError(query.error).code === 'network'}
      onRetry={() => query.refetch()}
    />
  );
