/** What `pnpm simulate` runs: made-up people walk the live tours of a running Shirube. `pnpm simulate --help` lists the options. */
import { parseArgs } from 'node:util';
import { DATA_DIR, DAYS, RUNS, SEED } from './host/defaults.ts';
import { readMemory } from './host/memory.ts';
import { wholeNumber } from './host/options.ts';
import { runSimulation } from './host/runSimulation.ts';

const help = `pnpm simulate [options]

  --runs <number>      runs to make (${RUNS})
  --days <number>      spread over so many days before now (${DAYS})
  --seed <number>      the same seed makes the same people (${SEED})
  --endpoint <url>     Shirube (that of the demo)
  --key <pk_…>         the environment's public key (that of the demo)
  --help               this text
`;

const start = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: String(RUNS) },
      days: { type: 'string', default: String(DAYS) },
      seed: { type: 'string', default: String(SEED) },
      endpoint: { type: 'string' },
      key: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(help);
  const { running } = readMemory(DATA_DIR);
  const endpoint = values.endpoint ?? running?.endpoint;
  const key = values.key ?? running?.key;
  if (endpoint === undefined || key === undefined)
    throw new Error('No demo has run here yet: start it with `pnpm demo`, or give --endpoint and --key.');
  const { tallies, events } = await runSimulation({
    endpoint,
    key,
    runs: wholeNumber('runs', values.runs, 1),
    days: wholeNumber('days', values.days, 1),
    seed: wholeNumber('seed', values.seed, 0),
  });
  for (const [tourId, tally] of tallies) console.log(`${tourId}: ${JSON.stringify(tally)}`);
  console.log(`${events} events delivered, each marked as simulated, some of them twice on purpose.`);
};

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
