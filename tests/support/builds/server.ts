import { join } from 'node:path';

/** The service as one program. A test that imports this has it built before the tests begin (scripts/suites.mjs). */
export const serverProgram = join(__dirname, '../../../server/dist/qihang.cjs');
