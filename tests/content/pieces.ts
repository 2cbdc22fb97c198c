import { pieceAdded, setLife } from '@qihang/server/content/moved';
import { isUnfinished } from '@qihang/server/content/rules';
import type { Context } from '@qihang/server/context';
import { columnsOf } from '@qihang/server/features/jobs/draft-row';
import { insertJob } from '@qihang/server/features/jobs/store';
import { madeFrom } from '@qihang/server/features/posts/made';
import { insertPost } from '@qihang/server/features/posts/store';
import { insertAnswer, insertThread } from '@qihang/server/features/threads/store';
import {
  type ContentState,
  type ContentType,
  contentStates,
  contentTypes,
} from '@qihang/shared/content/vocabulary';
import { jobDraft as jobDraftSchema } from '@qihang/shared/jobs/field-schemas';
import { dayMs } from '@qihang/shared/time/shanghai';
import * as z from 'zod/mini';
import { jobDraft } from '../support/drafts';

/** A word that stands in every text of one piece and nowhere else. */
export const markOf = (type: ContentType, life: ContentState): string => `zq${type}${life.replace('-', '')}`;

/** The marks that stand in a text, as `[type, life]`. */
export const marksIn = (text: string): [ContentType, ContentState][] =>
  contentTypes.flatMap((type) =>
    contentStates
      .filter((life) => text.includes(markOf(type, life)))
      .map((life): [ContentType, ContentState] => [type, life]),
  );

export interface Written {
  type: ContentType;
  life: ContentState;
  id: string;
}

interface Writing {
  context: Context;
  authorId: string;
  /** The question that holds the answers: one that readers see. */
  questionId: string;
  onDutyId: string;
}

/**
 * Writes one piece of a kind in a state, by the stores that the features write with.
 * @param born the state it is inserted in; where that is another one, it is brought to `life` by its kind
 */
export async function writePiece(
  { context, authorId, questionId, onDutyId }: Writing,
  { type, life, born }: { type: ContentType; life: ContentState; born: ContentState },
): Promise<Written> {
  const { db, clock, ids, registry } = context;
  const now = clock.now();
  const id = ids.next(now);
  const mark = markOf(type, life);
  // Far enough that no task of the test comes by.
  const planned = {
    neverSeen: born !== 'published',
    publishAt: born === 'scheduled' ? new Date(now.getTime() + dayMs) : null,
    unpublishAt: new Date(now.getTime() + 9 * dayMs),
  };
  const state = { life: born, lifeReason: null, lifeRank: null, authorRank: 0 };
  const times = {
    publishedAt: now,
    updatedAt: now,
    version: 1,
    importKey: null,
    editedById: null,
    editedAt: null,
    importValueKey: null,
    ...state,
  };
  await db.write(async (tx) => {
    switch (type) {
      case 'job': {
        const { board, ...draft } = z.parse(
          jobDraftSchema,
          jobDraft({
            title: `${mark} 工程师`,
            company: `${mark} 公司`,
            cities: [mark],
            majors: [mark],
            body: mark,
          }),
        );
        const verified = { unverified: false, verifiedAt: now, verifiedById: authorId };
        await insertJob(db, tx, {
          id,
          board,
          ownerId: authorId,
          ...columnsOf(draft, now),
          ...verified,
          ...times,
          ...planned,
          ...(isUnfinished({ life: born }) ? { unfinished: { title: mark, body: mark } } : {}),
        });
        break;
      }
      case 'post': {
        const words = {
          title: mark,
          cover: null,
          sourceName: mark,
          sourceUrl: null,
          pinnedUntil: '2026-12-31',
        };
        await insertPost(db, tx, {
          id,
          board: 'guidance',
          authorId,
          ...words,
          ...madeFrom(`${mark} 正文`, mark),
          ...times,
          ...planned,
          ...(isUnfinished({ life: born }) ? { unfinished: { title: mark, markdown: mark } } : {}),
        });
        break;
      }
      case 'thread':
        await insertThread(db, tx, {
          id,
          board: 'threads',
          askerId: authorId,
          title: `${mark} 怎么办`,
          body: mark,
          category: 'policy',
          alias: null,
          state: 'open',
          askedAt: now,
          activeAt: now,
          dueAt: new Date(now.getTime() + dayMs),
          onDutyId,
          escalation: 0,
          promisedAt: null,
          firstAnsweredAt: null,
          acceptedAnswerId: null,
          topAnswerId: null,
          answerCount: 0,
          ...state,
        });
        break;
      case 'answer':
        await insertAnswer(db, tx, {
          id,
          threadId: questionId,
          authorId,
          body: mark,
          official: false,
          answeredAt: now,
          ...state,
        });
    }
  });
  // What depends on its state, as the queue of those who decide, follows from here.
  await db.write(async (tx) => {
    const piece = await registry.kinds[type].find(db, tx, id);
    if (!piece) throw new Error(`The ${type} is gone`);
    await pieceAdded(context, tx, type, piece, now);
    if (born === life) return;
    const change = { life, lifeReason: null, lifeRank: null };
    await setLife(context, tx, type, piece, change, { move: 'submit', actorId: authorId, at: now });
  });
  return { type, life, id };
}
