import type { ApiError } from '@/platform/api-error';
import { Note } from '../note';

/** Why the form was refused, above its fields. */
export const FailureNote = ({ failure }: { failure: ApiError | null }) =>
  failure && <Note tone="red" icon="alert" text={failure.message} />;
