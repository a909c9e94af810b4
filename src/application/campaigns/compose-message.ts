import type { Campaign, CampaignMessage } from '../../domain/campaign/campaign.ts';
import { surveyButton } from '../../domain/campaign/survey.ts';
import { renderTemplate } from '../../domain/campaign/template.ts';
import { currentPriceCfa, isSellable } from '../../domain/catalogue/product.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import type { Coupon } from '../../domain/loyalty/coupon.ts';
import type { ReplyPart } from '../../domain/message/reply-part.ts';
import { textsFor } from '../../domain/texts/texts-for.ts';
import type { Repositories } from '../../ports/unit-of-work.ts';

/** Tips of one order in one message; more would not be read. */
const MAX_TIPS = 3;

/**
 * The words of a campaign message, from templates and the catalogue and never from a model; null when there is
 * nothing to say any more.
 */
export async function composeMessage(
  repositories: Repositories,
  message: CampaignMessage,
  facts: {
    readonly campaign: Campaign | null;
    readonly customer: Customer;
    readonly coupon: Coupon | null;
    readonly today: string;
  },
): Promise<ReplyPart | null> {
  const { customer, campaign, coupon, today } = facts;
  const texts = textsFor(customer.language).campaigns;
  switch (message.type) {
    case 'survey':
      return {
        kind: 'choices',
        text: texts.survey,
        choices: texts.scores.map((title, index) => ({
          id: surveyButton(message.id, index + 1),
          title,
        })),
      };
    case 'usage_tip': {
      const order =
        message.orderId === null ? null : await repositories.orders.lock(message.orderId);
      const bought = order?.items.flatMap(({ productId }) => productId ?? []) ?? [];
      const tips = (await repositories.products.getMany(bought))
        .flatMap(({ name, usageTip }) =>
          usageTip === null || usageTip.trim() === '' ? [] : texts.tip(name, usageTip.trim()),
        )
        .slice(0, MAX_TIPS);
      return tips.length === 0
        ? null
        : { kind: 'text', text: [texts.tipsIntro, ...tips].join('\n\n') };
    }
    case 'reactivation': {
      const words = renderTemplate(campaign?.template ?? '', customer.name);
      if (words === '') return null;
      const gift =
        coupon === null ? [] : [texts.coupon(coupon.code, coupon.discountPct, coupon.validTo)];
      return { kind: 'text', text: [words, ...gift, texts.optOut].join('\n\n') };
    }
    case 'restock': {
      const [product] =
        message.productId === null ? [] : await repositories.products.getMany([message.productId]);
      if (product === undefined || !isSellable(product, today)) return null;
      return {
        kind: 'choices',
        text: texts.restocked(product.name, currentPriceCfa(product, today)),
        choices: [{ id: `order:${product.id}`, title: texts.orderIt }],
      };
    }
  }
}
