import type { TriageCategory } from './rule.ts';

/** Why an advisor is called, for the alert: what the customer's words point to, not the words themselves. */
export const TRIAGE_REASONS: Readonly<Record<TriageCategory, string>> = {
  emergency_breathing: 'Les mots du client évoquent une gêne pour respirer.',
  emergency_cardiac: 'Les mots du client évoquent une urgence cardiaque.',
  emergency_stroke: 'Les mots du client évoquent un AVC.',
  emergency_consciousness: 'Les mots du client évoquent une perte de connaissance.',
  emergency_bleeding: 'Les mots du client évoquent une hémorragie.',
  emergency_poisoning: 'Les mots du client évoquent une intoxication.',
  emergency_overdose: 'Les mots du client évoquent un surdosage.',
  emergency_trauma: 'Les mots du client évoquent un traumatisme.',
  severe_allergy: 'Les mots du client évoquent une allergie grave.',
  suicidal: 'Les mots du client évoquent des idées suicidaires.',
  violence: 'Les mots du client évoquent une violence subie.',
  burn: 'Les mots du client évoquent une brûlure.',
  infant: 'Les mots du client évoquent un nourrisson malade.',
  child_illness: 'Les mots du client évoquent un enfant malade.',
  pregnancy_risk: 'Les mots du client évoquent un risque pendant la grossesse ou l’allaitement.',
  serious_symptom: 'Les mots du client évoquent un symptôme sérieux.',
  drug_interaction: 'Le client pose une question sur un médicament ou une interaction.',
  prescription: 'Le client parle d’une ordonnance ou d’un médicament sur ordonnance.',
  anger_refund: 'Le client est mécontent ou demande un remboursement.',
  human_request: 'Le client demande un conseiller.',
  unsure: 'Les mots du client ressemblent à ceux d’un danger; aucune règle ne le confirme.',
};
