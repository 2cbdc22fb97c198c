import * as z from 'zod/mini';
import { defineContract } from '../contract/route';
import { scenePattern } from '../digests/scene';

export const sharesContract = defineContract({
  opened: {
    method: 'POST',
    path: '/shares/opened',
    idempotency: false,
    beforeConsent: true,
    limit: 'opens',
    summary: 'Count one opening of a link or code for its group and day; nothing of the person is kept',
    access: 'public',
    body: z.strictObject({ scene: z.string().check(z.regex(scenePattern, '不是这里的链接')) }),
  },
});
