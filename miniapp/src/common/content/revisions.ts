import type { ReviewedType } from '@qihang/shared/content/vocabulary';
import { type Client, createClient } from '@qihang/shared/contract/client';
import { jobRevisionsContract, postRevisionsContract } from '@qihang/shared/revisions/contract';
import { transport } from '@/platform/transport';
import type { CopyPlace, Held } from './working-copy';

export const postRevisionsApi = createClient(postRevisionsContract, transport);
export const jobRevisionsApi = createClient(jobRevisionsContract, transport);

type Api = Client<typeof postRevisionsContract>;

/** The versions of either kind: what is read of one is sent back to the same, so that its words may pass for those of the other. */
export const revisionsApi = (type: ReviewedType): Api =>
  type === 'post' ? postRevisionsApi : (jobRevisionsApi as unknown as Api);

/** The two calls by which a kind keeps a change that is not published yet. */
interface Copies<W> {
  workingCopy(request: { params: { id: string } }): Promise<{
    copy: { fields: W; baseVersion: number; savedAt: string } | null;
  }>;
  saveWorkingCopy(request: {
    params: { id: string };
    body: { fields: W; baseVersion: number };
  }): Promise<{ savedAt: string }>;
  dropWorkingCopy(request: { params: { id: string } }): Promise<unknown>;
}

/** Keeps the work on a piece that readers see without changing it for them. */
export const copyOfPublished = <V, W>(
  api: Copies<W>,
  id: string,
  {
    wordsOf,
    valuesOf,
    current,
  }: { wordsOf: (values: V) => W; valuesOf: (words: W) => V; current: (id: string) => Promise<Held<V>> },
): CopyPlace<V> => ({
  async load() {
    const { copy } = await api.workingCopy({ params: { id } });
    return copy && { ...copy, values: valuesOf(copy.fields) };
  },
  async save(values, { version }) {
    await api.saveWorkingCopy({ params: { id }, body: { fields: wordsOf(values), baseVersion: version } });
    return { id, version };
  },
  current,
  drop: () => api.dropWorkingCopy({ params: { id } }),
});
