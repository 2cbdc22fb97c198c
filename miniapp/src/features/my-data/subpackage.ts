export const myDataPackage = {
  root: 'features/my-data',
  pages: ['pages/consent/index', 'pages/document/index', 'pages/data/index', 'pages/leave/index'],
};
