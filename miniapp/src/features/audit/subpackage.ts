export const auditPackage = {
  root: 'features/audit',
  pages: {
    audit: 'pages/list/index',
  },
} as const;
