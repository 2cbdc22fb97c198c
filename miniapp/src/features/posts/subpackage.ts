export const postsPackage = {
  root: 'features/posts',
  pages: ['pages/list/index', 'pages/detail/index', 'pages/form/index'],
};
