import { hashToken } from '@qihang/server/ports/tokens';
import { writeDatabase } from './database';
import { benchToken } from './token';

const [file = '', rows = ''] = process.argv.slice(2);
writeDatabase(file, Number(rows), new Date(), hashToken(benchToken));
