export const verificationPackage = {
  root: 'features/verification',
  pages: {
    verification: 'pages/identity/index',
  },
} as const;
