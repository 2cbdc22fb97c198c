export const peoplePackage = {
  root: 'features/people',
  pages: [
    'pages/list/index',
    'pages/person/index',
    'pages/handover/index',
    'pages/orphans/index',
    'pages/mutes/index',
  ],
};
