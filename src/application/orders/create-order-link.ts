import { about, trace } from '../../domain/audit/audit-entry.ts';
import type { ProductId } from '../../domain/catalogue/product.ts';
import type { ConversationId } from '../../domain/conversation/conversation.ts';
import type { OrderId } from '../../domain/order/order.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import { SERVICE } from '../../domain/shared/actor.ts';
import { localDay } from '../../domain/shared/local-time.ts';
import type { ShopSettingsSource } from '../../ports/shop-settings-source.ts';
import { authorise } from '../audit/authorise.ts';
import { placeOrder, type OrderDeps } from '../place-order.ts';
import { mustExist, staffId, type StaffDeps } from '../staff/take-over.ts';

/** An advisor prepares a cart for a customer. */
export class CreateOrderLink {
  readonly #deps: StaffDeps & OrderDeps & { readonly settings: ShopSettingsSource };

  constructor(deps: StaffDeps & OrderDeps & { readonly settings: ShopSettingsSource }) {
    this.#deps = deps;
  }

  /** @throws LeaError `conversation_not_found`, `product_not_found` (404), `out_of_stock`, `amount_too_large` (422) */
  async execute(command: {
    readonly actor: Actor;
    readonly conversationId: ConversationId;
    readonly items: readonly { readonly productId: ProductId; readonly quantity: number }[];
  }): Promise<{ readonly orderId: OrderId }> {
    const { uow, clock, settings } = this.#deps;
    await authorise(uow, command.actor, 'order.create_link');
    const conversation = await mustExist(uow, command);
    const shop = settings.current();
    const now = clock.now();
    const order = await uow.run(SERVICE, async (repositories) => {
      const placed = await placeOrder(
        repositories,
        this.#deps,
        { conversation, items: command.items, madeBy: 'human' },
        shop,
        localDay(now, shop.timeZone),
        now,
      );
      await repositories.orders.note({
        orderId: placed.id,
        at: now,
        kind: 'created',
        via: 'staff',
        actorId: staffId(command.actor),
        amountCfa: placed.amountCfa,
        reason: null,
        reportKey: null,
      });
      await repositories.audit.record(
        trace(command.actor, 'order.create_link', {
          rows: [placed.id],
          subjects: about(conversation.userId),
        }),
      );
      return placed;
    });
    return { orderId: order.id };
  }
}
