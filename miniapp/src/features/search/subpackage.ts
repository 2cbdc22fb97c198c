export const searchPackage = {
  root: 'features/search',
  pages: ['pages/index/index'],
};
