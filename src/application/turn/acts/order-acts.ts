import {
  currentPriceCfa,
  type Product,
  type ProductId,
} from '../../../domain/catalogue/product.ts';
import type { Choice } from '../../../domain/conversation/dialogue-state.ts';
import type { Act } from '../../../domain/dialogue/act.ts';
import type { HealthProfile } from '../../../domain/customer/customer.ts';
import { foldText } from '../../../domain/language/normalise-text.ts';
import type { Order } from '../../../domain/order/order.ts';
import { orderLines } from '../../../domain/order/order-lines.ts';
import type { WantedLine } from '../../../domain/order/wanted-line.ts';
import { cautionAnswerId } from '../../../domain/recommendation/caution-answers.ts';
import { isSuitable, unknownCautions } from '../../../domain/recommendation/cautions.ts';
import { parseNeed } from '../../../domain/recommendation/parse-need.ts';
import { mentions } from '../../../domain/recommendation/shelf-text.ts';
import type { Need } from '../../../domain/recommendation/need.ts';
import { isAskedFor } from '../../../domain/recommendation/search-score.ts';
import { LeaError } from '../../../domain/shared/errors.ts';
import { SERVICE } from '../../../domain/shared/actor.ts';
import { beyondShelf } from '../../advice/beyond-shelf.ts';
import { newOrderCode } from '../../place-order.ts';
import { handoff } from '../handoff.ts';
import { notifyChoices } from '../notify-choices.ts';
import type { TurnContext } from '../turn-context.ts';
import { followedBy, having, text, type TurnPlan } from '../turn-plan.ts';
import type { ActDeps, SearchOptions } from './act-deps.ts';
import { search } from './search-act.ts';

/** The same chosen again this soon is the same wish, in milliseconds. */
const SAME_WISH_MS = 60_000;
/** An order is changed in words this long after it was made, in milliseconds. */
const CHANGED_MS = 3_600_000;

type OrderAct = Extract<Act, { kind: 'order' }>;

/** An order of what was shown: known cautions first, then the link; a change takes the order before back. */
export async function orderShown(
  deps: ActDeps,
  context: TurnContext,
  { lines, how }: OrderAct,
): Promise<TurnPlan> {
  const before = how === 'new' ? undefined : openOrder(context, CHANGED_MS);
  const wanted = how === 'besides' && before !== undefined ? together(before, lines) : lines;
  const ids = wanted.map(({ productId }) => productId);
  const known = context.offered.filter(({ id }) => ids.includes(id));
  const products =
    known.length === new Set(ids).size
      ? known
      : await deps.uow.run(SERVICE, (repositories) => repositories.products.getMany(ids));
  const again = openOrder(context, SAME_WISH_MS);
  if (again !== undefined && isSame(again, wanted))
    return {
      outcome: 'informed',
      parts: [text(context.texts.orderStatus.pending(deps.cart.shortLink(again.code)))],
    };
  return (
    cautionFirst(context, products, wanted) ??
    withLink(deps, context, products, wanted, before ?? null)
  );
}

/** Of this conversation, still waiting to be completed. */
const openOrder = (
  { latestOrders, conversation, now }: TurnContext,
  withinMs: number,
): Order | undefined =>
  latestOrders.find(
    ({ status, createdAt, conversationId }) =>
      status === 'pending' &&
      conversationId === conversation.id &&
      now.getTime() - createdAt.getTime() < withinMs,
  );

const isSame = ({ items }: Order, lines: readonly WantedLine[]): boolean =>
  items.length === lines.length &&
  lines.every((line) =>
    items.some(
      ({ productId, quantity }) => productId === line.productId && quantity === line.quantity,
    ),
  );

const together = ({ items }: Order, lines: readonly WantedLine[]): readonly WantedLine[] => [
  ...items.flatMap(({ productId, quantity }) =>
    productId === null || lines.some((line) => line.productId === productId)
      ? []
      : [{ productId, quantity }],
  ),
  ...lines,
];

/**
 * Nothing is ordered before each caution that it carries is known: asked, one topic at a time, with the order kept;
 * what does not suit the person is an advisor's to decide.
 */
