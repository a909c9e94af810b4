/** `npm run restore -- FILE [--deletions FILE] --yes`: replaces the database's content; Léa must be stopped. */
import { BackupError } from '../src/adapters/persistence/backup/read-backup.ts';
import { restoreBackup } from '../src/adapters/persistence/backup/restore-backup.ts';
import { JobRunner } from '../src/adapters/persistence/knex/job-runner.ts';
import { PinoLog } from '../src/adapters/system/pino-log.ts';
import { readConfig } from '../src/composition/config.ts';
import { explained } from '../src/composition/explained.ts';
import { databaseOf } from './database-of.ts';

try {
  const config = readConfig(process.env);
  const words = process.argv.slice(2);
  const beside = words.indexOf('--deletions');
  const deletionsFile = beside < 0 ? undefined : words[beside + 1];
  const file = words.find(
    (word, index) => !word.startsWith('--') && (beside < 0 || index !== beside + 1),
  );
  if (file === undefined || (beside >= 0 && deletionsFile === undefined))
    throw new BackupError('Say which file: npm run restore -- FILE [--deletions FILE] --yes');
  if (!words.includes('--yes'))
    throw new BackupError(
      'This replaces everything in the database by the backup. Add --yes to go ahead.',
    );
  const database = await databaseOf(config);
  try {
    if (database.inUse) throw new BackupError('Léa is running on this database: stop it first.');
    const jobs = new JobRunner({
      serverUrl: database.serverUrl,
      log: new PinoLog({ level: 'silent' }),
      runs: false,
    });
    await jobs.start();
    try {
      const { at, rows, erasedAgain } = await restoreBackup({
        ownerUrl: database.ownerUrl,
        file,
        deletionsFile,
        hash: database.hash,
        jobs,
      });
      console.log(`${rows} rows as of ${at}; ${erasedAgain} people erased again.`);
    } finally {
      await jobs.stop();
    }
  } finally {
    await database.stop();
  }
} catch (error) {
  console.error(error instanceof BackupError ? error.message : explained(error));
  process.exitCode = 1;
}
