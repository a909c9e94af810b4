import type { ConsentPurpose } from '../customer/customer.ts';
import type { ConsentWords } from '../texts/consent-words.ts';
import { COUNTRIES } from './countries.ts';
import type { DataRecipients, ModelProvider } from './data-recipients.ts';
import type { ShopSettings } from './shop-settings.ts';

/** Raised with the wording of our own sentences: who agreed to others is asked again. A test keeps watch. */
export const CONSENT_REVISION = 3;

/** What a shop's own text of the consent question must let the customer know. */
const MUST_NAME = ['SUPPRIMER', 'OUI', 'NON', '{modele}'] as const;
/** Where a shop's own text wants the facts, the model's provider among them; else they follow it. */
const FACTS = '{donnees}';

/**
 * What is missing in a shop's own text, if anything. `{boutique}`, `{modele}`, `{loi}` and `{donnees}` are filled
 * in.
 */
export const missingInConsentText = (text: string): readonly string[] =>
  MUST_NAME.filter(
    (word) => !text.includes(word) && !(word === '{modele}' && text.includes(FACTS)),
  );

/** The consent question: ours or the shop's own, and always what is true of this installation. */
export function consentText(
  words: ConsentWords,
  shop: ShopSettings,
  recipients: DataRecipients,
): string {
  const own = shop.consentTexts[words.language];
  const facts = factsIn(words, shop, recipients);
  if (own === null) return [words.hello(shop.shopName), facts, words.ask].join('\n\n');
  const filled = own
    .replaceAll('{boutique}', () => shop.shopName)
    .replaceAll('{modele}', () => providerIn(words, recipients.model))
    .replaceAll('{loi}', () => dataLaw(shop))
    .replaceAll(FACTS, () => facts);
  return own.includes(FACTS) ? filled : `${filled}\n\n${facts}`;
}

/** The question of its own for a model abroad. */
export const transferText = (words: ConsentWords, provider: ModelProvider): string =>
  words.transfer(providerIn(words, provider));

/** What an answer given today agrees to; it changes with what is true, so that the question is asked anew. */
export function consentVersionOf(
  purpose: ConsentPurpose,
  shop: Pick<ShopSettings, 'consentVersion' | 'country'>,
  recipients: DataRecipients,
): string | null {
  if (purpose === 'marketing') return shop.consentVersion;
  if (purpose === 'transfer_abroad') return transferVersion(recipients);
  const { keptBy, keptIn, carriers, alertsThrough, model } = recipients;
  const reads = model === null || model.abroad ? [] : [`IA ${named(model)}`];
  return [
    `${shop.consentVersion} r${CONSENT_REVISION} ${shop.country}`,
    ...(keptIn === null ? [] : [keptIn]),
    ...keptBy,
    ...carriers,
    ...alertsThrough,
    ...reads,
  ].join(', ');
}

/** Null where no model abroad is configured: there is nothing to ask. */
export const transferVersion = ({ model }: DataRecipients): string | null =>
  model?.abroad === true ? `r${CONSENT_REVISION} ${named(model)}` : null;

const named = ({ name, country }: ModelProvider): string =>
  `${name ?? 'local'}${country === null ? '' : ` (${country})`}`;

function factsIn(words: ConsentWords, shop: ShopSettings, recipients: DataRecipients): string {
  const { keptIn, keptBy, carriers, alertsThrough, model } = recipients;
  const list = new Intl.ListFormat(words.language);
  const country = keptIn === null ? null : countryIn(words, keptIn);
  const place =
    keptBy.length > 0
      ? words.keptBy(list.format(keptBy), country)
      : country === null
        ? words.keptHere
        : words.keptIn(country);
  return [
    words.kept(place),
    ...(carriers.length > 0 ? [words.carriers(list.format(carriers))] : []),
    ...(alertsThrough.length > 0 ? [words.alerts(list.format(alertsThrough))] : []),
    model === null
      ? words.noModel
      : model.abroad
        ? words.modelAbroad
        : words.modelHere(providerIn(words, model)),
    words.law(dataLaw(shop)),
  ].join(' ');
}

function providerIn(words: ConsentWords, model: ModelProvider | null): string {
  if (model === null) return words.noProvider;
  if (model.name === null) return words.ownModel;
  const country = model.country === null ? words.unknownCountry : countryIn(words, model.country);
  return `${model.name} (${country})`;
}

const countryIn = ({ language }: ConsentWords, code: string): string =>
  new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;

/** The law on personal data of the shop's country. */
export const dataLaw = ({ country }: Pick<ShopSettings, 'country'>): string =>
  COUNTRIES[country]?.dataLaw ?? 'la loi sur les données personnelles';
