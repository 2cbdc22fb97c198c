import type { ContentState } from '@qihang/shared/content/vocabulary';

/** When it comes before readers and when it leaves them, as far as that is planned. */
export interface Schedule {
  publishAt: string | null;
  unpublishAt: string | null;
}

/** What leading a piece through its life needs to know of it, whatever its kind. */
export interface LifePiece {
  id: string;
  life: ContentState;
  schedule: Schedule | null;
  seen: { now: boolean; why: string };
  viewer: { can: readonly string[] };
}

/** The moves that are one request without a body. */
export type LifeMove = 'submit' | 'recall' | 'publish' | 'withdraw';

type One = { params: { id: string } };

/** The part of a contract's client by which an author leads a piece through its life; `lifeRoutes` makes it for every kind. */
export interface LifeApi<P> extends Record<LifeMove, (request: One) => Promise<P>> {
  schedule: (request: One & { body: Partial<Schedule> }) => Promise<P>;
  discard: (request: One) => Promise<undefined>;
}
