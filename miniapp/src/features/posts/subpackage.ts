export const postsPackage = {
  root: 'features/posts',
  pages: {
    posts: 'pages/list/index',
    post: 'pages/detail/index',
    postReaders: 'pages/readers/index',
    postReaderNames: 'pages/reader-names/index',
    postFeedback: 'pages/feedback/index',
    postForm: 'pages/form/index',
  },
} as const;
