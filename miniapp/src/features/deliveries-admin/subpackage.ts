export const deliveriesAdminPackage = {
  root: 'features/deliveries-admin',
  pages: {
    deliveries: 'pages/deliveries/index',
    messageTemplates: 'pages/templates/index',
  },
} as const;
