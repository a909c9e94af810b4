import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dataRecipients } from '../../../src/composition/data-recipients.ts';
import { readConfig } from '../../../src/composition/config.ts';
import {
  CONSENT_REVISION,
  consentText,
  consentVersionOf,
  transferVersion,
} from '../../../src/domain/shop/consent-text.ts';
import { NO_RECIPIENTS } from '../../../src/domain/shop/data-recipients.ts';
import { defaultSettings } from '../../../src/domain/shop/shop-settings.ts';
import { consentEn, consentFr } from '../../../src/domain/texts/consent-words.ts';
import { textsFor } from '../../../src/domain/texts/texts-for.ts';

const SHOP = defaultSettings('GA');
const OPENAI = { LLM: 'openai', OPENAI_API_KEY: 'sk-test' };
const WHAPI = {
  MESSAGING: 'whapi',
  WHAPI_TOKEN: 't',
  WHAPI_WEBHOOK_SECRET: 'w'.repeat(4) + 'hook-secret-0123456789-abcdefgh',
};
const recipientsOf = (environment: Record<string, string>) =>
  dataRecipients(readConfig(environment));
const textOf = (environment: Record<string, string>, language: 'fr' | 'en' = 'fr'): string =>
  textsFor(language).consentRequest(SHOP, recipientsOf(environment));

