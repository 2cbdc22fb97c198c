import type { Post, PostUnfinished } from '@qihang/shared/posts/contract';
import { copyOfPublished, postRevisionsApi } from '@/common/content/revisions';
import { type Base, type CopyPlace, type Held, isStale } from '@/common/content/working-copy';
import { api } from './hooks';
import { emptyPostForm, formOfPost, formOfTyped, type PostForm, typedOf } from './post-form';

export const heldOf = (post: Post): Held<PostForm> => ({
  id: post.id,
  version: post.version,
  values: formOfPost(post),
});

export const emptyHeld = (board: string): Held<PostForm> => ({
  id: null,
  version: 0,
  values: { ...emptyPostForm, board },
});

const current = async (id: string) => heldOf(await api.detail({ params: { id } }));

/** A draft is saved as itself. One that is moved to another board begins again there. */
export function draftPlace(): CopyPlace<PostForm> {
  let startedOn: string | undefined;
  async function start(values: PostForm): Promise<{ id: string; version: number }> {
    const { id, version } = await api.startDraft({ body: { ...typedOf(values), board: values.board } });
    startedOn = values.board;
    return { id, version };
  }
  return {
    current,
    async save(values: PostForm, { id, version }: Base) {
      if (id === null) return start(values);
      if (startedOn !== undefined && startedOn !== values.board) {
        const moved = await start(values);
        await api.discard({ params: { id } });
        return moved;
      }
      startedOn ??= values.board;
      try {
        const saved = await api.update({
          params: { id },
          body: { ...typedOf(values), version, draftOnly: true },
        });
        return { id, version: saved.version };
      } catch (error) {
        // Published meanwhile on another device: readers go on seeing that, and this is kept next to it.
        const post = isStale(error) ? await api.detail({ params: { id } }) : undefined;
        if (post === undefined || post.life === 'draft' || post.life === 'returned') throw error;
        return copyPlace(id, values.board).save(values, { id, version: post.version });
      }
    },
  };
}

/** What readers see, or will see, stays as it is while it is changed: the change is kept next to it. */
export const copyPlace = (id: string, board: string): CopyPlace<PostForm> =>
  copyOfPublished<PostForm, PostUnfinished>(postRevisionsApi, id, {
    wordsOf: typedOf,
    valuesOf: (words) => ({ board, ...formOfTyped(words) }),
    current,
  });