function cautionFirst(
  context: TurnContext,
  products: readonly Product[],
  lines: readonly WantedLine[],
): TurnPlan | null {
  const { customer, conversation, texts } = context;
  const unsuitable = products.filter((product) => !isSuitable(product, customer.health));
  if (unsuitable.length > 0)
    return having(
      handoff(
        context,
        {
          category: 'caution',
          severity: 'handoff',
          reason: `Le client veut commander ce qui ne convient peut-être pas : ${unsuitable.map(({ name }) => name).join(', ')}.`,
        },
        texts.orderNeedsAdvice(unsuitable.map(({ name }) => name)),
      ),
    );
  const [topic] = unknownCautions(products, customer.health);
  if (topic === undefined) return null;
  const { ask, answers } = texts.cautions[topic];
  const choices = answers.map((title, index) => ({ id: cautionAnswerId(topic, index), title }));
  return {
    outcome: 'asked',
    parts: [{ kind: 'choices', text: ask, choices }],
    dialogue: {
      choices,
      pendingOrder: lines,
      cautionsAsked: [...new Set([...conversation.dialogue.cautionsAsked, topic])],
    },
  };
}

/** The answer to a caution that was asked for an order: it goes on, asks the next, or is an advisor's. */
export function orderAfterCaution(
  deps: ActDeps,
  context: TurnContext,
  health: HealthProfile,
): Promise<TurnPlan> | null {
  const { pendingOrder } = context.conversation.dialogue;
  if (pendingOrder === null) return null;
  const knowing = { ...context, customer: { ...context.customer, health } };
  return orderShown(deps, knowing, { kind: 'order', lines: pendingOrder, how: 'new' }).then(
    (plan) => ({
      ...plan,
      customer: { ...plan.customer, health },
      dialogue: { pendingOrder: null, ...plan.dialogue },
    }),
  );
}

function withLink(
  deps: ActDeps,
  context: TurnContext,
  products: readonly Product[],
  wanted: readonly WantedLine[],
  instead: Order | null,
): TurnPlan {
  const { texts, customer, latestOrders, today } = context;
  let lines: ReturnType<typeof orderLines>;
  try {
    lines = orderLines(products, wanted, today);
  } catch (error) {
    if (!(error instanceof LeaError)) throw error;
    return cannotOrder(context, products, error);
  }
  const code = newOrderCode(deps.ids);
  const url = deps.cart.shortLink(code);
  const sentence = texts.orderLink(lines, url);
  const choices = [
    { id: 'marketing:yes', title: texts.yes },
    { id: 'marketing:no', title: texts.no },
  ];
  const asksMarketing = customer.marketingConsent === null && latestOrders.length === 0;
  return {
    outcome: 'ordered',
    parts: [
      text(instead === null ? sentence : `${texts.orderReplaced}\n${sentence}`),
      ...(asksMarketing
        ? [{ kind: 'choices' as const, text: texts.marketingRequest, choices }]
        : []),
    ],
    effects: [
      ...(instead === null
        ? []
        : [
            {
              kind: 'cancel_order' as const,
              orderId: instead.id,
              reason: 'Remplacée par une autre commande du client.',
            },
          ]),
      {
        kind: 'order',
        code,
        lines: lines.map(({ productId, quantity, unitPriceCfa }) => ({
          productId,
          quantity,
          unitPriceCfa,
        })),
      },
    ],
    dialogue: {
      pendingOrder: null,
      focus: lines.map(({ productId }) => productId),
      ...(asksMarketing ? { choices } : {}),
    },
  };
}

/** What cannot be had, or not so many of it. */
function cannotOrder(
  context: TurnContext,
  products: readonly Product[],
  { code, details }: LeaError,
): TurnPlan {
  const { texts, customer, today } = context;
  const product = products.find(({ id }) => id === details?.['product_id']);
  if (product === undefined) return { outcome: 'nothing_fits', parts: [text(texts.nothingFits)] };
  const left = product.active && currentPriceCfa(product, today) > 0 ? product.stockQty : 0;
  if (code === 'quantity_too_large' || code === 'amount_too_large')
    return handoff(context, {
      category: 'large_cart',
      severity: 'handoff',
      reason: `Le client veut commander une très grande quantité : ${product.name}.`,
    });
  if (left > 0 && isLeft(product, today))
    return { outcome: 'informed', parts: [text(texts.orderFewer(product.name, left))] };
  const gone: TurnPlan = { outcome: 'nothing_fits', parts: [text(texts.orderGone(product.name))] };
  if (!product.active) return gone;
  const choices = notifyChoices([product], customer, texts);
  return having(
    choices.length === 0
      ? gone
      : {
          ...gone,
          parts: [{ kind: 'choices', text: texts.orderGone(product.name), choices }],
          dialogue: { choices, offered: [] },
        },
    {
      kind: 'unmet',
      query: product.name,
      needKey: foldText(product.name).trim(),
      category: product.category,
      reason: 'out_of_stock',
      productId: product.id,
    },
  );
}

