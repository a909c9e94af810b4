import type { Rule } from './rule.ts';
import { CHILD_RULES } from './rules/children.ts';
import { COUNTER_RULES } from './rules/counter.ts';
import { DISTRESS_RULES } from './rules/distress.ts';
import { EXPOSURE_RULES } from './rules/exposures.ts';
import { PREGNANCY_RULES } from './rules/pregnancy.ts';
import { REACTION_RULES } from './rules/reactions.ts';
import { SYMPTOM_RULES } from './rules/symptoms-to-see.ts';
import { VITAL_SIGN_RULES } from './rules/vital-signs.ts';

/** Changes with any rule, lexicon or idiom; a pharmacist's signature is for one version. */
export const TRIAGE_RULESET_VERSION = '2026.11.2';

/** For staff and the README. */
export const TRIAGE_REVIEW_NOTE =
  'Ces règles orientent vers une personne; elles ne posent aucun diagnostic et Léa n’est pas un dispositif médical. ' +
  'Leurs sources sont des recommandations publiques, résumées par des développeurs: un pharmacien doit les relire et ' +
  'les valider avant tout usage réel, puis à chaque nouvelle version.';

/** All red flags. Among rules of the same severity the earlier one names the category. */
export const RED_FLAGS: readonly Rule[] = [
  ...DISTRESS_RULES,
  ...PREGNANCY_RULES,
  ...EXPOSURE_RULES,
  ...VITAL_SIGN_RULES,
  ...CHILD_RULES,
  ...REACTION_RULES,
  ...SYMPTOM_RULES,
  ...COUNTER_RULES,
];