describe('who really gets the data', () => {
  it('on the stub nobody but the shop, and the text says so', () => {
    expect(recipientsOf({})).toEqual(NO_RECIPIENTS);
    expect(textOf({})).toContain("Aucun fournisseur d'intelligence artificielle ne les reçoit");
    for (const language of ['fr', 'en'] as const)
      expect(textOf({}, language)).not.toMatch(/OpenAI|États-Unis|United States|Whapi|Meta/);
  });

  it.each([
    ['OpenAI by default', {}, { name: 'OpenAI', country: 'US', abroad: true }],
    [
      'OpenAI by its address',
      { OPENAI_BASE_URL: 'https://api.openai.com/v1' },
      { name: 'OpenAI', country: 'US', abroad: true },
    ],
    [
      'an unknown server by its host',
      { OPENAI_BASE_URL: 'https://llm.example.org/v1' },
      { name: 'llm.example.org', country: null, abroad: true },
    ],
    [
      'loopback',
      { OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1' },
      { name: null, country: null, abroad: false },
    ],
    [
      'IPv6 loopback',
      { OPENAI_BASE_URL: 'http://[::1]:11434/v1' },
      { name: null, country: null, abroad: false },
    ],
    [
      'a container beside',
      { OPENAI_BASE_URL: 'http://ollama:11434/v1' },
      { name: null, country: null, abroad: false },
    ],
    [
      'the local network',
      { OPENAI_BASE_URL: 'http://192.168.1.20/v1' },
      { name: null, country: null, abroad: false },
    ],
    [
      'a proxy of ours that names who is behind it',
      {
        OPENAI_BASE_URL: 'http://127.0.0.1:4000',
        MODEL_PROVIDER_NAME: 'Mistral',
        MODEL_PROVIDER_COUNTRY: 'France',
      },
      { name: 'Mistral', country: 'FR', abroad: true },
    ],
    [
      'a proxy of ours that names no country',
      { OPENAI_BASE_URL: 'http://127.0.0.1:4000', MODEL_PROVIDER_NAME: 'Mistral' },
      { name: 'Mistral', country: null, abroad: true },
    ],
    [
      'a provider at home',
      { OPENAI_BASE_URL: 'https://ia.example.ga/v1', MODEL_PROVIDER_COUNTRY: 'GA' },
      { name: 'ia.example.ga', country: 'GA', abroad: false },
    ],
  ])('%s', (_name, environment, expected) => {
    expect(recipientsOf({ ...OPENAI, ...environment }).model).toEqual(expected);
  });

  it('names the provider and its country only in the question of its own, and there in words', () => {
    expect(textOf(OPENAI)).not.toContain('OpenAI');
    const model = recipientsOf(OPENAI).model!;
    expect(textsFor('fr').transferRequest(model)).toContain('OpenAI (États-Unis)');
    expect(textsFor('en').transferRequest(model)).toContain('OpenAI (United States)');
    const unknown = recipientsOf({ ...OPENAI, OPENAI_BASE_URL: 'https://llm.example.org' }).model!;
    expect(textsFor('fr').transferRequest(unknown)).toContain('llm.example.org (pays non précisé)');
  });

  it('never promises that a name is always taken out', () => {
    for (const environment of [{}, OPENAI, { ...OPENAI, OPENAI_BASE_URL: 'http://127.0.0.1:1' }])
      for (const language of ['fr', 'en'] as const) {
        const model = recipientsOf(environment).model;
        const all =
          textOf(environment, language) +
          (model === null ? '' : textsFor(language).transferRequest(model));
        expect(all).not.toMatch(/jamais votre n|never your n/);
      }
  });

  it('names WhatsApp and the gateway, Slack, and whoever keeps database and files', () => {
    const all = textOf({
      ...WHAPI,
      NOTIFIERS: 'slack',
      SLACK_BOT_TOKEN: 'x',
      SLACK_CHANNEL: 'y',
      DATABASE_URL: 'postgres://lea:pw@db.abc.supabase.co/lea',
      AUTH_SECRET: 'auth-secret-0123456789-abcdefghijkl',
      ERASURE_KEY: 'erasure-key-0123456789-abcdefghijkl',
      DATA_COUNTRY: 'Irlande',
    });
    for (const name of ['WhatsApp (Meta)', 'Whapi', 'Slack', 'db.abc.supabase.co', 'Irlande'])
      expect(all).toContain(name);
  });

  it('fits into a WhatsApp message with buttons', () => {
    for (const language of ['fr', 'en'] as const)
      expect(textOf({ ...WHAPI, ...OPENAI }, language).length).toBeLessThanOrEqual(1_024);
  });

  it('a country that is none stops the start', () => {
    expect(() => readConfig({ MODEL_PROVIDER_COUNTRY: 'Atlantide' })).toThrow(
      'MODEL_PROVIDER_COUNTRY',
    );
    expect(() => readConfig({ DATA_COUNTRY: 'ZZ9' })).toThrow('DATA_COUNTRY');
  });
});

describe('a shop’s own text', () => {
  const own = (fr: string) => ({ ...SHOP, consentTexts: { fr, en: null } });

  it('is followed by the facts, or has them where it wants', () => {
    const facts = "Aucun fournisseur d'intelligence artificielle ne les reçoit";
    const after = consentText(
      consentFr,
      own('Ici {boutique}. OUI, NON, SUPPRIMER.'),
      NO_RECIPIENTS,
    );
    expect(after.indexOf('OUI, NON')).toBeLessThan(after.indexOf(facts));
    const within = consentText(
      consentFr,
      own('{donnees} D’accord ? OUI, NON, SUPPRIMER.'),
      NO_RECIPIENTS,
    );
    expect(within.indexOf(facts)).toBeLessThan(within.indexOf('OUI, NON'));
    expect(within.split(facts)).toHaveLength(2);
  });
});

describe('the version', () => {
  const version = (environment: Record<string, string>, shop = SHOP) =>
    consentVersionOf('service', shop, recipientsOf(environment));

  it('changes with whoever gets the data, the shop’s own text and the country’s law', () => {
    const all = [
      version({}),
      version(WHAPI),
      version({ DATA_COUNTRY: 'FR' }),
      version({ ...OPENAI, OPENAI_BASE_URL: 'http://127.0.0.1:1' }),
      version({}, { ...SHOP, consentVersion: 'autre' }),
      version({}, defaultSettings('CI')),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  it('of the transfer changes with the provider, and there is none without a model abroad', () => {
    const at = (environment: Record<string, string>) => transferVersion(recipientsOf(environment));
    expect(at({})).toBeNull();
    expect(at({ ...OPENAI, OPENAI_BASE_URL: 'http://localhost:1' })).toBeNull();
    const abroad = [
      at(OPENAI),
      at({ ...OPENAI, OPENAI_BASE_URL: 'https://llm.example.org' }),
      at({ ...OPENAI, MODEL_PROVIDER_COUNTRY: 'FR' }),
    ];
    expect(new Set(abroad).size).toBe(3);
  });

  it('is raised whenever our own sentences change: raise CONSENT_REVISION, then write the new sum here', () => {
    const model = { name: 'M', country: 'US', abroad: true };
    const said = [consentFr, consentEn].flatMap((words) => [
      ...[null, model, { ...model, abroad: false }].map((one) =>
        consentText(words, SHOP, {
          keptIn: 'FR',
          keptBy: ['h'],
          carriers: ['c'],
          alertsThrough: ['a'],
          model: one,
        }),
      ),
      words.transfer('M'),
    ]);
    const sum = createHash('sha256').update(said.join('\n')).digest('hex').slice(0, 16);
    expect({ revision: CONSENT_REVISION, sum }).toEqual({ revision: 3, sum: '6289070ca794ed05' });
  });
});
