import type { ShareType } from '@qihang/shared/digests/vocabulary';
import { mediaAddress } from '@/platform/media';

/** The 5:4 picture of a share card, drawn by the server of what readers see. */
export const cardAddress = (type: ShareType, id: string) =>
  mediaAddress(`/api/v1/pictures/card/${type}/${id}`);
