export const auditPackage = { root: 'features/audit', pages: ['pages/list/index'] };
