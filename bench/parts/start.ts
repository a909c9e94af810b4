import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureDashboardBuilt } from '../../src/composition/dashboard-build.ts';
import { startLea } from '../support/lea-process.ts';
import { atMost, median } from '../support/measurement.ts';
import type { Part } from '../support/part.ts';

/** From `npm start` to readiness on the embedded database, first with nothing there and then again. */
export const part: Part = async ({ quick, say }) => {
  await ensureDashboardBuilt();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'lea-bench-start-'));
  const once = async (): Promise<number> => {
    const lea = await startLea({ DATA_DIR: dataDir, NODE_ENV: 'development' });
    await lea.stop();
    return lea.readyAfterMs / 1000;
  };
  try {
    say('first start');
    const first = await once();
    say('starting again');
    const again: number[] = [];
    for (let time = 0; time < (quick ? 1 : 3); time += 1) again.push(await once());
    return [
      {
        what: 'second start to ready, embedded database',
        value: median(again),
        unit: 's',
        target: atMost(3),
      },
      {
        what: '  first start: database made, migrated and filled with the demo shop',
        value: first,
        unit: 's',
        target: null,
      },
    ];
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
};
