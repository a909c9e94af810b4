import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareAmount } from '../../../../src/domain/language/amounts/bare-amount.ts';
import { quantitiesOf } from '../../../../src/domain/language/amounts/quantities.ts';
import { readBudget } from '../../../../src/domain/language/amounts/read-budget.ts';
import { foldText } from '../../../../src/domain/language/normalise-text.ts';
import { CAPS, FLOORS, FRAMES, NO_MONEY, RANGES, twoWritten, written } from './written.ts';

const RUNS = { numRuns: 2_000 };
const bounds = (text: string): readonly (number | null)[] => {
  const { minCfa, maxCfa } = readBudget(foldText(text));
  return [minCfa, maxCfa];
};
const from = (list: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...list);

describe('whatever form an amount is written in, it is read as what it is worth', () => {
  it('as the most', () => {
    fc.assert(
      fc.property(written(), from(CAPS.slice(0, -1)), from(FRAMES), ({ text, cfa }, cap, frame) => {
        const message = frame.replace('*', cap.replace('*', text));
        expect([message, ...bounds(message)]).toEqual([message, null, cfa]);
      }),
      RUNS,
    );
  });

  it('as the least', () => {
    fc.assert(
      fc.property(written(), from(FLOORS), from(FRAMES), ({ text, cfa }, floor, frame) => {
        const message = frame.replace('*', floor.replace('*', text));
        expect([message, ...bounds(message)]).toEqual([message, cfa, null]);
      }),
      RUNS,
    );
  });

  it('as a range', () => {
    fc.assert(
      fc.property(twoWritten, from(RANGES), from(FRAMES), ([low, high], range, frame) => {
        const message = frame.replace('*', range.replace('#', low.text).replace('*', high.text));
        expect([message, ...bounds(message)]).toEqual([message, low.cfa, high.cfa]);
      }),
      RUNS,
    );
  });

  it('as a whole message', () => {
    fc.assert(
      fc.property(
        written(),
        from(CAPS),
        from(['*', '*?', '* ?', 'non, *', '* svp', 'ok *']),
        ({ text, cfa }, cap, frame) => {
          // A lone "mille" is no amount.
          fc.pre(text !== 'mille');
          const message = frame.replace('*', cap.replace('*', text));
          expect([message, bareAmount(message)]).toEqual([message, { minCfa: null, maxCfa: cfa }]);
        },
      ),
      RUNS,
    );
  });

  it('with the thousand said once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        from(['entre # et *', 'de # à *', '#-*', '# à *', 'between # and *']),
        from(['000', ' 000', '.000', 'k', ' mille', 'mil', '000 f']),
        (low, more, range, thousand) => {
          const message = range.replace('#', `${low}`).replace('*', `${low + more}${thousand}`);
          expect([message, ...bounds(message)]).toEqual([message, low * 1000, (low + more) * 1000]);
        },
      ),
      RUNS,
    );
  });
});

describe('what is no money is not read as money', () => {
  it('sizes, doses, ages, times, choices, order numbers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000 }),
        from(NO_MONEY),
        from(FRAMES),
        (number, form, frame) => {
          const message = frame.replace('*', form.replace('#', `${number}`));
          expect([message, ...bounds(message)]).toEqual([message, null, null]);
        },
      ),
      RUNS,
    );
  });

  it('telephone numbers', () => {
    const pair = fc.integer({ min: 10, max: 99 });
    const head = from(['077', '066', '+241 77', '00241 66', '6 90', '07 07', '77', '+237 6']);
    fc.assert(
      fc.property(
        fc.tuple(head, pair, pair, pair),
        from([' ', '.', '-']),
        ([first, ...pairs], gap) => {
          expect(bounds([first, ...pairs].join(gap))).toEqual([null, null]);
        },
      ),
      RUNS,
    );
  });

  it('dates', () => {
    const day = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2030-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, from(['/', '-', '.']), (date, gap) => {
        const [year, month, dayOfMonth] = date.toISOString().slice(0, 10).split('-');
        expect(bounds([dayOfMonth, month, year].join(gap))).toEqual([null, null]);
        expect(bounds(`en ${year}`)).toEqual([null, null]);
      }),
      RUNS,
    );
  });

  it('counts, which are read as counts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        from(['savons', 'boîtes', 'crèmes', 'flacons', 'shampoings', 'bottles', 'dentifrices']),
        from(['*', 'je veux *', 'commander *', 'bonjour, * svp']),
        (count, thing, frame) => {
          const message = frame.replace('*', `${count} ${thing}`);
          expect([message, ...bounds(message)]).toEqual([message, null, null]);
          expect(quantitiesOf(message)).toEqual([{ count, of: foldText(thing) }]);
        },
      ),
      RUNS,
    );
  });
});
