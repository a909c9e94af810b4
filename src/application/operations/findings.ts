import type { WorkState } from '../../ports/system-reads.ts';

export interface Finding {
  readonly key: string;
  /** `unknown`: too little happened to say. */
  readonly state: 'bad' | 'well' | 'unknown';
  readonly message: string;
}

/** A share says nothing about a handful. */
const ENOUGH = 5;
const BAD_SHARE = 0.2;
const LATE_SECONDS = 60;
const MANY_RETRYING = 3;

/** What the counts say, in sentences for the operator without anybody's data. */
export function findings(
  work: WorkState,
  budget: { readonly budgetCfa: number | null; readonly costMilliCfa: number },
): readonly Finding[] {
  const dead = work.deadConversations + work.deadJobs;
  const sends = work.sentLately + work.failedSendsLately;
  const undelivered = work.undelivered.reduce((sum, { count }) => sum + count, 0);
  return [
    finding(
      'dead_letters',
      dead > 0,
      `${dead} travail(s) abandonné(s) après plusieurs essais : voir la page Système.`,
      'Plus aucun travail abandonné.',
    ),
    finding(
      'queue',
      work.oldestDueSeconds > LATE_SECONDS,
      `Des conversations attendent depuis ${work.oldestDueSeconds} s : aucun travailleur ne suit.`,
      'Les conversations sont traitées sans attente.',
    ),
    finding(
      'turns',
      work.retryingConversations >= MANY_RETRYING,
      `${work.retryingConversations} conversations échouent et sont réessayées.`,
      'Les tours aboutissent de nouveau.',
    ),
    share(
      'sends',
      work.failedSendsLately,
      sends,
      `${work.failedSendsLately} envois sur ${sends} ont échoué en dix minutes.`,
      'Les envois aboutissent de nouveau.',
    ),
    // Raised by the turns themselves as well; whoever sees it well again gives the all-clear.
    share(
      'model',
      work.fallbacksLately,
      work.modelTurnsLately + work.fallbacksLately,
      `Le modèle de langage a manqué à ${work.fallbacksLately} réponses en dix minutes.`,
      'Le modèle de langage répond à nouveau.',
    ),
    finding(
      'notifier',
      undelivered > 0,
      `${undelivered} alerte(s) non remise(s) : ${work.undelivered.map(({ notifier, count }) => `${notifier} (${count})`).join(', ')}.`,
      'Les alertes sont de nouveau remises.',
    ),
    finding(
      'app_greeting',
      work.appGreetings > 0,
      'L’application WhatsApp Business du téléphone envoie elle-même un message d’accueil ou d’absence : désactivez les deux (Outils professionnels), Léa accueille déjà.',
      'L’application WhatsApp Business n’envoie plus de message automatique.',
    ),
    finding(
      'model_budget',
      budget.budgetCfa !== null && budget.costMilliCfa >= budget.budgetCfa * 1000,
      `Le budget mensuel du modèle (${budget.budgetCfa} FCFA) est atteint : Léa répond avec ses phrases simples.`,
      'Le budget du modèle permet de nouveau de l’appeler.',
    ),
  ];
}

const finding = (key: string, bad: boolean, raised: string, cleared: string): Finding => ({
  key,
  state: bad ? 'bad' : 'well',
  message: bad ? raised : cleared,
});

const share = (
  key: string,
  part: number,
  whole: number,
  raised: string,
  cleared: string,
): Finding =>
  whole < ENOUGH
    ? { key, state: 'unknown', message: cleared }
    : finding(key, part / whole >= BAD_SHARE, raised, cleared);
