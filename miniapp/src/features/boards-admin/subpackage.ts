export const boardsAdminPackage = { root: 'features/boards-admin', pages: ['pages/list/index'] };
