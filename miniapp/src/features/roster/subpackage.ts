export const rosterPackage = {
  root: 'features/roster',
  pages: ['pages/list/index', 'pages/import/index', 'pages/codes/index'],
};
