import type { Access } from '@qihang/shared/contract/route';

/**
 * Who knocks at every route. `author` is a graduate whose own the thing is (a posting's former lead, a question's asker);
 * `lead` holds the boards things stand on, `lead-elsewhere` another one; the term of `former-lead` is over.
 */
export const matrixRoles = [
  'visitor',
  'unverified',
  'graduate',
  'author',
  'lead',
  'lead-elsewhere',
  'former-lead',
  'muted',
  'teacher',
  'admin',
] as const;
export type MatrixRole = (typeof matrixRoles)[number];

/** A word of a table: a status for these roles (`'lead teacher': 200`); `others` are all whom the gate lets through. */
export type Cells = Readonly<Record<string, number>>;

const outsiders = 'unverified graduate author former-lead muted';

// Written down here and never asked of the server, whose gate it judges.
const stoppedAt: Record<Access, Cells> = {
  public: {},
  'signed-in': { visitor: 401 },
  lead: { visitor: 401, [outsiders]: 403 },
  teacher: { visitor: 401, [`${outsiders} lead lead-elsewhere`]: 403 },
  admin: { visitor: 401, [`${outsiders} lead lead-elsewhere teacher`]: 403 },
};

function byRole(cells: Cells): Map<string, number> {
  const found = new Map<string, number>();
  for (const [words, status] of Object.entries(cells)) {
    for (const word of words.split(' ')) {
      if (word !== 'others' && !matrixRoles.some((role) => role === word))
        throw new Error(`“${word}” is no role of the matrix: ${matrixRoles.join(' ')} others`);
      if (found.has(word)) throw new Error(`“${word}” is said twice`);
      found.set(word, status);
    }
  }
  return found;
}

/** Whom the gate stops, and with which status. */
export const stoppedBy = (gate: Access): Map<string, number> => byRole(stoppedAt[gate]);

/** The status each role must get: the gate's, unless the row says otherwise; `ok` is the route's success. */
export function expectedStatuses(gate: Access, cells: Cells, ok: number): Record<MatrixRole, number> {
  const said = byRole(cells);
  const stopped = stoppedBy(gate);
  const of = (role: MatrixRole) => said.get(role) ?? stopped.get(role) ?? said.get('others') ?? ok;
  return Object.fromEntries(matrixRoles.map((role) => [role, of(role)])) as Record<MatrixRole, number>;
}
