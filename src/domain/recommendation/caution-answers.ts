import type { HealthProfile } from '../customer/customer.ts';
import { matchYesNo } from '../language/keywords.ts';
import type { CautionTopic } from './cautions.ts';

/** A medicine whose name was not told; it interacts with whatever has interactions. */
const UNNAMED = 'médicament non précisé';

/** What each answer says about the person, in the order of its buttons. An age is the youngest that it allows. */
const ANSWERS: Readonly<Record<CautionTopic, readonly HealthProfile[]>> = {
  pregnancy_or_breastfeeding: [
    { pregnant: true },
    { breastfeeding: true },
    { pregnant: false, breastfeeding: false },
  ],
  age: [{ ageMonths: 0 }, { ageMonths: 36 }, { ageMonths: 84 }],
  medicines: [{ medicines: [UNNAMED] }, { medicines: [] }],
  asthma_or_epilepsy: [{ asthma: true }, { epilepsy: true }, { asthma: false, epilepsy: false }],
};
/** A bare "oui" does not say which of them: all are minded. */
const YES: Readonly<Partial<Record<CautionTopic, HealthProfile>>> = {
  pregnancy_or_breastfeeding: { pregnant: true, breastfeeding: true },
  medicines: { medicines: [UNNAMED] },
  asthma_or_epilepsy: { asthma: true, epilepsy: true },
};

export const cautionAnswerId = (topic: CautionTopic, answer: number): string =>
  `caution:${topic}:${answer}`;

/** The facts behind a button of a caution question; null for any other button. */
export function cautionAnswer(buttonId: string): HealthProfile | null {
  const [kind, topic, answer] = buttonId.split(':');
  return kind === 'caution' && topic !== undefined && topic in ANSWERS
    ? (ANSWERS[topic as CautionTopic][Number(answer)] ?? null)
    : null;
}

/** The facts behind a typed yes or no to a caution question; null for other words. */
export function typedCautionAnswer(topic: CautionTopic, text: string): HealthProfile | null {
  const answer = matchYesNo(text);
  if (answer === null || topic === 'age') return null;
  return answer === 'yes' ? (YES[topic] ?? null) : (ANSWERS[topic].at(-1) ?? null);
}
