import type { FieldError } from '@qihang/shared/contract/errors';
import { dayMs } from '@qihang/shared/time/shanghai';
import { AppError } from '../errors';
import type { Times } from './piece';

/** Times as they are sent: an absent one stays as it is, null removes it. */
export interface GivenTimes {
  publishAt?: string | null | undefined;
  unpublishAt?: string | null | undefined;
}

/** Nobody plans for longer: a later year is a slip. */
const furthestMs = 366 * dayMs;

const timeOf = (given: string | null | undefined, before: Date | null): Date | null =>
  given === undefined ? before : given === null ? null : new Date(given);

function wrongTime(path: keyof Times, word: string, { at, now }: { at: Date; now: Date }): FieldError[] {
  if (at <= now) return [{ path, message: `${word}时间已经过了，请选一个以后的时间` }];
  if (at.getTime() - now.getTime() > furthestMs)
    return [{ path, message: `${word}时间最多可以定在一年以内` }];
  return [];
}

/**
 * The times of a piece after these were given.
 * @throws AppError `request.invalid` at each time that is over, too far, or in the wrong order
 */
export function plannedTimes(given: GivenTimes, before: Times, now: Date): Times {
  const publishAt = timeOf(given.publishAt, before.publishAt);
  const unpublishAt = timeOf(given.unpublishAt, before.unpublishAt);
  const wrong = [
    ...(given.publishAt && publishAt ? wrongTime('publishAt', '发布', { at: publishAt, now }) : []),
    ...(given.unpublishAt && unpublishAt ? wrongTime('unpublishAt', '下架', { at: unpublishAt, now }) : []),
  ];
  if (wrong.length === 0 && publishAt && unpublishAt && unpublishAt <= publishAt)
    wrong.push({ path: 'unpublishAt', message: '下架时间要晚于发布时间' });
  if (wrong.length > 0) throw new AppError('request.invalid', undefined, wrong);
  return { publishAt, unpublishAt };
}
