import type { ConsentUse, ConsentWay } from '@qihang/shared/portrayals/vocabulary';

export const consentUseNames = {
  site: '站内展示',
  photo: '使用照片',
  groups: '群发到班群',
  poster: '海报和分享卡片',
} as const satisfies Record<ConsentUse, string>;

export const consentWayNames = {
  paper: '签了纸质同意书，由办公室保存',
  'in-app': '请本人在“我的数据”里同意',
} as const satisfies Record<ConsentWay, string>;
