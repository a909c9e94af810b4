import { deleteUserData, exportUserData } from './contract.ts';
import { defineRawRoute, defineRoute, type Route } from '../core/define-route.ts';
import { sendJson } from './send-export.ts';
import { queryObject, validate } from '../core/request/validate.ts';
import type { UseCases } from '../core/use-cases.ts';

export function privacyRoutes({
  purgeUserData,
  exportUserData: exporter,
}: UseCases): readonly Route[] {
  return [
    defineRoute(deleteUserData, {
      summary: 'Erases everything about a person; answers counts by table',
      tag: 'Privacy',
      who: 'customer.erase',
      errors: { 404: 'user_not_found' },
      async handle({ actor, body }) {
        const { counts } = await purgeUserData.execute({
          actor,
          userId: body.user_id,
          phoneNumber: body.phone_number,
        });
        return { ...counts };
      },
    }),
    defineRawRoute(exportUserData, {
      summary:
        'Everything that is held about a person; what is left out stands in docs/privacy-register.md',
      tag: 'Privacy',
      who: 'customer.export',
      errors: { 404: 'user_not_found' },
      async handle(ctx, actor) {
        const query = validate(exportUserData.query, queryObject(ctx.query), 'query');
        sendJson(ctx, await exporter.execute({ actor, userId: query.user_id }));
      },
    }),
  ];
}
