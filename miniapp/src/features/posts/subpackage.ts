export const postsPackage = {
  root: 'features/posts',
  pages: {
    posts: 'pages/list/index',
    post: 'pages/detail/index',
    postForm: 'pages/form/index',
  },
} as const;
