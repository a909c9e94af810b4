import { deleteUserData, exportUserData } from '../contracts/conversations.ts';
import { defineRoute, type Route } from '../define-route.ts';
import type { UseCases } from '../use-cases.ts';

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
    defineRoute(exportUserData, {
      summary: 'Everything that is held about a person',
      tag: 'Privacy',
      who: 'customer.export',
      errors: { 404: 'user_not_found' },
      async handle({ actor, query }) {
        return { ...(await exporter.execute({ actor, userId: query.user_id })) };
      },
    }),
  ];
}
