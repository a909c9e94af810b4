/** `npm run eval`: plays the scenarios against the model that the environment names, and prints how it went. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { OpenAiLanguageModel } from '../src/adapters/llm/openai/openai-language-model.ts';
import { StubLanguageModel } from '../src/adapters/llm/stub/stub-language-model.ts';
import { prepareDatabase } from '../src/adapters/persistence/prepare-database.ts';
import { HmacKeyedHash } from '../src/adapters/system/hmac-keyed-hash.ts';
import { readConfig, type Config } from '../src/composition/config.ts';
import { evaluate, type Played } from './evaluate.ts';
import { reportOf, type Report } from './figures.ts';
import { loadConversations, playConversations, transcriptOf } from './play-conversations.ts';
import { loadScenarios } from './scenario.ts';
import { sentencesReport } from './sentences.ts';
import { openShop } from './shop.ts';
import { comparisonOf, tablesOf } from './table.ts';
import { scratchFolder } from '../tests/support/scratch-folder.ts';

const USAGE = `npm run eval -- [sentences] [options]
  sentences         single messages by others instead, set by set: who is told of them
  --cases FILE      with sentences: given cases as well
  --json FILE       also writes the figures there, to be compared
  --compare A B     compares two such files instead
  --only WORD       scenarios whose category or name contains it
  --together N      conversations side by side (8)
  --show            every answer, not only the failures
  --play FILE       plays conversations of a file instead, to be read: [{ id, category, turns, expect }]`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    compare: { type: 'boolean' },
    cases: { type: 'string' },
    only: { type: 'string' },
    together: { type: 'string', default: '8' },
    show: { type: 'boolean' },
    play: { type: 'string' },
    help: { type: 'boolean' },
  },
});

const chooseModel = ({ languageModel }: Config) =>
  languageModel.kind === 'stub'
    ? { name: 'stub', model: new StubLanguageModel() }
    : {
        name: languageModel.model,
        model: new OpenAiLanguageModel({
          ...languageModel,
          baseUrl: languageModel.baseUrl ?? undefined,
        }),
      };

function transcript({ scenario, turns }: Played): string {
  const lines = turns.flatMap(({ say, answer, judged }) => [
    `  > ${say}`,
    ...answer.texts.flatMap((text) => text.split('\n').map((line) => `    ${line}`)),
    ...(answer.alerts.length > 0 ? [`    (alert: ${answer.alerts.join(', ')})`] : []),
    ...judged.checks
      .filter(({ good }) => !good)
      .map(({ what, detail }) => `    ✗ ${what}: ${detail}`),
  ]);
  return [`${scenario.category} / ${scenario.id}`, ...lines].join('\n');
}

/** A migrated, empty database for as long as `work` takes. */
async function onDatabase<T>(
  work: (database: Awaited<ReturnType<typeof prepareDatabase>>) => Promise<T>,
): Promise<T> {
  const dataDir = scratchFolder('eval');
  const database = await prepareDatabase(
    {
      kind: 'embedded',
      dataDir,
      password: 'evaluation',
      authSecret: 'evaluation-secret-of-32-characters',
      hash: new HmacKeyedHash('evaluation-erasure-key-of-32-characters'),
    },
    () => undefined,
  );
  try {
    return await work(database);
  } finally {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const modelOfEnvironment = () =>
  chooseModel(readConfig({ ...process.env, DATABASE_URL: undefined }));

async function playScenarios(): Promise<void> {
  const { name, model } = modelOfEnvironment();
  const scenarios = loadScenarios().filter(
    ({ id, category }) => values.only === undefined || `${category} ${id}`.includes(values.only),
  );
  const evaluation = await onDatabase((database) =>
    evaluate({
      ...database,
      model,
      scenarios,
      together: Number(values.together),
      progress: (done) => process.stderr.write(`\r${done}/${scenarios.length} scenarios`),
    }),
  );
  process.stderr.write('\n');
  const report = reportOf(evaluation, name);
  const failed = new Set(report.failed.map(({ scenario }) => scenario));
  for (const one of evaluation.played)
    if (values.show === true || failed.has(one.scenario.id)) console.log(`${transcript(one)}\n`);
  console.log(tablesOf(report));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
}

async function playFile(file: string): Promise<void> {
  const { model } = modelOfEnvironment();
  const conversations = loadConversations(file);
  await onDatabase(async (database) => {
    const shop = await openShop({ ...database, model });
    try {
      for (const played of await playConversations(shop, conversations))
        console.log(transcriptOf(played));
    } finally {
      await shop.close();
    }
  });
}

const read = (file: string): Report => JSON.parse(readFileSync(file, 'utf8')) as Report;

if (values.help === true) console.log(USAGE);
else if (positionals[0] === 'sentences') console.log(sentencesReport(values.cases));
else if (values.compare === true) {
  const [a, b] = positionals;
  if (a === undefined || b === undefined) throw new Error(USAGE);
  console.log(comparisonOf(read(a), read(b)));
} else if (values.play !== undefined) await playFile(values.play);
else await playScenarios();
