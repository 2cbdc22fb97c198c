import type Sqlite from 'better-sqlite3';

const maxStatements = 500;

/** The part of a better-sqlite3 connection that drizzle uses. */
export interface Preparer {
  prepare(text: string): Pick<Statement, 'run' | 'all' | 'get' | 'raw'>;
}

/**
 * SQLite plans by the value of a bare `limit ?`, and so compiles the statement again every time one is bound: as long as a
 * page of a list takes. The value of an expression it does not look at.
 */
const withOpaqueLimits = (text: string): string => text.replace(/\blimit \?/g, 'limit cast(? as integer)');

/** Statements cached by text: drizzle would compile each query every time. */
export class Connection implements Preparer {
  private readonly cache = new Map<string, Statement>();

  constructor(private readonly database: Sqlite.Database) {}

  get inTransaction(): boolean {
    return this.database.inTransaction;
  }

  prepare(text: string): Statement {
    const kept = this.cache.get(text);
    if (kept) return kept;
    if (this.cache.size >= maxStatements) this.cache.clear();
    const statement = new Statement(this.database, withOpaqueLimits(text));
    this.cache.set(text, statement);
    return statement;
  }
}

/** Compiled when it first runs: to compile it reads the schema, which another process may be about to change. */
class Statement {
  private kept: Sqlite.Statement | undefined;
  private keptRows: Sqlite.Statement | undefined;

  constructor(
    private readonly database: Sqlite.Database,
    private readonly text: string,
  ) {}

  private get plain(): Sqlite.Statement {
    this.kept ??= this.database.prepare(this.text);
    return this.kept;
  }

  run(...values: unknown[]) {
    return this.plain.run(...values);
  }
  all(...values: unknown[]) {
    return this.plain.all(...values);
  }
  get(...values: unknown[]) {
    return this.plain.get(...values);
  }
  // raw() changes a statement for good, so rows as arrays come from a statement of their own.
  raw(): Sqlite.Statement {
    this.keptRows ??= this.database.prepare(this.text).raw();
    return this.keptRows;
  }
}

/** A connection for the length of one transaction; using it later throws, also when SQLite itself took the transaction back. */
export class Lease implements Preparer {
  private over = false;

  constructor(private readonly connection: Connection) {}

  prepare(text: string) {
    const statement = this.connection.prepare(text);
    const alive = () => {
      if (this.over || !this.connection.inTransaction)
        throw new Error('This transaction is over; its tx must not leave the work it was given to');
      return statement;
    };
    return {
      run: (...values: unknown[]) => alive().run(...values),
      all: (...values: unknown[]) => alive().all(...values),
      get: (...values: unknown[]) => alive().get(...values),
      raw: () => alive().raw(),
    };
  }

  end(): void {
    this.over = true;
  }
}
