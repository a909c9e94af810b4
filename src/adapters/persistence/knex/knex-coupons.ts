import type { Knex } from 'knex';
import type { UserId } from '../../../domain/customer/customer.ts';
import type { Coupon, CouponId } from '../../../domain/loyalty/coupon.ts';
import type { CouponHistory } from '../../../domain/loyalty/coupon-policy.ts';
import type { LoyaltyFacts } from '../../../domain/loyalty/loyalty-score.ts';
import type { OrderId } from '../../../domain/order/order.ts';
import type { Coupons } from '../../../ports/repositories/coupons.ts';

interface Row {
  readonly id: CouponId;
  readonly user_id: UserId;
  readonly code: string;
  readonly discount_pct: number;
  readonly valid_from: string;
  readonly valid_to: string;
  readonly used: boolean;
  readonly score: number | null;
  readonly reasons: readonly string[];
  readonly budget_cfa: number;
  readonly order_id: OrderId | null;
  readonly created_at: Date;
}

export class KnexCoupons implements Coupons {
  readonly #trx: Knex.Transaction;

  constructor(trx: Knex.Transaction) {
    this.#trx = trx;
  }

  async factsOf(userId: UserId, now: Date): Promise<LoyaltyFacts> {
    const { rows } = await this.#trx.raw<{
      rows: {
        last: number | null;
        orders: number;
        spent: number;
        conversations: number;
        rating: number | null;
      }[];
    }>(
      `select
         (select floor(extract(epoch from ?::timestamptz - max(completed_at)) / 86400)::int from orders where user_id = ? and status = 'completed') as last,
         (select count(*)::int from orders where user_id = ? and status = 'completed' and completed_at >= ?::timestamptz - interval '365 days') as orders,
         (select coalesce(sum(amount_cfa), 0)::bigint from orders where user_id = ? and status = 'completed' and completed_at >= ?::timestamptz - interval '365 days') as spent,
         (select count(*)::int from conversations where user_id = ? and started_at >= ?::timestamptz - interval '90 days') as conversations,
         (select avg(score)::float from survey_answers where user_id = ?) as rating`,
      [now, userId, userId, now, userId, now, userId, now, userId],
    );
    const facts = rows[0]!;
    return {
      daysSinceLastOrder: facts.last,
      ordersLastYear: facts.orders,
      spentLastYearCfa: facts.spent,
      conversationsLast90Days: facts.conversations,
      averageRating: facts.rating,
    };
  }

  async historyOf(userId: UserId, now: Date, monthStart: Date): Promise<CouponHistory> {
    await this.#trx.raw(`select pg_advisory_xact_lock(hashtextextended('lea.coupon_budget', 0))`);
    const { rows } = await this.#trx.raw<{
      rows: { committed: number; last: number | null; year: number; average: number }[];
    }>(
      `select
         (select coalesce(sum(budget_cfa), 0)::bigint from loyalty_coupons where created_at >= ?) as committed,
         (select floor(extract(epoch from ?::timestamptz - max(created_at)) / 86400)::int from loyalty_coupons where user_id = ?) as last,
         (select count(*)::int from loyalty_coupons where user_id = ? and created_at >= ?::timestamptz - interval '365 days') as year,
         (select coalesce(avg(amount_cfa), 0)::int from orders where user_id = ? and status = 'completed') as average`,
      [monthStart, now, userId, userId, now, userId],
    );
    const history = rows[0]!;
    return {
      monthCommittedCfa: history.committed,
      daysSinceLastCoupon: history.last,
      couponsLastYear: history.year,
      averageOrderCfa: history.average,
    };
  }

  async insert(coupon: Coupon): Promise<void> {
    await this.#trx('loyalty_coupons').insert({
      id: coupon.id,
      user_id: coupon.userId,
      code: coupon.code,
      discount_pct: coupon.discountPct,
      valid_from: coupon.validFrom,
      valid_to: coupon.validTo,
      used: coupon.used,
      score: coupon.score,
      reasons: JSON.stringify(coupon.reasons),
      budget_cfa: coupon.budgetCfa,
      order_id: coupon.orderId,
      created_at: coupon.createdAt,
    });
  }

  async findByCode(code: string): Promise<Coupon | null> {
    const row = await this.#trx('loyalty_coupons').where('code', code).first<Row | undefined>('*');
    return row === undefined
      ? null
      : {
          id: row.id,
          userId: row.user_id,
          code: row.code,
          discountPct: row.discount_pct,
          validFrom: row.valid_from,
          validTo: row.valid_to,
          used: row.used,
          score: row.score ?? 0,
          reasons: row.reasons,
          budgetCfa: row.budget_cfa,
          orderId: row.order_id,
          createdAt: row.created_at,
        };
  }

  async release(orderId: OrderId): Promise<void> {
    await this.#trx('loyalty_coupons')
      .where('order_id', orderId)
      .update({ used: false, order_id: null, redeemed_at: null });
  }

  async redeem(code: string, orderId: OrderId | null, now: Date): Promise<boolean> {
    return (
      (await this.#trx('loyalty_coupons')
        .where({ code, used: false })
        .update({ used: true, order_id: orderId, redeemed_at: now })) === 1
    );
  }
}
