export const jobsPackage = {
  root: 'features/jobs',
  pages: [
    'pages/detail/index',
    'pages/form/index',
    'pages/saved/index',
    'pages/calendar/index',
    'pages/import/index',
    'pages/mine/index',
  ],
};
