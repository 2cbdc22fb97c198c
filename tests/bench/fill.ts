import { hashToken } from '@qihang/server/http/auth';
import { fillDatabase } from './database';
import { benchToken } from './token';

const [url = '', rows = ''] = process.argv.slice(2);
void fillDatabase(url, Number(rows), new Date(), hashToken(benchToken));
