/** `npm run status`: whether Léa runs, and her addresses again. */
import { banner } from '../src/adapters/system/banner.ts';
import { readAddress } from '../src/adapters/system/kept-address.ts';
import { ConfigError, readConfig } from '../src/composition/config.ts';
import { warningsOf } from '../src/composition/warnings.ts';

try {
  const config = readConfig(process.env);
  const url = (await readAddress(config.dataDir)) ?? `http://localhost:${config.port}`;
  const ready = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) }).then(
    (response) => (response.ok ? 'prête' : 'en marche, mais pas prête : voir /readyz'),
    () => null,
  );
  if (ready === null) {
    console.log(`\n  Léa ne répond pas sur ${url}. Pour démarrer : npm start\n`);
    process.exitCode = 1;
  } else {
    console.log(`\n  Léa est ${ready}.`);
    console.log(
      banner({
        url,
        simulator: config.messaging.kind === 'fake',
        mailPage: config.mail.kind === 'outbox' && config.exposure.trial,
        warnings: warningsOf(config).map(({ text }) => text),
        admin: { email: config.admin.email, password: null },
        role: 'web',
        dataDir: config.dataDir,
      }),
    );
  }
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
