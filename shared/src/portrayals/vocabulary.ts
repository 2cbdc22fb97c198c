/** What a person agrees to: the article here, its pictures, digests for groups, posters and share cards. */
export const consentUses = ['site', 'photo', 'groups', 'poster'] as const;
export type ConsentUse = (typeof consentUses)[number];

export const consentUseNames = {
  site: '站内展示',
  photo: '使用照片',
  groups: '群发到班群',
  poster: '海报和分享卡片',
} as const satisfies Record<ConsentUse, string>;

/** How a consent was given: on paper that the office keeps, or by the person in this app. */
export const consentWays = ['paper', 'in-app'] as const;
export type ConsentWay = (typeof consentWays)[number];

export const consentWayNames = {
  paper: '签了纸质同意书，由办公室保存',
  'in-app': '请本人在“我的数据”里同意',
} as const satisfies Record<ConsentWay, string>;

/** `asked`: the person has not answered in the app yet. */
export const consentStates = ['asked', 'given', 'withdrawn'] as const;
export type ConsentState = (typeof consentStates)[number];

export const consentActions = ['agree', 'withdraw'] as const;

/** Shown to the author and to moderators while the article is hidden. */
export const withdrawnReason = '当事人撤回同意';
