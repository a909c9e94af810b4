import type { SimulatorInput, SimulatorPort } from '../../../ports/simulator.ts';
import { readSimulated, simulate } from './contract.ts';
import { defineRoute, type Route } from '../core/define-route.ts';

/** A voice note or photo comes in base64. */
const BODY_LIMIT = 8 * 1_048_576;
const COMMON = { tag: 'Simulator', who: 'staff', openInTrial: true } as const;

export const simulatorRoutes = (simulator: SimulatorPort): readonly Route[] => [
  defineRoute(simulate, {
    summary: 'Sends what a customer would write on WhatsApp',
    ...COMMON,
    status: 202,
    bodyLimit: BODY_LIMIT,
    async handle({ body: { phone, ...rest } }) {
      const given = Object.entries(rest).filter(([, value]) => value !== undefined);
      const input: SimulatorInput = {
        phone,
        ...(Object.fromEntries(given) as Omit<SimulatorInput, 'phone'>),
      };
      return { id: (await simulator.send(input)).id };
    },
  }),
  defineRoute(readSimulated, {
    summary: 'Both sides of a simulated conversation, oldest first',
    ...COMMON,
    async handle({ query }) {
      const messages = await simulator.messages(query.phone);
      return {
        messages: messages.map(({ id, from, text, buttons, imageUrl, status, at }) => ({
          id,
          from,
          text,
          buttons: buttons.map((button) => ({ id: button.id, title: button.title })),
          image_url: imageUrl,
          status,
          at: at.toISOString(),
        })),
      };
    },
  }),
];
