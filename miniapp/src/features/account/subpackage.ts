export const accountPackage = {
  root: 'features/account',
  pages: [
    'pages/sign-in/index',
    'pages/profile/index',
    'pages/settings/index',
    'pages/security/index',
    // In WeChat one signs in without a password and is verified afterwards.
    ...(process.env.TARO_ENV === 'h5' ? ['pages/activation/index'] : []),
  ],
};
