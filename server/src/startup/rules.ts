/** What a database is for. It is settled by the first use, and `demo remove` opens it again. */
export type Purpose = 'demo' | 'real';

/** What a database says of its use. */
export interface Use {
  /** Undefined for one that nobody opened since 0.2.0. */
  purpose: string | undefined;
  demoPeople: number;
  others: number;
}

/**
 * Why a service must not open this database: invented people, whose passwords are public, and real ones never meet. Null where it
 * may. Development without demo data is as strict as production, since its database may become one.
 */
export function purposeRefusal({ purpose, demoPeople, others }: Use, demo: boolean): string | null {
  if (!demo && (purpose === 'demo' || demoPeople > 0))
    return (
      `这个数据库里有演示数据（${demoPeople} 个演示人物，其密码是公开的），不能用来正式运行，没有启动。` +
      '可以换一个数据文件夹（DATA_DIR）或数据库（DATABASE_URL）；要留用这一个，先用同样的设置运行 qihang demo remove，' +
      '删除演示人物和他们写的全部内容，其他人的数据会保留'
    );
  const isReal = purpose === 'real' || (purpose !== 'demo' && others > 0);
  if (demo && isReal)
    return (
      '这个数据库是正式使用的' +
      (others > 0 ? `（有 ${others} 个演示以外的人）` : '') +
      '，演示模式不能打开，没有启动。演示请用另一个数据文件夹（默认是 data/demo，由 DATA_DIR 决定）或数据库（DATABASE_URL）'
    );
  return null;
}

/** Why a service with this secret must not open a database that knows another; null where it may. */
export const secretRefusal = (known: string | undefined, fingerprint: string): string | null =>
  known === undefined || known === fingerprint
    ? null
    : '密钥（QIHANG_SECRET，没有设置时是数据文件夹里的 secret 文件）和这个数据库一直使用的不一样，没有启动。' +
      '请改回原来的密钥；确实要更换时，运行 qihang secret replace：已经发出去的班级邀请码会全部失效，要由老师重新发给各班';
