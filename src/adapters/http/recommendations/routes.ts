import * as contracts from './contract.ts';
import { defineRoute, type Route } from '../core/define-route.ts';
import type { UseCases } from '../core/use-cases.ts';

export const recommendProducts = (useCase: UseCases['recommendProducts']): Route =>
  defineRoute(contracts.recommendProducts, {
    summary: 'What Léa would recommend; says and stores nothing',
    tag: 'Catalogue',
    who: 'product.recommend',
    errors: { 404: 'conversation_not_found' },
    async handle({ actor, body }) {
      const { recommendations } = await useCase.execute({
        actor,
        query: body.query,
        conversationId: body.conversation_id,
      });
      return {
        product_ids: recommendations.map(({ productId }) => productId),
        recommendations: recommendations.map(({ productId, reason }) => ({
          product_id: productId,
          reason,
        })),
      };
    },
  });
