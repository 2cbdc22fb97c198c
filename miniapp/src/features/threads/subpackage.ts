export const threadsPackage = {
  root: 'features/threads',
  pages: ['pages/detail/index', 'pages/ask/index'],
};
