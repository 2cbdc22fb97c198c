export const peoplePackage = {
  root: 'features/people',
  pages: {
    people: 'pages/list/index',
    person: 'pages/person/index',
    handover: 'pages/handover/index',
    orphans: 'pages/orphans/index',
    mutes: 'pages/mutes/index',
  },
} as const;
