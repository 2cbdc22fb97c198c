import type { ModerationTarget } from '@qihang/shared/moderation/vocabulary';
import type { Context } from '../../context';
import { moderatableJob } from '../jobs/public';
import { moderatablePost } from '../posts/public';
import { moderatableAnswer, moderatableThread } from '../threads/public';
import type { Moderatable } from './rules';

/** How each kind of thing is moderated; its feature says it. */
export const targets = {
  job: moderatableJob,
  post: moderatablePost,
  thread: moderatableThread,
  answer: moderatableAnswer,
} satisfies Record<ModerationTarget, (context: Context) => Moderatable>;
