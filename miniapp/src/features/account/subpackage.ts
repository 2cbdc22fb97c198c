export const accountPackage = {
  root: 'features/account',
  pages: {
    signIn: 'pages/sign-in/index',
    activation: 'pages/activation/index',
    profile: 'pages/profile/index',
    settings: 'pages/settings/index',
    security: 'pages/security/index',
  },
  /** In WeChat one signs in without a password and is verified afterwards. */
  browserOnly: ['activation'],
} as const;
