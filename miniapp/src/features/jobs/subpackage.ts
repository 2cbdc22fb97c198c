export const jobsPackage = {
  root: 'features/jobs',
  pages: {
    job: 'pages/detail/index',
    jobForm: 'pages/form/index',
    saved: 'pages/saved/index',
    follows: 'pages/follows/index',
    weekly: 'pages/weekly/index',
    calendar: 'pages/calendar/index',
    jobImport: 'pages/import/index',
    myJobs: 'pages/mine/index',
  },
} as const;