const isLeft = ({ expirationDate }: Product, today: string): boolean =>
  expirationDate === null || expirationDate >= today;

/** Things by name: what is on the shelf once is ordered, for the others what comes near is shown. */
export async function orderNamed(
  deps: ActDeps,
  context: TurnContext,
  { wanted }: Extract<Act, { kind: 'order_named' }>,
  options: SearchOptions,
): Promise<TurnPlan> {
  const found = await deps.uow.run(SERVICE, (repositories) =>
    Promise.all(
      wanted.map(async (one) => {
        const { things } = await beyondShelf(repositories, { ...context, text: one.words });
        // What the shop has not is said by the search, and nothing alike is ordered for it.
        if (things.length > 0) return { ...one, product: null };
        const need = parseNeed(one.words, context.vocabulary);
        const hits = await repositories.products.search(need, context.today, 5);
        const asked = hits.filter((product) => isAskedFor(product, need));
        return { ...one, product: asked.length === 1 ? asked[0]! : null };
      }),
    ),
  );
  const certain = found.flatMap(({ product, quantity }) =>
    product === null ? [] : [{ product, quantity }],
  );
  const others = found.filter(({ product }) => product === null).map(({ words }) => words);
  const seen = {
    ...context,
    offered: [...context.offered, ...certain.map(({ product }) => product)],
  };
  const lines = certain.map(({ product, quantity }) => ({ productId: product.id, quantity }));
  const ordered =
    lines.length === 0 ? null : await orderShown(deps, seen, { kind: 'order', lines, how: 'new' });
  if (others.length === 0) return ordered!;
  const shown = await search(deps, context, others.join(', '), options);
  return ordered === null ? shown : followedBy(ordered, shown);
}

/** Something of what was shown, but which? The one that was asked for, where only one is. */
export function orderUnclear(
  deps: ActDeps,
  context: TurnContext,
  { quantity }: Extract<Act, { kind: 'order_unclear' }>,
): TurnPlan | Promise<TurnPlan> {
  const { texts, offered, conversation } = context;
  const { need } = conversation.dialogue;
  const asked = need === null ? [] : offered.filter((product) => isNamed(product, need));
  if (asked.length === 1)
    return orderShown(deps, context, {
      kind: 'order',
      lines: [{ productId: asked[0]!.id, quantity: quantity ?? 1 }],
      how: 'new',
    });
  const choices: readonly Choice[] = offered.map(({ id, name }, index) => ({
    id: `order:${id}`,
    title: texts.order(index + 1),
    description: name,
  }));
  return {
    outcome: 'asked',
    parts: [{ kind: 'choices', text: texts.orderQuestion(offered.length), choices }],
    dialogue: { choices, offered: conversation.dialogue.offered },
  };
}

/** Whether every word of a need is in a product's name. */
const isNamed = ({ name }: Product, { terms }: Need): boolean =>
  terms.length > 0 && terms.every((term) => mentions(name, term));

/** The customer takes back what is not completed yet; a completed order is an advisor's. */
export function cancelOrder(context: TurnContext): TurnPlan {
  const { texts, latestOrders } = context;
  const [latest] = latestOrders;
  if (latest === undefined || latest.status === 'cancelled')
    return { outcome: 'informed', parts: [text(texts.nothingToCancel)] };
  if (latest.status === 'completed')
    return handoff(context, {
      category: 'order',
      severity: 'handoff',
      reason: 'Le client veut annuler une commande confirmée.',
    });
  return {
    outcome: 'informed',
    parts: [text(texts.orderCancelled)],
    dialogue: { pendingOrder: null },
    effects: [
      { kind: 'cancel_order', orderId: latest.id, reason: 'Annulée par le client, par message.' },
    ],
  };
}

/** A tap on "Commander 2", or the words and the number that stand for it. */
export const orderOf = (productId: ProductId): OrderAct => ({
  kind: 'order',
  lines: [{ productId, quantity: 1 }],
  how: 'new',
});
