export const threadsPackage = {
  root: 'features/threads',
  pages: {
    thread: 'pages/detail/index',
    ask: 'pages/ask/index',
    editThread: 'pages/edit/index',
    editAnswer: 'pages/edit-answer/index',
    pastWords: 'pages/past-words/index',
  },
} as const;
