import { formatFcfa } from '../../../i18n/format.ts';
import type { Language } from '../../../i18n/language.tsx';

interface Fact {
  readonly text: string;
  /** Limits what may be offered. */
  readonly caution: boolean;
}

const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/** Preferences and health as short words; keys that are not known are left out rather than shown raw. */
export function factsOf(
  preferences: Record<string, unknown>,
  health: Record<string, unknown>,
  language: Language,
): readonly Fact[] {
  const say = (fr: string, en: string): string => (language === 'fr' ? fr : en);
  const facts: Fact[] = [];
  const add = (text: string, caution = false) => facts.push({ text, caution });
  if (health['pregnant'] === true) add(say('enceinte', 'pregnant'), true);
  if (health['breastfeeding'] === true) add(say('allaite', 'breast-feeding'), true);
  if (typeof health['ageMonths'] === 'number') {
    const months = health['ageMonths'];
    add(
      months < 24
        ? say(`${months} mois`, `${months} months`)
        : say(`${Math.floor(months / 12)} ans`, `${Math.floor(months / 12)} years`),
      true,
    );
  }
  for (const allergen of strings(health['allergens']))
    add(say(`allergie : ${allergen}`, `allergy: ${allergen}`), true);
  if (health['asthma'] === true) add(say('asthme', 'asthma'), true);
  if (health['epilepsy'] === true) add(say('épilepsie', 'epilepsy'), true);
  for (const medicine of strings(health['medicines']))
    add(say(`traitement : ${medicine}`, `medicine: ${medicine}`), true);
  if (typeof preferences['budgetMaxCfa'] === 'number')
    add(`≤ ${formatFcfa(preferences['budgetMaxCfa'])}`);
  for (const attribute of strings(preferences['attributes'])) add(attribute);
  return facts;
}
