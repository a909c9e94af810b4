/** `npm run backup -- [FILE] [--deletions]`: the database in one file; Léa may go on running. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { writeBackup } from '../src/adapters/persistence/backup/write-backup.ts';
import { readConfig } from '../src/composition/config.ts';
import { explained } from '../src/composition/explained.ts';
import { databaseOf } from './database-of.ts';

try {
  const config = readConfig(process.env);
  const words = process.argv.slice(2);
  const scope = words.includes('--deletions') ? 'deletions' : 'all';
  const stamp = new Date().toISOString().replace(/[:.]/g, '-').slice(0, 19);
  const file = path.resolve(
    words.find((word) => !word.startsWith('--')) ??
      path.join(
        config.dataDir,
        'backups',
        `lea-${scope === 'all' ? '' : 'deletions-'}${stamp}.jsonl.gz`,
      ),
  );
  await mkdir(path.dirname(file), { recursive: true });
  const database = await databaseOf(config);
  try {
    const rows = await writeBackup(database.ownerUrl, file, scope);
    console.log(`${rows} rows in ${file}`);
    if (scope === 'all')
      console.log(
        `Keep with it, elsewhere: the files of STORAGE, and the secrets (${path.join(config.dataDir, 'secrets.json')} or AUTH_SECRET and ERASURE_KEY).`,
      );
  } finally {
    await database.stop();
  }
} catch (error) {
  console.error(explained(error));
  process.exitCode = 1;
}
