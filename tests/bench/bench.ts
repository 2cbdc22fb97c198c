import { parseArgs } from 'node:util';
import { measureAgainstRaw, tableOfRaw } from './against-raw';
import { measureCompression } from './compression';
import { measureGrowth, tableOfGrowth } from './growth';
import { measureReminders } from './reminders';
import { stopAll } from './servers';
import { measureSimilar } from './similar';
import { measureWeekly } from './weekly';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    rows: { type: 'string', default: '50000' },
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
    small: { type: 'string', default: '10000' },
    large: { type: 'string', default: '1000000' },
    samples: { type: 'string', default: '400' },
    questions: { type: 'string', default: '50000' },
    days: { type: 'string', default: '365' },
    people: { type: 'string', default: '20000' },
    json: { type: 'boolean', default: false },
  },
});
const [servers = ''] = positionals;
const parts = values.only
  ? [values.only]
  : ['raw', 'growth', 'compression', 'similar', 'reminders', 'weekly'];
const say = (line: string) => console.error(line);

async function main(): Promise<void> {
  const raw = { servers, rows: +values.rows, seconds: +values.seconds, rounds: +values.rounds, say };
  const growth = { servers, small: +values.small, large: +values.large, samples: +values.samples, say };
  const against = parts.includes('raw') ? await measureAgainstRaw(raw) : [];
  if (against.length > 0 && !values.json) console.table(tableOfRaw(against));
  const grown = parts.includes('growth') ? await measureGrowth(growth) : [];
  if (grown.length > 0 && !values.json) console.table(tableOfGrowth(grown, growth));
  const compressed = parts.includes('compression') ? await measureCompression(servers) : {};
  if (parts.includes('compression') && !values.json) console.table(compressed);
  const similar = parts.includes('similar') ? await measureSimilar(servers, +values.questions) : null;
  if (similar && !values.json) console.table([similar]);
  const reminders = parts.includes('reminders') ? await measureReminders(servers, +values.days) : null;
  if (reminders && !values.json) console.table([reminders]);
  const weekly = parts.includes('weekly') ? await measureWeekly(servers, +values.people) : null;
  if (weekly && !values.json) console.table([weekly]);
  if (values.json) {
    const { rows, seconds, rounds } = raw;
    const { small, large, samples } = growth;
    const report = {
      raw: { rows, seconds, rounds, results: against },
      growth: { small, large, samples, results: grown },
      compression: compressed,
      similar,
      reminders,
      weekly,
    };
    console.log(JSON.stringify(report, null, 2));
  }
}

main()
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(stopAll);
