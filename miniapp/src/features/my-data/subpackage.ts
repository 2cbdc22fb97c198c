export const myDataPackage = {
  root: 'features/my-data',
  pages: {
    consent: 'pages/consent/index',
    myData: 'pages/data/index',
    leave: 'pages/leave/index',
    document: 'pages/document/index',
  },
} as const;
