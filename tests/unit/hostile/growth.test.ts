import { describe, expect, test } from 'vitest';
import { excessiveGrowth } from './growth/growth.ts';
import { hostileTexts } from './growth/hostile-texts.ts';
import { READERS_AT_THE_EDGE } from './growth/readers-at-the-edge.ts';
import { READERS_OF_MESSAGES } from './growth/readers-of-messages.ts';
import { READERS_OF_THE_SHELF } from './growth/readers-of-the-shelf.ts';

/**
 * Whatever others write is read in linear time: four times as much costs about four times as much, for texts
 * made to be hard. A text that costs sixteen times as much can hold everybody's event loop.
 */
describe.each([
  ['messages', READERS_OF_MESSAGES],
  ['the shelf', READERS_OF_THE_SHELF],
  ['the edge', READERS_AT_THE_EDGE],
])('reading %s grows with the text and no faster', (_, readers) => {
  test.each(readers)('$name', { timeout: 600_000 }, (reader) => {
    const { read } = reader;
    const worst = hostileTexts(readers.indexOf(reader)).flatMap((text) => {
      const growth = excessiveGrowth(read, text);
      return growth === null
        ? []
        : [`${text.name}: ${growth.toFixed(0)} times for 4 times the text`];
    });

    expect(worst).toEqual([]);
  });
});
