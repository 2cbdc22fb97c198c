export const verificationPackage = { root: 'features/verification', pages: ['pages/identity/index'] };
