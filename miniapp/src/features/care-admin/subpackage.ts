export const careAdminPackage = {
  root: 'features/care-admin',
  pages: {
    careSettings: 'pages/settings/index',
  },
} as const;
