import { momentWords } from '@/ui/date-words';

/** `由 林晓 修改于 今天 10:24`: what readers are told when the last edit was not the author's. */
export const editedWords = ({ by, at }: { by: string; at: string }, now: Date): string =>
  `由 ${by} 修改于 ${momentWords(new Date(at), now)}`;
