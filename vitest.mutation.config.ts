import { defineConfig } from 'vitest/config';

/**
 * The unit tests as Stryker runs them: without those that watch growth, which would measure the instrumentation,
 * and without random stories, which would kill a mutant today and not tomorrow.
 */
export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts'],
    exclude: [
      'tests/unit/{hostile,dashboard,demo,http,worker,messaging,notifier,storage}/**',
      'tests/unit/**/*.property.test.ts',
      'tests/unit/order/random-stories.test.ts',
      'tests/unit/campaign/clock-schedules.test.ts',
    ],
    testTimeout: 20_000,
  },
});
