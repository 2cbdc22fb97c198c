import { lte } from 'drizzle-orm';
import { deletesRows } from '../../retention';
import { oldestSettled } from './rules';

export const postFeedbackRetention = [
  deletesRows(
    'post-feedback.half-a-year-settled',
    ({ postFeedback }) => postFeedback,
    (postFeedback, now) => lte(postFeedback.settledAt, oldestSettled(now)),
  ),
];
