import { type DemoAccount, demoAccounts } from '@qihang/shared/session/vocabulary';
import type { Context } from '../../context';
import { bylines } from '../users/public';
import { listDemoUsers } from './store';

const isDemoAccount = (account: string | null): account is DemoAccount =>
  demoAccounts.some((known) => known === account);

/** With their number, the password of every demo person; shown on the sign-in page of demo mode, which production refuses. */
export const demoPassword = 'qihang-demo';

/** The people whose account one may borrow in demo mode, in the order of `demoAccounts`. */
export async function demoPeople({ db, clock }: Pick<Context, 'db' | 'clock'>) {
  const rows = await listDemoUsers(db);
  const shown = await bylines(
    db,
    rows.map(({ id }) => id),
    clock.now(),
  );
  return rows
    .flatMap(({ id, name, account, studentNo }) =>
      isDemoAccount(account)
        ? [{ account, name, studentNo, about: shown.get(id)?.about || '还没有认证，用来试身份认证' }]
        : [],
    )
    .sort((a, b) => demoAccounts.indexOf(a.account) - demoAccounts.indexOf(b.account));
}
