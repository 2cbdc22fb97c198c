import { join } from 'node:path';

/** The H5 pages, which the service serves. A test that imports this has them built before the tests begin (scripts/suites.mjs). */
export const h5Build = join(__dirname, '../../../miniapp/dist/h5');
