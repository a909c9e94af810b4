import { afterAll, beforeAll } from 'vitest';
import { persistenceContract } from '../../contract/persistence/persistence.contract.ts';
import { jobQueueContract } from '../../contract/persistence/unit-of-work.contract.ts';
import { openPostgres, startPostgres, stopPostgres } from '../../support/stores/open-postgres.ts';

beforeAll(startPostgres);
afterAll(stopPostgres);

persistenceContract('postgresql', openPostgres);
jobQueueContract(openPostgres);
