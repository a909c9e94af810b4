import { LeaError } from '../../../domain/shared/errors.ts';
import type { Cart } from '../../../ports/cart.ts';
import type { ShopSettingsSource } from '../../../ports/shop-settings-source.ts';
import type { StaffReads } from '../../../ports/staff-reads.ts';
import { me } from './contract.ts';
import { defineRoute, type Route } from '../core/define-route.ts';

interface MeDeps {
  readonly reads: StaffReads;
  readonly settings: ShopSettingsSource;
  readonly cart: Pick<Cart, 'currency'>;
  readonly pushKey: string | null;
  readonly simulator: boolean;
}

/** Who is signed in: the dashboard's first question. */
export const meRoute = ({ reads, settings, cart, pushKey, simulator }: MeDeps): Route =>
  defineRoute(me, {
    summary: 'The signed-in member of staff and the shop',
    tag: 'Dashboard',
    who: 'staff',
    async handle({ actor }) {
      const profile = await reads.profile(actor);
      if (actor.kind !== 'staff' || profile === null) {
        throw new LeaError('forbidden', 'staff_only', 'Only a member of staff has a profile.');
      }
      const shop = settings.current();
      return {
        ...profile,
        role: actor.role,
        shop: {
          name: shop.shopName,
          country: shop.country,
          time_zone: shop.timeZone,
          currency: cart.currency,
          canned_replies: [...shop.cannedReplies],
          triage_reviewed: shop.triageReviewedBy !== null,
        },
        push_key: pushKey,
        simulator,
      };
    },
  });
