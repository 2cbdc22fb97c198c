export const threadsPackage = {
  root: 'features/threads',
  pages: {
    thread: 'pages/detail/index',
    ask: 'pages/ask/index',
  },
} as const;
