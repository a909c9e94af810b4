import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { LeaError } from '../../../domain/shared/errors.ts';
import { createOrderLink, orderStatus } from './contract.ts';
import { defineRoute, type Route } from '../core/define-route.ts';
import { RowReply } from '../core/reply.ts';
import { validSignature } from '../core/request/constant-time.ts';
import type { UseCases } from '../core/use-cases.ts';

export function orderRoutes(useCases: UseCases, callbackSecret: string | null): readonly Route[] {
  return [
    defineRoute(createOrderLink, {
      summary: 'Prepares a cart for the customer',
      tag: 'Orders',
      who: 'order.create_link',
      status: 201,
      idempotent: true,
      errors: {
        404: 'conversation_not_found, product_not_found',
        422: 'out_of_stock, amount_too_large, quantity_too_large',
      },
      async handle({ actor, body }) {
        const { orderId } = await useCases.createOrderLink.execute({
          actor,
          conversationId: body.conversation_id,
          items: body.items.map(({ product_id, quantity }) => ({
            productId: product_id,
            quantity,
          })),
        });
        return new RowReply('orders', orderId);
      },
    }),
    defineRoute(orderStatus, {
      summary: "The cart's report of what became of an order; completed and cancelled are final",
      tag: 'Orders',
      who: 'open',
      // Strangers behind the same proxy must not use up the cart's share.
      unlimited: true,
      credential: {
        header: 'X-Signature',
        description: 'sha256=<hex HMAC of the raw body under CART_CALLBACK_SECRET>',
      },
      errors: {
        401: 'invalid_signature',
        404: 'order_not_found',
        409: 'order_final',
        422: 'other_currency',
      },
      verify: (rawBody, headers) =>
        requireSignature(rawBody, headers['x-signature'], callbackSecret),
      async handle({ body }) {
        await useCases.settleOrder.execute({
          orderId: body.order_id,
          via: 'cart',
          reportKey: reportKey(body),
          status: body.status,
          amountCfa: body.amount_cfa,
          currency: body.currency,
          deliveredAt: body.delivered_at === undefined ? undefined : new Date(body.delivered_at),
          trackingUrl: body.tracking_url,
        });
        return { order_id: body.order_id, status: body.status };
      },
    }),
  ];
}

/** A signature has no date, so that anybody who saw a report may send it again: it is known by what it says. */
const reportKey = (report: z.output<typeof orderStatus.body>): string => {
  const { status, amount_cfa, delivered_at, tracking_url } = report;
  const said = JSON.stringify([status, amount_cfa, delivered_at, tracking_url]);
  return createHash('sha256').update(said).digest('hex');
};

function requireSignature(rawBody: Uint8Array, header: unknown, secret: string | null): void {
  if (secret !== null && typeof header === 'string' && validSignature(header, rawBody, secret))
    return;
  const why =
    secret === null
      ? 'CART_CALLBACK_SECRET is not set, so no callback can be checked.'
      : 'The signature is missing or wrong.';
  throw new LeaError('unauthenticated', 'invalid_signature', why);
}
