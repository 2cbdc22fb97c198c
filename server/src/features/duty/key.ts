import { createHmac } from 'node:crypto';

/** Names a person to the rota of one board: colleagues choose one another, and learn no account by it. */
export const keyOf = (secret: string, board: string, userId: string): string =>
  createHmac('sha256', secret).update(`duty:${board}:${userId}`).digest('base64url').slice(0, 16);
