import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { StubLanguageModel } from '../../../src/adapters/llm/stub/stub-language-model.ts';
import type { Product } from '../../../src/domain/catalogue/product.ts';
import { fr } from '../../../src/domain/texts/fr.ts';
import type { LanguageModel } from '../../../src/ports/language-model.ts';
import { createHarness, say } from '../../support/harness.ts';

const PHONE = '+24174777777';
const MINUTE_MS = 60_000;
const products = JSON.parse(
  readFileSync(new URL('../../../demo/products.json', import.meta.url), 'utf8'),
) as readonly Product[];
const WISHES = [
  'une crème visage peau sèche',
  'un shampoing cheveux crépus',
  'du magnésium',
  'un savon au karité',
  'une crème solaire',
  'un anti-moustique',
  'des lingettes bébé',
  'un dentifrice',
];

/** Seconds after which each of 500 messages of one hour comes. */
const PATTERNS: Readonly<Record<string, (message: number) => number>> = {
  evenly: () => 7.2,
  'in bursts of fifty with pauses': (message) => (message % 50 === 0 ? 240 : 2.3),
};

it.each(Object.entries(PATTERNS))(
  'one phone that sends 500 messages an hour, %s, costs few model calls, one word and one alert',
  { timeout: 120_000 },
  async (_name, secondsAfter) => {
    const calls: number[] = [];
    const stub = new StubLanguageModel();
    // As an outside model: its calls cost something and are counted.
    const model: LanguageModel = Object.assign(Object.create(stub) as LanguageModel, {
      advise: async (request: Parameters<LanguageModel['advise']>[0]) => {
        calls.push(lea.adapters.clock.now().getTime());
        const { advice } = await stub.advise(request);
        const usage = {
          model: 'outside',
          promptTokens: 900,
          cachedTokens: 0,
          completionTokens: 80,
          costMilliCfa: 400,
        };
        return { advice, usage };
      },
    });
    const lea = createHarness({ products, adapters: { model } });
    // All of it: the gateway itself remembers the newest two hundred.
    const shown: string[] = [];
    lea.gateway.subscribe((event) => {
      if (event.type === 'sent') shown.push(event.message.shown.text);
    });
    await say(lea, PHONE, 'Bonjour');
    await say(lea, PHONE, 'oui');
    const started = lea.adapters.clock.now().getTime();
    for (let message = 1; message <= 500; message += 1) {
      lea.pass(secondsAfter(message) * 1_000 - 1_300);
      await lea.receive({ phone: PHONE, text: WISHES[message % WISHES.length]! });
      lea.pass(1_300);
      for (const lease of await lea.adapters.queue.claim('test', 10, MINUTE_MS)) {
        await lea.parts.answerConversation.execute(lease);
        await lea.parts.sendOutbox.execute(lease);
        await lea.adapters.queue.release(lease);
      }
    }
    const hours = (lea.adapters.clock.now().getTime() - started) / 3_600_000;
    expect(hours).toBeGreaterThan(0.9);
    expect(hours).toBeLessThan(1.1);

    const busiest = Math.max(
      ...calls.map((from) => calls.filter((at) => at >= from && at < from + MINUTE_MS).length),
    );
    expect(busiest).toBeLessThanOrEqual(10);
    expect(calls.length).toBeLessThanOrEqual(100);
    expect(calls.length).toBeGreaterThan(20);
    expect(shown.filter((text) => text === fr.limited)).toHaveLength(1);
    expect(lea.store.alerts.all().map(({ category }) => category)).toEqual(['flood']);
    // An emergency in the middle of it is still seen.
    await say(lea, PHONE, 'mon bébé ne respire plus');
    expect(shown.slice(-2).join(' ')).toContain('1300');
  },
);
