import type { jobsContract } from '@qihang/shared/jobs/contract';
import { moveOwn } from '../../../content/moving';
import type { Context } from '../../../context';
import type { Call } from '../../../http/mount';
import { showJob } from '../browse/actions';
import { getVisibleJob } from '../public';
import { asPiece } from '../rules';

/** Takes a job of the actor's own from readers, or puts it before them again. */
export async function moveOwnJob(
  context: Context,
  { params, actor, now }: Call<(typeof jobsContract)['withdraw' | 'publish']>,
  name: 'withdraw' | 'publish',
) {
  await context.db.write(async (tx) => {
    const job = await getVisibleJob(context, tx, actor, params.id);
    await moveOwn(context, tx, 'job', asPiece(job), { actor, name, review: job.review });
  });
  return showJob(context, actor, params.id, now);
}
