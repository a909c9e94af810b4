import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { everydayScenes } from '../../../src/adapters/demo/everyday.ts';
import { localTime } from '../../../src/adapters/demo/local-time.ts';
import { STORY_DAYS } from '../../../src/adapters/demo/player.ts';
import { Random } from '../../../src/adapters/demo/random.ts';
import { readScript, type Everyday, type Story } from '../../../src/adapters/demo/script.ts';
import { Timeline } from '../../../src/adapters/demo/timeline.ts';
import { DemoClock } from '../../../src/adapters/persistence/demo/demo-clock.ts';
import { demoProducts } from '../../../src/adapters/persistence/demo/demo-products.ts';
import { isPromoted } from '../../../src/domain/catalogue/product.ts';

let story: Story;
let everyday: Everyday;
beforeAll(async () => {
  ({ story, everyday } = await readScript());
});

const simulator = readFileSync(
  new URL('../../../dashboard/src/simulator/customers.ts', import.meta.url),
  'utf8',
);
const everybody = () => [...Object.values(story.people), ...everyday.people];
const names = () => everybody().map(({ name }) => name);
const simulated = () =>
  [...simulator.slice(simulator.indexOf('const NAMES')).matchAll(/^ {2}'([^']+)',$/gm)].map(
    ([, name]) => name!,
  );

describe('the people of the demo', () => {
  it('are each one person with a number of their own, which is nobody’s', () => {
    expect(new Set(names()).size).toBe(names().length);
    const phones = everybody().map(({ phone }) => phone);
    expect(new Set(phones).size).toBe(phones.length);
    // Gabon has not given out numbers that begin with 70.
    for (const phone of phones) expect(phone).toMatch(/^\+24170000\d{3}$/);
  });

  it('are none of the simulator’s, nor have they a number of its range', () => {
    expect(simulated().length).toBeGreaterThanOrEqual(8);
    expect(simulated().filter((name) => names().includes(name))).toEqual([]);
    expect(simulator).toContain('`+2417001');
  });

  it('and those of the shop and the simulator bear no name of a head of state or party', () => {
    const staff = Object.values(story.staff).map(({ name }) => name);
    const public_ =
      /\b(?:Bongo|Ondimba|Oligui|Nguema|Obiang|Biya|Sassou|Nguesso|Ping|Myboto|Raponda|Bilie|Ndong Sima|Chambrier|Ossa|Rogombé|M['’]?ba)\b/i;
    for (const name of [...names(), ...staff, ...simulated()]) expect(name).not.toMatch(public_);
  });
});

describe('the script', () => {
  it('speaks of people, colleagues and products that there are', async () => {
    const products = new Set((await demoProducts('2026-11-23')).map(({ name }) => name));
    const steps = story.scenes.flatMap((scene) => scene.steps);
    for (const { customer } of story.scenes)
      expect(story.people, customer).toHaveProperty(customer);
    for (const step of steps) if ('by' in step) expect(story.staff).toHaveProperty(step.by);
    for (const { by } of story.deeds) expect(story.staff).toHaveProperty(by);
    const lines = steps.flatMap((step) =>
      'preparesCart' in step ? step.preparesCart : 'sells' in step ? step.sells : [],
    );
    const stocked = story.deeds.flatMap(({ does }) => ('stocks' in does ? does.stocks : []));
    for (const { product } of [...lines, ...stocked]) expect(products).toContain(product);
  });

  it('has what is going on now over before now, and nothing before the story begins', () => {
    for (const { when, steps } of story.scenes) {
      if ('daysAgo' in when) expect(when.daysAgo).toBeLessThan(STORY_DAYS);
      else
        expect(steps.reduce((sum, { after }) => sum + after, 0)).toBeLessThan(
          when.minutesAgo * 60_000,
        );
    }
  });

  it('keeps the voice of the shop: vouvoiement, one emoji at most', () => {
    for (const { steps } of story.scenes)
      for (const step of steps) {
        if (!('writes' in step)) continue;
        expect(step.writes).not.toMatch(/(^|[\s’'])(tu|toi|ton|tes|te)(?=[\s,.!?])/i);
        expect([...step.writes.matchAll(/\p{Extended_Pictographic}/gu)].length).toBeLessThanOrEqual(
          1,
        );
      }
  });

  it('draws the same ordinary days from the same seed, more of them towards the end', () => {
    const draw = (seed: number) => everydayScenes(everyday, new Random(seed), STORY_DAYS);
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    const days = [1, 2, 3, 4, 5]
      .flatMap(draw)
      .map(({ when }) => ('daysAgo' in when ? when.daysAgo : 0));
    const late = days.filter((daysAgo) => daysAgo <= STORY_DAYS / 2);
    expect(late.length).toBeGreaterThan(days.length / 2);
  });
});

describe('the demo’s dates', () => {
  it.each(['2026-11-23', '2027-02-28', '2031-07-01'])(
    'hold when it is started on %s',
    async (today) => {
      const products = await demoProducts(today);
      const promoted = products.filter(({ promoPriceCfa }) => promoPriceCfa !== null);
      expect(promoted.every((product) => isPromoted(product, today))).toBe(true);
      const expired = products.filter(
        ({ expirationDate }) => expirationDate !== null && expirationDate < today,
      );
      expect(expired).toHaveLength(2);
    },
  );

  it.each([
    ['Africa/Libreville', '2026-11-28T08:00:00.000Z', 0, '09:30', '2026-11-28T08:30:00.000Z'],
    ['Africa/Libreville', '2026-11-28T23:30:00.000Z', 1, '00:10', '2026-11-27T23:10:00.000Z'],
    ['America/New_York', '2026-11-28T02:00:00.000Z', 0, '20:00', '2026-11-28T01:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-28T12:00:00.000Z', 0, '08:00', '2026-11-28T18:00:00.000Z'],
  ] as const)('are those of the shop in %s', (zone, now, daysAgo, time, expected) => {
    expect(localTime(new Date(now), daysAgo, time, zone).toISOString()).toBe(expected);
  });
});

describe('the demo’s clock and timeline', () => {
  it('go forwards only, and tell each move once', () => {
    const clock = new DemoClock(new Date(1_000));
    expect(clock.news()).toEqual(new Date(1_000));
    clock.moveTo(new Date(500));
    expect(clock.news()).toBeNull();
    clock.moveTo(new Date(2_000));
    expect([clock.now(), clock.news(), clock.news()]).toEqual([
      new Date(2_000),
      new Date(2_000),
      null,
    ]);
  });

  it('keep order: by time, then as planned; what is after the end never happens', async () => {
    const timeline = new Timeline();
    const happened: string[] = [];
    const plan = (at: number, what: string) =>
      timeline.plan(new Date(at), async () => void happened.push(what));
    plan(3, 'c');
    plan(1, 'a');
    plan(3, 'd');
    plan(2, 'b');
    plan(9, 'never');
    for (let next = timeline.next(new Date(5)); next; next = timeline.next(new Date(5)))
      await next.happens();
    expect(happened).toEqual(['a', 'b', 'c', 'd']);
  });
});
