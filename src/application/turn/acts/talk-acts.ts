import type { Talk } from '../../../domain/dialogue/act.ts';
import { menu } from '../menu.ts';
import type { TurnContext } from '../turn-context.ts';
import { text, type TurnPlan } from '../turn-plan.ts';

/** Courtesy, and what has nothing to do with the shop. */
export function talk(context: TurnContext, what: Talk): TurnPlan {
  const { texts } = context;
  if (what === 'greeting') return menu(context);
  if (what === 'insult' || what === 'off_topic') {
    const sentence = what === 'insult' ? texts.talk.insult : texts.talk.offTopic;
    const choices = [{ id: 'advisor', title: texts.advisor }];
    return {
      outcome: 'talked',
      parts: [{ kind: 'choices', text: sentence(context.shop.shopName), choices }],
      dialogue: { choices: [...context.conversation.dialogue.choices, ...choices] },
    };
  }
  const sentences = { thanks: texts.thanks, bye: texts.goodbye, blessing: texts.talk.blessing };
  return { outcome: 'talked', parts: [text(sentences[what])] };
}

/** Prices are the shop's, for everybody; what is cheaper is on promotion. */
export function bargain(context: TurnContext): TurnPlan {
  const { texts } = context;
  const choices = [
    { id: 'menu:promotions', title: texts.menuPromotions },
    { id: 'advisor', title: texts.advisor },
  ];
  return {
    outcome: 'informed',
    parts: [{ kind: 'choices', text: texts.talk.fixedPrices, choices }],
    dialogue: { choices: [...context.conversation.dialogue.choices, ...choices] },
  };
}

/** Nothing of what was shown: what is wrong with it? */
export function dislike(context: TurnContext): TurnPlan {
  const { texts } = context;
  const titles = texts.talk.dislikes;
  const choices = [
    ...titles.map((title, index) => ({ id: `answer:${index + 1}`, title })),
    { id: 'advisor', title: texts.advisor },
  ];
  return {
    outcome: 'asked',
    parts: [{ kind: 'choices', text: texts.talk.whatIsWrong, choices }],
    dialogue: { choices, focus: [] },
  };
}
