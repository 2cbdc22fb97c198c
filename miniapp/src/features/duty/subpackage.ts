export const dutyPackage = {
  root: 'features/duty',
  pages: {
    duty: 'pages/rota/index',
    dutyOverdue: 'pages/overdue/index',
    dutyAdmin: 'pages/arrange/index',
    dutyCalendar: 'pages/calendar/index',
  },
} as const;
