/** `npm run doctor [-- --dry-run]`: tries every setting for real; registers the Whapi webhook where it is missing. */
import { ConfigError, readConfig } from '../src/composition/config.ts';
import { warningsOf } from '../src/composition/warnings.ts';
import { checksFor } from './doctor-checks.ts';

try {
  const config = readConfig(process.env);
  console.log('  ✓ réglages lus');
  let failed = 0;
  for (const { name, run } of checksFor(config, !process.argv.includes('--dry-run'))) {
    try {
      console.log(`  ✓ ${name} : ${await run()}`);
    } catch (error) {
      failed += 1;
      console.log(`  ✗ ${name} : ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  for (const { text } of warningsOf(config)) console.log(`  ! ${text}`);
  console.log(failed === 0 ? '\n  Tout va bien.\n' : `\n  À corriger : ${failed}.\n`);
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(`  ✗ réglages : ${error.message}`);
  process.exitCode = 1;
}
