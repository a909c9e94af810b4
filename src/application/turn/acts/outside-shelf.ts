import type { Need } from '../../../domain/recommendation/need.ts';
import { FORM_WORDS } from '../../../domain/recommendation/lexicon/stop-words.ts';
import { foldText } from '../../../domain/language/normalise-text.ts';
import type { KnownThing } from '../../../domain/recommendation/named-things.ts';
import type { BeyondShelf } from '../../advice/beyond-shelf.ts';
import { handoff } from '../handoff.ts';
import type { TurnContext } from '../turn-context.ts';
import { having, text, type TurnPlan } from '../turn-plan.ts';

/** A medicine, or what wants a pharmacist's eye, goes to a person; null when none is asked for. */
export function pharmacistFirst(context: TurnContext, { things }: BeyondShelf): TurnPlan | null {
  const medicine = things.find(({ kind }) => kind === 'medicine');
  const sign = things.find(({ kind }) => kind === 'sign');
  const { notSold } = context.texts;
  if (medicine !== undefined)
    return saying(
      notSold.medicine,
      handoff(context, {
        category: 'medicine',
        severity: 'handoff',
        reason: `Un médicament est demandé : ${medicine.fr}.`,
      }),
    );
  if (sign === undefined) return null;
  return saying(
    notSold.sign,
    handoff(context, {
      category: 'medicine',
      severity: 'handoff',
      reason: `Demande l'avis d'un pharmacien : ${sign.fr}.`,
    }),
  );
}

/**
 * Whether something can be looked for when what was named is not there: of a brand whatever is said beside it, of a
 * kind only what it is to be good for, as its colour and size suit nothing else.
 */
export function leavesNeed({ things, besideCarried }: BeyondShelf, rest: Need): boolean {
  if (besideCarried || rest.attributes.some((name) => !SAYS_WHO.test(foldText(name)))) return true;
  return (
    things.every(({ kind }) => kind === 'brand') &&
    (rest.brand !== null ||
      rest.terms.some((term) => !FORM_WORDS.has(term)) ||
      rest.attributes.some((name) => SAYS_SKIN.test(foldText(name))))
  );
}

const SAYS_WHO = /^(?:peau |cheveux |bebe$|enfant$|sans |bio$|vegan$)/;
const SAYS_SKIN = /^(?:peau |cheveux )/;

/** The reply with what is not carried said in front, and kept as a demand that was not met. */
export function sayingNotCarried(
  context: TurnContext,
  { things }: BeyondShelf,
  near: TurnPlan | null,
  words: string,
): TurnPlan {
  const { texts, customer } = context;
  const names = things.map((thing) => nameIn(thing, customer.language));
  const isNear = near !== null && near.outcome === 'recommended';
  const choices = [{ id: 'advisor', title: texts.advisor }];
  const plan: TurnPlan = isNear
    ? { ...near, parts: [text(texts.notSold.carriedNot(names, true)), ...near.parts] }
    : {
        outcome: 'nothing_fits',
        parts: [{ kind: 'choices', text: texts.notSold.carriedNot(names, false), choices }],
        dialogue: { choices, offered: [], focus: [] },
      };
  return having(
    plan,
    ...things.map(
      (thing) =>
        ({
          kind: 'unmet',
          query: words.slice(0, 300),
          needKey: foldText(thing.fr).slice(0, 120),
          category: null,
          reason: 'not_found',
          productId: null,
        }) as const,
    ),
  );
}

/** "de préservatifs", "d'alcool"; a brand stands alone. */
function nameIn(thing: KnownThing, language: 'fr' | 'en'): string {
  if (language === 'en' || thing.kind === 'brand') return thing[language];
  return /^[aeiouyh]/.test(foldText(thing.fr)) ? `d'${thing.fr}` : `de ${thing.fr}`;
}

const saying = (sentence: string, plan: TurnPlan): TurnPlan =>
  plan.parts.length === 0 ? plan : { ...plan, parts: [text(sentence, true), ...plan.parts] };
