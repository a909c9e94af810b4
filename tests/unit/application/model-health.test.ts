import { beforeEach, expect, it } from 'vitest';
import { ModelHealth } from '../../../src/application/advice/model-health.ts';
import { ProviderError } from '../../../src/ports/provider-error.ts';

const DOWN = new ProviderError('openai', 'unavailable', 'down');
const REFUSED = new ProviderError('openai', 'rejected', 'wrong key');

let heard: string[];
let health: ModelHealth;
beforeEach(() => {
  heard = [];
  health = new ModelHealth({
    operatorAlerts: {
      raise: async (key, message) => void heard.push(`raised ${key} ${message}`),
      clear: async (key, message) => void heard.push(`cleared ${key} ${message}`),
    },
  });
});
const fails = async (times: number, error = DOWN) => {
  for (let time = 0; time < times; time += 1) await health.failed(error);
};

it('is no news after two failures, is told once at the third, and once when it is over', async () => {
  await fails(2);
  expect(heard).toEqual([]);
  await fails(5);
  expect(heard).toEqual([expect.stringMatching(/^raised model .*unavailable/)]);
  await health.succeeded();
  await health.succeeded();
  expect(heard.slice(1)).toEqual([expect.stringMatching(/^cleared model /)]);
});

it('counts failures in a row only', async () => {
  for (let time = 0; time < 5; time += 1) {
    await fails(2);
    await health.succeeded();
  }
  expect(heard).toEqual([]);
});

it('is told at once, and once, where trying again is of no use', async () => {
  await fails(4, REFUSED);
  expect(heard).toEqual([expect.stringMatching(/^raised model .*rejected/)]);
  await health.succeeded();
  expect(heard).toHaveLength(2);
});

it('is told anew when it fails anew', async () => {
  await fails(3);
  await health.succeeded();
  await fails(3);
  expect(heard.map((words) => words.split(' ')[0])).toEqual(['raised', 'cleared', 'raised']);
});
