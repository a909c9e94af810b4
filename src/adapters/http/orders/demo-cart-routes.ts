import { z } from 'zod';
import type { ViewOrder } from '../../../application/orders/view-order.ts';
import type { AppContext } from '../core/app-context.ts';
import type { IsTrial } from '../core/auth/trial.ts';
import { endpoint } from '../core/endpoint.ts';
import { id } from '../core/shapes.ts';
import { defineRawRoute, type Route } from '../core/define-route.ts';
import { HttpProblem } from '../core/http-problem.ts';
import { demoCartPage } from './demo-cart-page.ts';
import { lostLinkPage } from './lost-link-page.ts';
import { readBody } from '../core/request/read-body.ts';
import type { UseCase, UseCases } from '../core/use-cases.ts';

export interface DemoCartDeps {
  readonly viewOrder: UseCase<ViewOrder>;
  readonly settleOrder: UseCases['settleOrder'];
  readonly isTrial: IsTrial;
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

/**
 * What an order link shows while no cart is configured. The order is noted, and the shop confirms it: customers
 * complete nothing by themselves. Only in a trial, on this machine, the page has the buttons of a real cart.
 */
export function demoCartRoutes({
  viewOrder,
  settleOrder,
  isTrial,
}: DemoCartDeps): readonly Route[] {
  const show = async (ctx: AppContext): Promise<void> => {
    const orderId = id.safeParse(ctx.query['order_id']);
    const order = orderId.success ? await viewOrder.execute({ orderId: orderId.data }) : null;
    ctx.status = order === null ? 404 : 200;
    ctx.type = 'html';
    ctx.set(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
    );
    // Else a browser hides even from us that its form was ours.
    ctx.set('Referrer-Policy', 'same-origin');
    ctx.body = order === null ? lostLinkPage() : demoCartPage(order, isTrial(ctx));
  };
  return [
    defineRawRoute(page, {
      ...COMMON,
      summary: 'An order, while no cart is configured',
      handle: show,
    }),
    defineRawRoute(submit, {
      ...COMMON,
      summary: "Completes or cancels an order in the demo's cart",
      errors: { ...COMMON.errors, 403: 'not_a_trial' },
      async handle(ctx) {
        if (!isTrial(ctx))
          throw new HttpProblem(
            403,
            'not_a_trial',
            'The shop confirms this order, not its customer.',
          );
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
