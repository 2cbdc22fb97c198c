import type { Access, Contract, Route, RouteRequest } from '@qihang/shared/contract/route';
import type { Cells, MatrixRole } from './roles';
import type { Canary, Player, World } from './world';

/** Things of one kind in each state that matters. A maker leaves one thing, of `owner`, in the database. */
export interface Kind<S extends string, T> {
  name: string;
  /** Names of kinds whose ids name such a thing, too. */
  alike: readonly string[];
  states: Record<S, (world: World, owner: Player) => Promise<T>>;
}

export const kind = <S extends string, T>(
  name: string,
  states: Kind<S, T>['states'],
  alike: readonly string[] = [],
): Kind<S, T> => ({ name, states, alike });

export interface Cell<T> {
  thing: T;
  state: string;
  role: MatrixRole;
  world: World;
}

interface Promises {
  /** Who may knock, written anew: that the contract says so is what the cells prove. */
  gate: Access;
  /** The act that each success writes into the audit log. */
  audits?: string;
  /** Why a privileged route that writes has nothing to record. */
  unaudited?: string;
  /** What these hold on purpose, and why; of others only on the routes of teachers and admins. */
  tells?: Partial<Record<Canary['what'], string>>;
  /** States in which the answer is a file that everybody gets alike and that never changes. */
  lasting?: readonly string[];
  /** By place (`body.except`), where an id that names nothing is answered otherwise than 404, and why. */
  elsewhere?: Record<string, readonly [status: number, because: string]>;
}

/** The row of a route: for each state, where its cells differ from what the gate alone would give. */
export interface Row<R extends Route = Route> extends Promises {
  kind: Kind<string, unknown> | null;
  cells: Record<string, Cells>;
  prepare(state: string, world: World, owner: Player): Promise<unknown>;
  request(cell: Cell<never>): RouteRequest<R>;
}

interface AboutThing<R extends Route, S extends string, T> extends Promises {
  request(cell: Cell<T>): RouteRequest<R>;
  /** Every state of the kind has its line; `{}` where the gate says it all. */
  cells: Record<S, Cells>;
}

/** The row of a route about one thing. */
export const about = <R extends Route, S extends string, T>(
  of: Kind<S, T>,
  row: AboutThing<R, S, T>,
): Row<R> => ({
  ...row,
  kind: of,
  prepare: (state, world, owner) => of.states[state as S](world, owner),
});

interface AboutNothing<R extends Route> extends Promises {
  request?(cell: Cell<unknown>): RouteRequest<R>;
  /** `always`, and whatever else makes a difference. */
  cells: Record<string, Cells>;
  /** Brings about a state of `cells`; what it leaves is the cell's `thing`. */
  given?: Record<string, (world: World) => Promise<unknown>>;
}

/** The row of a route that is about no thing: a list, a form, one's own account. */
export const plain = <R extends Route>(row: AboutNothing<R>): Row<R> => {
  const { given = {}, request, ...rest } = row;
  const unknown = Object.keys(given).filter((state) => !(state in row.cells));
  if (unknown.length > 0) throw new Error(`given, but without cells: ${unknown.join(', ')}`);
  return {
    ...rest,
    kind: null,
    prepare: async (state, world) => given[state]?.(world),
    request: request ?? (() => ({}) as RouteRequest<R>),
  };
};

export type Rows<C extends Contract> = { [K in keyof C]?: Row<C[K]> };

/** The rows of one contract, under the name it has in `support/contracts.ts`. */
export interface FeatureRows {
  feature: string;
  rows: Readonly<Record<string, Row | undefined>>;
}

export const rowsOf = <C extends Contract>(feature: string, _contract: C, rows: Rows<C>): FeatureRows => ({
  feature,
  rows: rows as FeatureRows['rows'],
});
