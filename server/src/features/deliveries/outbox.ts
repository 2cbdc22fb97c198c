import type { Deliveries } from '../../background/outbox';
import { sendByWechat } from './wechat';

declare module '../../background/outbox' {
  interface Messages {
    'delivery.wechat': { deliveryId: string };
  }
}

export const wechatDeliveries: Deliveries = {
  'delivery.wechat': (context, { deliveryId }) => sendByWechat(context, deliveryId),
};
