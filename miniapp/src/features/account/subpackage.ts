export const accountPackage = {
  root: 'features/account',
  pages: ['pages/sign-in/index', 'pages/profile/index', 'pages/settings/index', 'pages/security/index'],
};
