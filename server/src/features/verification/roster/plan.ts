import { createHash } from 'node:crypto';
import { foldName } from '@qihang/shared/verification/names';
import { type RosterFate, rosterColumnNames } from '@qihang/shared/verification/vocabulary';
import { inTurns } from '../../../turns';
import type { EntryRow } from '../store';
import type { Person, RosterRow } from './row';

export interface PlannedRow {
  line: number;
  fate: RosterFate;
  studentNo: string;
  name: string;
  /** What is wrong, or what changes into what. */
  notes: string[];
  /** What to write; only for rows that are not wrong. */
  person?: Person;
  /** Who it is in the roster already. */
  known?: EntryRow;
}

/** College and year of which a file tells. */
export type Scope = Pick<Person, 'college' | 'graduationYear'>;

export interface RosterPlan {
  rows: PlannedRow[];
  scopes: Scope[];
  /** At the school by the roster, of a scope of the file, but not in the file. */
  absent: EntryRow[];
  /** False while rows are wrong: one of them may be who seems to be absent. */
  mayLeave: boolean;
  digest: string;
}

const scopeKey = ({ college, graduationYear }: Scope) => `${graduationYear} ${college}`;

/** The scopes of the readable rows, each once. */
export function scopesOf(rows: readonly RosterRow[]): Scope[] {
  const scopes = new Map<string, Scope>();
  for (const row of rows) {
    if (!('person' in row)) continue;
    const { college, graduationYear } = row.person;
    scopes.set(scopeKey(row.person), { college, graduationYear });
  }
  return [...scopes.values()].sort((a, b) => (scopeKey(a) < scopeKey(b) ? -1 : 1));
}

const compared = ['name', 'college', 'major', 'className', 'graduationYear'] as const;

const changesOf = (person: Person, known: EntryRow): string[] =>
  compared
    .filter((column) => person[column] !== known[column])
    .map((column) => `${rosterColumnNames[column]}：${known[column]} → ${person[column]}`);

const isRenamed = (person: Person, known: EntryRow) => foldName(person.name) !== foldName(known.name);

/** The lines on which each number stands; two lines that say the same are one. */
async function repeats(
  rows: readonly RosterRow[],
): Promise<Map<string, { lines: number[]; alike: boolean }>> {
  const seen = new Map<string, { lines: number[]; first: string; alike: boolean }>();
  for await (const row of inTurns(rows)) {
    if (!('person' in row)) continue;
    const text = JSON.stringify(row.person);
    const before = seen.get(row.studentNo);
    if (!before) seen.set(row.studentNo, { lines: [row.line], first: text, alike: true });
    else {
      before.lines.push(row.line);
      before.alike &&= before.first === text;
    }
  }
  return seen;
}

function planRow(row: RosterRow, known: EntryRow | undefined, lines: number[], alike: boolean): PlannedRow {
  const { line, studentNo, name } = row;
  const wrong = (notes: string[]): PlannedRow => ({ line, fate: 'wrong', studentNo, name, notes });
  if (!('person' in row)) return wrong(row.problems);
  const { person } = row;
  if (lines.length > 1 && !alike) {
    const others = lines.filter((one) => one !== line).join('、');
    return wrong([`学号和第 ${others} 行相同，内容不同，不知道哪一行对`]);
  }
  if (lines.length > 1 && lines[0] !== line) {
    return { line, fate: 'unchanged', studentNo, name, notes: [`和第 ${lines[0]} 行重复`] };
  }
  if (!known) return { line, fate: 'new', studentNo, name, notes: [], person };
  if (known.userId !== null && isRenamed(person, known)) {
    return wrong([
      `已认证的学号换了姓名：${known.name} → ${person.name}。真的改名了，请先在名册里解除绑定再导入；号写错了，请改表`,
    ]);
  }
  const notes = changesOf(person, known);
  if (known.leftAt !== null) return { line, fate: 'returning', studentNo, name, notes, person, known };
  return { line, fate: notes.length > 0 ? 'changed' : 'unchanged', studentNo, name, notes, person, known };
}

/**
 * What bringing these rows into the roster would do. `existing` are the entries with a number of the file and all of the
 * file's scopes. The digest is the same as long as file and roster are.
 */
export async function planRoster(
  rows: readonly RosterRow[],
  existing: readonly EntryRow[],
): Promise<RosterPlan> {
  const byNumber = new Map(existing.map((entry) => [entry.studentNo, entry]));
  const seen = await repeats(rows);
  const planned: PlannedRow[] = [];
  const digest = createHash('sha256');
  for await (const row of inTurns(rows)) {
    const { lines, alike } = seen.get(row.studentNo) ?? { lines: [row.line], alike: true };
    const one = planRow(row, byNumber.get(row.studentNo), lines, alike);
    planned.push(one);
    digest.update(JSON.stringify([one.fate, one.person, one.known?.userId]));
  }
  const scopes = scopesOf(rows);
  const inScope = new Set(scopes.map(scopeKey));
  const absent = existing.filter(
    (entry) => entry.leftAt === null && inScope.has(scopeKey(entry)) && !seen.has(entry.studentNo),
  );
  digest.update(JSON.stringify(absent.map(({ id }) => id)));
  return {
    rows: planned,
    scopes,
    absent,
    mayLeave: planned.every(({ fate }) => fate !== 'wrong'),
    digest: digest.digest('base64url').slice(0, 27),
  };
}
