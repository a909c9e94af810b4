import type { Order } from '../../../domain/order/order.ts';
import { orderTotalCfa } from '../../../domain/order/order.ts';
import { formatFcfa } from '../../../domain/shared/money.ts';

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const STATE = {
  pending: '',
  completed: 'Commande confirmée, merci !',
  cancelled: 'Commande annulée.',
} as const;

const BUTTONS = (id: string): string =>
  `<form method="post" action="/cart?order_id=${encodeURIComponent(id)}"><button name="status" value="completed">Valider la commande</button><button class="plain" name="status" value="cancelled">Annuler</button></form>
  <p class="note">Panier d’essai. Une vraie boutique branche le sien par CART_URL_TEMPLATE.</p>`;
const NOTED =
  '<p role="status"><strong>Votre commande est notée.</strong> La boutique vous la confirme sur WhatsApp, avec le paiement et le retrait ou la livraison. Vous n’avez rien à faire ici.</p>';

/** An order as its customer sees it. With `buttons`, it can be completed here: what a real shop's own site would do. */
export const demoCartPage = (order: Order, buttons: boolean): string => `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Votre commande</title>
<style>
  :root { color-scheme: light dark; }
  body { font: 1.05rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 8vh auto 0; padding: 0 1.25rem; }
  li { display: flex; justify-content: space-between; gap: 1rem; padding: .6rem 0; border-bottom: 1px solid #8884; }
  ul { list-style: none; padding: 0; }
  .total { display: flex; justify-content: space-between; font-weight: 700; font-size: 1.2rem; }
  button { font: inherit; padding: .7rem 1.2rem; border-radius: .6rem; border: 1px solid #0f766e; background: #0f766e; color: #fff; cursor: pointer; }
  button.plain { background: transparent; color: inherit; border-color: #8888; }
  form { display: flex; gap: .75rem; margin-top: 1.5rem; }
  .note { opacity: .7; font-size: .9rem; }
</style>
<main>
  <h1>Votre commande</h1>
  <ul>${order.items.map((item) => `<li><span>${item.quantity} × ${escape(item.name)}</span><span>${formatFcfa(item.quantity * item.unitPriceCfa)}</span></li>`).join('')}</ul>
  <p class="total"><span>Total</span><span>${formatFcfa(orderTotalCfa(order.items))}</span></p>
  ${
    order.status === 'pending'
      ? buttons
        ? BUTTONS(order.id)
        : NOTED
      : `<p role="status"><strong>${STATE[order.status]}</strong></p>`
  }
</main>
</html>
`;
