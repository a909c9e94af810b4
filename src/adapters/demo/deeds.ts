import type { UserId } from '../../domain/customer/customer.ts';
import { SERVICE } from '../../domain/shared/actor.ts';
import type { Chat } from './chat.ts';
import type { Colleagues } from './colleagues.ts';
import type { Products } from './products.ts';
import type { Deed } from './script.ts';
import type { Stage } from './stage.ts';

export interface DeedDeps {
  readonly stage: Stage;
  readonly colleagues: Colleagues;
  readonly products: Products;
  readonly chatOf: (customer: string) => Chat;
}

/** What staff do without a conversation: coupons, campaigns, the shelf. */
export async function perform(deps: DeedDeps, { by, does }: Deed): Promise<void> {
  const { stage, colleagues, products, chatOf } = deps;
  const actor = colleagues.actor(by);
  if ('givesCoupon' in does) {
    const chat = chatOf(does.givesCoupon);
    const given = await stage.product.issueCoupon.execute({
      actor,
      userId: await userOf(stage, chat),
    });
    if (given.kind === 'issued') chat.give(given.coupon.code);
  } else if ('campaign' in does) {
    const { name, template, silentDays, minOrders, couponPct, starts } = does.campaign;
    const audience = { silentDays, minOrders };
    const draft = { actor, name, template, audience, couponPct };
    const { id: campaignId } = await stage.product.createCampaign.execute(draft);
    if (starts) await stage.product.runCampaign.start({ actor, campaignId });
  } else {
    for (const { product, quantity } of does.stocks)
      await stage.product.updateProducts.execute({
        actor,
        productIds: [products.idOf(product)],
        changes: { stockQty: quantity },
      });
  }
}

async function userOf(
  { product: { uow } }: Stage,
  { conversationId, person }: Chat,
): Promise<UserId> {
  const userId =
    conversationId === null
      ? null
      : await uow.run(
          SERVICE,
          async ({ conversations }) => (await conversations.get(conversationId))?.userId ?? null,
        );
  if (userId === null) throw new RangeError(`${person.name} has never written.`);
  return userId;
}
