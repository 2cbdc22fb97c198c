import type { Miss } from './score-paste';

function flatten(value: object, prefix = ''): [string, unknown][] {
  return Object.entries(value).flatMap(([key, item]) =>
    typeof item === 'object' && item !== null
      ? flatten(item, `${prefix}${key}.`)
      : [[`${prefix}${key}`, item] as [string, unknown]],
  );
}

/** Scores and their details as aligned lines. */
export function printTable(results: Record<string, object | null>, details: Record<string, object>): void {
  for (const [name, score] of Object.entries(results)) {
    console.log(`\n${name}${score === null ? ': not scored (no answerer or no corpus file)' : ''}`);
    for (const [key, value] of score === null ? [] : flatten(score))
      console.log(`  ${key.padEnd(24)} ${value}`);
  }
  for (const [name, detail] of Object.entries(details)) {
    console.log(`\n${name}`);
    for (const [key, value] of flatten(detail)) console.log(`  ${key.padEnd(24)} ${value}`);
  }
}

/** What was wrong, item by item, on standard error so that `--json` stays one object. */
export function printMisses(misses: Record<string, Miss[]>): void {
  for (const [name, list] of Object.entries(misses)) {
    for (const miss of list) {
      console.error(
        `${name} ${miss.id} ${miss.what}\n    expected ${JSON.stringify(miss.expected)}\n    got      ${JSON.stringify(miss.got)}`,
      );
    }
  }
}
