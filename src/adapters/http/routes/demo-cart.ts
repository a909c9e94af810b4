import { z } from 'zod';
import type { Order } from '../../../domain/order/order.ts';
import type { AppContext } from '../app-context.ts';
import { endpoint } from '../contracts/endpoint.ts';
import { id } from '../contracts/shapes.ts';
import { defineRawRoute, type Route } from '../define-route.ts';
import { demoCartPage } from '../pages/demo-cart.ts';
import { lostLinkPage } from '../pages/lost-link.ts';
import { readBody } from '../request/read-body.ts';
import type { UseCase, UseCases } from '../use-cases.ts';

export interface DemoCartMeans {
  readonly viewOrder: UseCase<{ readonly orderId: string }, Order | null>;
  readonly settleOrder: UseCases['settleOrder'];
}

const page = endpoint({
  method: 'GET',
  path: '/cart',
  query: z.object({ order_id: id }),
  response: z.string(),
});
const submit = endpoint({
  method: 'POST',
  path: '/cart',
  query: z.object({ order_id: id }),
  response: z.string(),
});
const Outcome = z.enum(['completed', 'cancelled']);
/** The form has two buttons and nothing else. */
const FORM_LIMIT = 1_024;
const COMMON = {
  who: 'open',
  tag: 'Orders',
  contentType: 'text/html',
  errors: { 404: 'a page that says so' },
} as const;

/** A cart to try the way from message to sale; mounted while no real one is configured. */
export function demoCartRoutes({ viewOrder, settleOrder }: DemoCartMeans): readonly Route[] {
  const show = async (ctx: AppContext): Promise<void> => {
    const orderId = id.safeParse(ctx.query['order_id']);
    const order = orderId.success ? await viewOrder.execute({ orderId: orderId.data }) : null;
    ctx.status = order === null ? 404 : 200;
    ctx.type = 'html';
    ctx.set(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
    );
    ctx.body = order === null ? lostLinkPage() : demoCartPage(order);
  };
  return [
    defineRawRoute(page, { ...COMMON, summary: "The demo's cart", handle: show }),
    defineRawRoute(submit, {
      ...COMMON,
      summary: "Completes or cancels an order in the demo's cart",
      async handle(ctx) {
        const form = new URLSearchParams(new TextDecoder().decode(await readBody(ctx, FORM_LIMIT)));
        const orderId = id.safeParse(ctx.query['order_id']);
        const status = Outcome.safeParse(form.get('status'));
        if (orderId.success && status.success)
          await settleOrder.execute({
            orderId: orderId.data,
            via: 'demo_cart',
            status: status.data,
          });
        await show(ctx);
      },
    }),
  ];
}
