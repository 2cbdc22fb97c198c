import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Contract, Route } from '@qihang/shared/contract/route';
import type { FeatureRows, Row } from './row';

const folder = join(__dirname, '../rows');

/** Every file of `rows/` exports `rows`, a list: a new feature is a new file and touches no other. */
export function collectRows(): FeatureRows[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => (require(join(folder, name)) as { rows: FeatureRows[] }).rows);
}

export interface Judged {
  feature: string;
  name: string;
  route: Route;
  row: Row;
}

const skeleton = (feature: string, name: string, { access, method, path }: Route): string => {
  const thing = /\{(\w+)\}/.exec(path)?.[1];
  const body = method === 'GET' || method === 'DELETE' ? '' : ', body: { /* a valid one */ }';
  const audited =
    ['lead', 'teacher', 'admin'].includes(access) && method !== 'GET'
      ? `\n      audits: '${feature}.${name}',`
      : '';
  return thing
    ? `    ${name}: about(theKind, {
      gate: '${access}',
      request: ({ thing }) => ({ params: { ${thing}: thing.id }${body} }),${audited}
      cells: { /* each state of the kind: where it differs from the gate */ open: {}, hidden: { 'author lead teacher admin': 200, others: 404 } },
    }),`
    : `    ${name}: plain({
      gate: '${access}',${body ? `\n      request: () => ({ ${body.slice(2)} }),` : ''}${audited}
      cells: { always: { /* where it differs from the gate */ } },
    }),`;
};

/** For each route without a row, and each row without a route, what is to be written or removed. */
export function unmatched(contracts: readonly [string, Contract][], rows: readonly FeatureRows[]): string[] {
  const rowsFor = (feature: string) => rows.filter((one) => one.feature === feature);
  const missing = contracts.flatMap(([feature, contract]) =>
    Object.entries(contract)
      .filter(([name]) => !rowsFor(feature).some((one) => one.rows[name]))
      .map(
        ([name, route]) =>
          `${feature}.${name} (${route.method} ${route.path}) has no row. In tests/permissions/rows/, in the rowsOf('${feature}', …) of its file:\n${skeleton(feature, name, route)}`,
      ),
  );
  const left = rows.flatMap((one) =>
    Object.keys(one.rows)
      .filter((name) => !contracts.some(([feature, contract]) => feature === one.feature && name in contract))
      .map((name) => `${one.feature}.${name} has a row, but is no route: remove the row`),
  );
  const privileged = judge(contracts, rows)
    .filter(({ row, route }) => route.method !== 'GET' && ['lead', 'teacher', 'admin'].includes(row.gate))
    .filter(({ row }) => !row.audits === !row.unaudited)
    .map(
      ({ feature, name }) =>
        `${feature}.${name} is privileged and writes: say audits: 'thing.act', or unaudited: 'why not'`,
    );
  return [...missing, ...left, ...privileged];
}

/** Every route with its row. */
export const judge = (contracts: readonly [string, Contract][], rows: readonly FeatureRows[]): Judged[] =>
  contracts.flatMap(([feature, contract]) =>
    Object.entries(contract).flatMap(([name, route]) =>
      rows
        .filter((one) => one.feature === feature)
        .flatMap((one) => {
          const row = one.rows[name];
          return row ? [{ feature, name, route, row }] : [];
        }),
    ),
  );
