export const digestsPackage = {
  root: 'features/digests',
  pages: {
    digest: 'pages/make/index',
    digestHistory: 'pages/history/index',
    sharedDigest: 'pages/shared/index',
  },
} as const;
