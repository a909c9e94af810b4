import type { Random } from './random.ts';
import type { Everyday, Person, Step, When } from './script.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Scenes a day, at the beginning of the story and at its end: the shop is growing. */
const FIRST_A_DAY = 0.28;
const LAST_A_DAY = 0.62;
/** The last days belong to the story that was written. */
const LAST_DAY = 1;

export interface EverydayScene {
  readonly person: Person;
  readonly when: When;
  readonly steps: readonly Step[];
}

/** What customers of a small shop do on ordinary days, drawn from what they usually say. */
export function everydayScenes(
  { asks, questions, thanks, comments, people }: Everyday,
  random: Random,
  days: number,
): readonly EverydayScene[] {
  const persons = people.map((person): Person => ({ ...person, ...rating(comments, random) }));
  const scenes: EverydayScene[] = [];
  for (let daysAgo = days; daysAgo >= LAST_DAY; daysAgo -= 1) {
    const growth = (days - daysAgo) / days;
    const expected = FIRST_A_DAY + (LAST_A_DAY - FIRST_A_DAY) * growth;
    const count = Math.floor(expected + random.next());
    const today = new Set<Person>();
    for (let index = 0; index < count; index += 1) {
      const person = random.pick(persons);
      if (today.has(person)) continue;
      today.add(person);
      const says = [random.pick(random.next() < 0.12 ? questions : asks)];
      scenes.push({
        person,
        when: { daysAgo, time: shopTime(random) },
        steps: [{ says, after: 0 }, { agrees: true, after: 0 }, ...outcome(thanks, random)],
      });
    }
  }
  return scenes;
}

/** Most buy; some look, some leave the cart alone or think better of it, some pay in the shop. */
function outcome(thanks: readonly string[], random: Random): readonly Step[] {
  const chance = random.next();
  const picks: Step = { picks: random.pick([1, 1, 1, 2, 2, 3]), after: 0 };
  const opensLink: Step = { opensLink: true, after: random.between(1, 9) * MINUTE_MS };
  const says: Step = { says: [random.pick(thanks)], after: random.between(1, 4) * MINUTE_MS };
  if (chance < 0.58)
    return [
      picks,
      opensLink,
      {
        cart: 'completed',
        after: random.between(2, 14) * MINUTE_MS,
        deliveredIn: random.between(3, 26) * HOUR_MS,
      },
    ];
  if (chance < 0.68) return [picks, opensLink];
  if (chance < 0.74)
    return [picks, opensLink, { cart: 'cancelled', after: random.between(1, 5) * HOUR_MS }];
  return [says];
}

/** Between opening and closing, more in the late afternoon. */
function shopTime(random: Random): string {
  const hour = Math.min(18, 8 + Math.floor((random.next() + random.next() / 3) * 9));
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(hour)}:${two(random.between(5, 55))}`;
}

/** Two in three answer when they are asked; most are content. */
function rating(comments: Everyday['comments'], random: Random): Pick<Person, 'rates'> {
  if (random.next() > 0.72) return {};
  const score = random.pick([5, 5, 5, 5, 5, 4, 4, 4, 3, 2]);
  const words = comments[String(score) as keyof typeof comments];
  return random.next() < 0.5
    ? { rates: { score } }
    : { rates: { score, comment: random.pick(words) } };
}
