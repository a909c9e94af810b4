import { adapters } from './adapters.ts';
import { database } from './database.ts';
import { identity } from './identity.ts';
import { notifiers } from './notifiers.ts';
import type { Recipe } from './part.ts';
import { simulator } from './simulator.ts';
import { useCases } from './use-cases.ts';
import { web } from './web.ts';
import { worker } from './worker.ts';

/** How every part of a running installation is made. */
export const recipes: readonly Recipe[] = [
  ...adapters,
  ...database,
  ...notifiers,
  ...identity,
  ...useCases,
  simulator,
  ...web,
  ...worker,
];
