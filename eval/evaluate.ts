import type { LanguageModel } from '../src/ports/language-model.ts';
import { shelfOn } from './catalogue.ts';
import { CountingModel, type Spent } from './counting-model.ts';
import { judge, type Check, type Judged } from './judge.ts';
import type { Scenario } from './scenario.ts';
import { openShop, type Answer, type EvaluationShop } from './shop.ts';

/** The harness's day. */
const TODAY = '2026-11-24';

export interface PlayedTurn {
  readonly say: string;
  readonly answer: Answer;
  /** Answered before the answer could be judged. */
  readonly safetyQuestions: number;
  readonly judged: Judged;
}
export interface Played {
  readonly scenario: Scenario;
  readonly turns: readonly PlayedTurn[];
}
export interface Evaluation {
  readonly played: readonly Played[];
  /** Of the whole run; a category's share is not told apart, as conversations run side by side. */
  readonly spent: Spent;
}

/**
 * Plays scenarios on a migrated, empty database, `together` at a time, each as a customer of her own.
 * @param together conversations side by side; more is faster with a model that takes its time
 */
export async function evaluate(options: {
  readonly ownerUrl: string;
  readonly serverUrl: string;
  readonly model: LanguageModel;
  readonly scenarios: readonly Scenario[];
  readonly together?: number;
  readonly progress?: (done: number) => void;
}): Promise<Evaluation> {
  const model = new CountingModel(options.model);
  const shop = await openShop({ ...options, model });
  try {
    const played: Played[] = [];
    const together = options.together ?? 8;
    for (let at = 0; at < options.scenarios.length; at += together) {
      played.push(...(await playSome(shop, options.scenarios.slice(at, at + together), at)));
      options.progress?.(played.length);
    }
    return { played, spent: model.spent };
  } finally {
    await shop.close();
  }
}

/** Asked of a customer before something is shown that a condition would rule out, as she reads it. */
const SAFETY_QUESTION =
  /(grossesse|enceinte|allait|pregnan|breast|m[ée]dicament|medicine|asthm|[ée]pileps)|(quel âge|how old|what age)/i;
const MOST_SAFETY_QUESTIONS = 2;

/** Says it, and answers "non" (or an age past caution) to questions about her condition, which nobody minds. */
async function sayAndReassure(
  shop: EvaluationShop,
  messages: Parameters<EvaluationShop['sayAll']>[0],
): Promise<readonly { readonly answer: Answer; readonly safetyQuestions: number }[]> {
  const said = (await shop.sayAll(messages)).map((answer) => ({ answer, safetyQuestions: 0 }));
  for (let asked = 0; asked < MOST_SAFETY_QUESTIONS; asked += 1) {
    const replies = said.flatMap(({ answer }, index) => {
      const question = answer.outcome === 'asked' ? (answer.texts.at(-1) ?? '') : '';
      const [matched, , age] = SAFETY_QUESTION.exec(question) ?? [];
      return matched === undefined || !question.includes('?')
        ? []
        : [
            {
              index,
              phone: messages[index]!.phone,
              say: age === undefined ? 'non' : '7 ans ou plus',
            },
          ];
    });
    if (replies.length === 0) break;
    const further = await shop.sayAll(replies);
    replies.forEach(({ index }, at) => {
      const { answer, safetyQuestions } = said[index]!;
      const next = further[at]!;
      said[index] = {
        answer: {
          texts: [...answer.texts, ...next.texts],
          outcome: next.outcome,
          alerts: [...answer.alerts, ...next.alerts],
        },
        safetyQuestions: safetyQuestions + 1,
      };
    });
  }
  return said;
}

/** In lockstep: everybody's first message, everybody's second… */
async function playSome(
  shop: EvaluationShop,
  scenarios: readonly Scenario[],
  offset: number,
): Promise<readonly Played[]> {
  const shelf = shelfOn(TODAY);
  const customers = scenarios.map((scenario, index) => ({
    scenario,
    phone: `+241741${String(offset + index + 1).padStart(5, '0')}`,
    turns: [] as PlayedTurn[],
  }));
  const consenting = customers.filter(({ scenario }) => scenario.consented);
  for (const say of ['Bonjour', 'oui'])
    if (consenting.length > 0) await shop.sayAll(consenting.map(({ phone }) => ({ phone, say })));
  const longest = Math.max(...scenarios.map(({ turns }) => turns.length));
  for (let turn = 0; turn < longest; turn += 1) {
    const speaking = customers.filter(({ scenario }) => turn < scenario.turns.length);
    const answers = await sayAndReassure(
      shop,
      speaking.map(({ phone, scenario }) => ({ phone, say: scenario.turns[turn]!.say })),
    );
    for (const [index, { scenario, turns }] of speaking.entries()) {
      const { say, expect } = scenario.turns[turn]!;
      const { answer, safetyQuestions } = answers[index]!;
      turns.push({
        say: typeof say === 'string' ? say : say.join(' / '),
        answer,
        safetyQuestions,
        judged: judge(answer, expect, shelf),
      });
    }
  }
  return customers.map(({ scenario, turns }) => ({ scenario, turns }));
}

export const failuresOf = ({ turns }: Played): readonly (Check & { readonly say: string })[] =>
  turns.flatMap(({ say, judged }) =>
    judged.checks.filter(({ good }) => !good).map((check) => ({ ...check, say })),
  );
