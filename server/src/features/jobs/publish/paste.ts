import { parseAnnouncement } from '@qihang/shared/jobs/paste/parse';
import { AppError } from '../../../errors';
import { paths } from '../../../paths';
import { inThread, oneByOne, ThreadLimitError } from '../../../threads';

export interface Pasted {
  text: string;
  /** `YYYY-MM-DD` */
  today: string;
  /** Cities that the reader may not know by itself: the school's own. */
  ownCities: readonly string[];
}

type Announcement = ReturnType<typeof parseAnnouncement>;

export const announcementOf = ({ text, today, ownCities }: Pasted): Announcement =>
  parseAnnouncement(text, today, ownCities);

/** Characters that are read in a few milliseconds, whatever they are; to start a thread takes longer. */
const short = 2_000;
const limits = { heapMiB: 64, time: 10_000 };

const inTurn = oneByOne(8, '正在识别别的公告，请稍后再试');

/**
 * Reads an announcement, a long one outside the event loop.
 * @throws AppError `request.invalid` for one that takes too long, `server.busy` when too many wait
 */
export async function readPasted(pasted: Pasted): Promise<Announcement> {
  if (pasted.text.length <= short) return announcementOf(pasted);
  try {
    return await inTurn(() =>
      inThread<Announcement, Announcement>(paths.pasteReader, pasted, limits, (announcement, { resolve }) =>
        resolve(announcement),
      ),
    );
  } catch (error) {
    if (!(error instanceof ThreadLimitError)) throw error;
    const message = '这段文字读了太久，请分几段粘贴';
    throw new AppError('request.invalid', message, [{ path: 'text', message }]);
  }
}
