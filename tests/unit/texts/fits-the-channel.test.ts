import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { simulatedChat } from '../../../src/domain/customer/alias.ts';
import { presentChoices } from '../../../src/domain/message/present-choices.ts';
import { CHANNEL_LIMITS } from '../../../src/domain/message/channel-limits.ts';
import type { Product } from '../../../src/domain/catalogue/product.ts';
import { COUNTRIES } from '../../../src/domain/shop/countries.ts';
import { defaultSettings } from '../../../src/domain/shop/shop-settings.ts';
import { textsFor } from '../../../src/domain/texts/texts-for.ts';
import type { OutboundContent } from '../../../src/ports/messaging-gateway.ts';
import { aProduct } from '../../support/builders.ts';
import { createHarness, say, type Harness } from '../../support/harness.ts';

const LANGUAGES = ['fr', 'en'] as const;
const EVERYBODY = {
  keptIn: 'US',
  keptBy: ['db.example-hosting-company.com', 'files.example-hosting-company.com'],
  carriers: ['Whapi', 'Meta'],
  alertsThrough: ['Slack', 'smtp.example-mail-company.com'],
  model: { name: 'OpenAI', country: 'US', abroad: true },
} as const;

describe.each(LANGUAGES)('what is said in %s', (language) => {
  const texts = textsFor(language);
  const { campaigns, cautions } = texts;

  const labels: readonly (readonly [string, readonly string[]])[] = [
    ['consent', [texts.yes, texts.no]],
    ['the menu', [texts.menuProduct, texts.menuAdvice, texts.menuPromotions]],
    ['an offer', [texts.order(1), texts.order(2), texts.order(3)]],
    ['an advisor', [texts.advisor]],
    ['a return', [campaigns.notifyMe, campaigns.orderIt, `${campaigns.notifyMe} (3)`]],
    ...Object.entries(cautions).map(([topic, { answers }]) => [topic, answers] as const),
  ];
  it.each(labels)('buttons of %s are whole and told apart', (_, titles) => {
    for (const title of titles)
      expect(title.length).toBeLessThanOrEqual(CHANNEL_LIMITS.buttonTitle);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('notes are whole as rows', () => {
    for (const score of campaigns.scores)
      expect(score.length).toBeLessThanOrEqual(CHANNEL_LIMITS.rowTitle);
  });

  it('leaves room for buttons, and nothing is cut in advance', () => {
    const plain = (value: unknown): readonly string[] =>
      typeof value === 'string'
        ? [value]
        : typeof value === 'object' && value !== null
          ? Object.values(value).flatMap(plain)
          : [];
    for (const sentence of plain(texts)) {
      expect(sentence.length).toBeLessThanOrEqual(CHANNEL_LIMITS.interactiveText);
      expect(sentence).not.toMatch(/\w…$/);
    }
  });

  it.each(Object.keys(COUNTRIES))(
    'asks for consent with buttons in %s, whoever gets the data',
    (country) => {
      const shop = {
        ...defaultSettings(country),
        name: 'Parapharmacie du Grand Marché de Libreville',
      };
      const choices = [
        { id: 'consent:yes', title: texts.yes },
        { id: 'consent:no', title: texts.no },
      ];
      for (const text of [
        texts.consentRequest(shop, EVERYBODY),
        texts.transferRequest(EVERYBODY.model),
        texts.consentReminder,
        texts.marketingRequest,
      ])
        expect(presentChoices(text, choices)).toEqual({ as: 'buttons', text, buttons: choices });
    },
  );
});

const demo = JSON.parse(
  readFileSync(new URL('../../../demo/products.json', import.meta.url), 'utf8'),
) as Product[];
const PHONE = '+24174000001';

/** Everything that went out, as it was meant. */
const sent = (lea: Harness): readonly OutboundContent[] =>
  lea.gateway.sentTo(simulatedChat(PHONE)).map(({ content }) => content);

/** Nothing that a phone shows was shortened. */
function allWhole(lea: Harness): void {
  for (const content of sent(lea)) {
    if (content.kind !== 'choices') continue;
    const presented = presentChoices(content.text, content.choices);
    expect(presented.text).not.toMatch(/…$/m);
    if (presented.as === 'text') throw new Error(`Written out: ${content.text}`);
    const shown = presented.as === 'buttons' ? presented.buttons : presented.rows;
    expect(shown.map(({ title }) => title)).toEqual(content.choices.map(({ title }) => title));
  }
}

it.each([
  ['bonjour', 'je cherche un produit', 'moins cher', 'une crème visage', '1', '1', '1', 'aide'],
  ['hello, i need a cream for my skin', 'something for my hair please', 'talk to an advisor'],
  ['un shampoing', 'un shampoing', 'un shampoing', 'je cherche des écrans plasma', 'promotions'],
  ['huile essentielle', 'enceinte', 'crème solaire bébé', 'moins de 3 ans', 'vitamine c', 'oui'],
])('a conversation is shown whole: %s …', async (...lines) => {
  const lea = createHarness({ products: demo });
  await say(lea, PHONE, 'bonjour');
  await say(lea, PHONE, 'oui');
  for (const line of lines) await say(lea, PHONE, line);
  expect(sent(lea).length).toBeGreaterThan(2);
  allWhole(lea);
});

it('names of products and departments that a shop makes up are told apart and in full', async () => {
  const names = ['jour', 'nuit', 'jour et nuit'].map(
    (when) =>
      `Crème hydratante apaisante visage et cou pour peaux sensibles, ${when}, flacon pompe`,
  );
  const lea = createHarness({
    products: names.map((name) =>
      aProduct({
        name,
        stockQty: 0,
        category: 'Soins du visage et du corps pour toute la famille',
      }),
    ),
  });
  await say(lea, PHONE, 'bonjour');
  await say(lea, PHONE, 'oui');
  await say(lea, PHONE, 'je cherche une crème hydratante apaisante visage');
  const shown = lea.shownTo(PHONE).at(-1)!;
  const titles = [...shown.buttons, ...shown.rows].map(({ title }) => title);
  expect(titles.length).toBeGreaterThan(1);
  expect(new Set(titles).size).toBe(titles.length);
  expect(JSON.stringify(shown)).not.toContain('…');
});
