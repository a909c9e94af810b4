import { COUNTRIES } from './countries.ts';
import type { ShopSettings } from './shop-settings.ts';

/** What a shop's own text of the consent question must let the customer know. */
const MUST_NAME = ['SUPPRIMER', 'OUI', 'NON', '{modele}'] as const;

/** What is missing in a shop's own text, if anything. `{boutique}`, `{modele}` and `{loi}` are filled in. */
export const missingInConsentText = (text: string): readonly string[] =>
  MUST_NAME.filter((word) => !text.includes(word));

/** A shop's own text with what it leaves to be filled in. */
export function filledConsentText(text: string, shop: ShopSettings): string {
  return text
    .replaceAll('{boutique}', () => shop.shopName)
    .replaceAll('{modele}', () => shop.modelProvider)
    .replaceAll('{loi}', () => dataLaw(shop));
}

/** The law on personal data of the shop's country. */
export const dataLaw = ({ country }: Pick<ShopSettings, 'country'>): string =>
  COUNTRIES[country]?.dataLaw ?? 'la loi sur les données personnelles';
