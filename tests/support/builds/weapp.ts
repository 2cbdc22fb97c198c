import { join } from 'node:path';

/** The mini-program as WeChat would get it. A test that imports this has it built before the tests begin (scripts/suites.mjs). */
export const weappBuild = join(__dirname, '../../../miniapp/dist/weapp');
