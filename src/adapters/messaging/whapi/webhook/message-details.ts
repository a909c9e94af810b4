import { z } from 'zod';
import type { Advertisement, Basket } from '../../../../domain/message/message-details.ts';
import { cleanLine } from './clean.ts';
import { optional, webLink, word } from './content-fields.ts';

const figure = optional(z.union([z.number().finite(), z.string()]));
const Order = z.object({
  order_id: figure,
  id: figure,
  item_count: figure,
  total_price: figure,
  currency: word,
});

/** What WhatsApp tells of a basket; null when that is nothing. */
export function readBasket(value: unknown): Basket | null {
  const order = Order.parse(value ?? {});
  const basket = {
    id: written(order.order_id ?? order.id),
    count: wholeNumber(order.item_count),
    total: written(order.total_price),
    currency: cleanLine(order.currency, 8),
  };
  return basket.id === null && basket.count === null && basket.total === null ? null : basket;
}

const Source = z.object({ id: figure, url: word });
const Ad = z.looseObject({
  id: figure,
  ad_id: figure,
  source_id: figure,
  title: word,
  headline: word,
  body: word,
  url: word,
  source_url: word,
  source: optional(Source),
});
const Advertised = z.object({
  ad: optional(Ad),
  referral: optional(Ad),
  context: optional(z.object({ ad: optional(Ad), referral: optional(Ad) })),
});

/** The advertisement that a message came from, however the gateway tells it. */
export function readAdvertisement(item: unknown): Advertisement | null {
  const { ad, referral, context } = Advertised.parse(item);
  const found = context?.ad ?? context?.referral ?? ad ?? referral;
  if (found == null) return null;
  return {
    id: written(found.source?.id ?? found.source_id ?? found.ad_id ?? found.id),
    title: cleanLine(found.title ?? found.headline ?? found.body, 200),
    url: webLink(found.source?.url ?? found.source_url ?? found.url),
  };
}

const written = (value: string | number | null | undefined): string | null =>
  value == null ? null : cleanLine(String(value), 64);

function wholeNumber(value: string | number | null | undefined): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : null;
}
