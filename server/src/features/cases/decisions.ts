import type { CaseDecision, casesContract } from '@qihang/shared/cases/contract';
import type { ReturnReason } from '@qihang/shared/content/decisions';
import type { Actor } from '../../actor/rules';
import type { Context } from '../../context';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { type Decision, decide } from './deciding';
import { showItem } from './queue';
import { getVisibleCase, refuseAct } from './visible';

type C = typeof casesContract;

interface Given {
  action: CaseDecision['action'];
  reason?: ReturnReason | undefined;
  reasons?: readonly ReturnReason[] | undefined;
  note: string;
  marks?: Decision['marks'];
}

const decisionOf = ({ action, reason, reasons = [], note, marks = [] }: Given): Decision => ({
  action,
  reasons: [...new Set([...(reason ? [reason] : []), ...reasons])],
  note,
  marks,
});

interface By {
  actor: Actor;
  now: Date;
  requestId: string;
}

async function decideOne(
  context: Context,
  { actor, now, requestId }: By,
  { id, version }: { id: string; version?: number | undefined },
  decision: Decision,
): Promise<void> {
  const auditId = context.ids.next(now);
  await context.db.write(async (tx) => {
    const { one, piece } = await getVisibleCase(context, tx, actor, id, now);
    await refuseAct(context, tx, 'decide', actor, one, now);
    if (!piece) throw new AppError('moderation.already-done');
    const by = { actor, now, requestId, auditId };
    await decide({ context, tx, one, piece, decision, by }, version ?? null);
  });
}

export async function decideCase(context: Context, call: Call<C['decide']>) {
  const { params, body, actor, now } = call;
  await decideOne(context, call, { id: params.id, version: body.version }, decisionOf(body));
  return showItem(context, actor, params.id, now);
}

/** Each in a transaction of its own: what is refused of one stops no other. */
export async function decideMany(context: Context, call: Call<C['decideMany']>) {
  const { cases, ...given } = call.body;
  const decision = decisionOf(given);
  const outcomes = [];
  for (const one of cases) {
    try {
      await decideOne(context, call, one, decision);
      outcomes.push({ id: one.id, done: true, code: null, detail: null });
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error;
      const detail = error.fields?.map(({ message }) => message).join('；') ?? error.detail;
      const id = error.code === 'resource.not-found' ? null : one.id;
      outcomes.push({ id, done: false, code: error.code, detail });
    }
  }
  return { outcomes };
}
