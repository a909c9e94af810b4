import { z } from 'zod';
import type { ListLabels, SentByUs } from '../../../ports/messaging-gateway.ts';
import type { PresentedChoices } from '../../../domain/message/present-choices.ts';
import { WhapiFailure } from './whapi-failure.ts';

/** The body of `POST /messages/interactive`, the receiver aside. */
export function interactiveBody(
  presented: Exclude<PresentedChoices, { as: 'text' }>,
  labels: ListLabels,
) {
  const body = { text: presented.text };
  if (presented.as === 'buttons') {
    const buttons = presented.buttons.map(({ id, title }) => ({ type: 'quick_reply', title, id }));
    return { type: 'button', body, action: { buttons } };
  }
  const sections = [{ title: labels.section, rows: presented.rows }];
  return { type: 'list', body, action: { list: { label: labels.open, sections } } };
}

const Answer = z.object({
  sent: z.boolean().nullish().catch(null),
  message: z
    .object({ id: z.string().min(1).max(256) })
    .nullish()
    .catch(null),
});

/**
 * The id that Whapi gave to what it sent.
 * @throws WhapiFailure when it says that it did not send, or does not say what it sent
 */
export function sentId(answer: unknown): string {
  const parsed = Answer.safeParse(answer).data;
  const id = parsed?.message?.id;
  if (parsed?.sent === false) {
    // With an id it may still be on its way.
    const mayHaveActed = id !== undefined;
    throw new WhapiFailure('unavailable', 'Whapi took the message and did not send it.', {
      mayHaveActed,
      plainerMayPass: !mayHaveActed,
    });
  }
  if (id !== undefined) return id;
  // Said to be sent, only nameless: trying again would surely be a duplicate.
  const retryable = parsed?.sent !== true;
  throw new WhapiFailure('unavailable', 'Whapi answered without the id of the message.', {
    mayHaveActed: true,
    retryable,
  });
}

const words = z.string().optional().catch(undefined);
const body = z.object({ body: words }).optional().catch(undefined);
const Listed = z.object({
  id: z.string().min(1).max(256),
  from_me: z.literal(true),
  // What the shop's phone sent is somebody else's.
  source: z.literal('api'),
  status: z.string().optional().catch(undefined),
  text: body,
  link_preview: body,
  image: z.object({ caption: words }).optional().catch(undefined),
  interactive: z
    .object({ body: z.object({ text: words }) })
    .optional()
    .catch(undefined),
});

/**
 * Our own messages in Whapi's list of a chat, those that failed aside.
 * @throws WhapiFailure when it is no list
 */
export function sentByUs(answer: unknown): readonly SentByUs[] {
  const list = z.object({ messages: z.array(z.unknown()) }).safeParse(answer).data;
  if (list === undefined) throw new WhapiFailure('rejected', 'Whapi answered with no messages.');
  return list.messages.flatMap((item) => {
    const one = Listed.safeParse(item).data;
    if (one === undefined || one.status === 'failed') return [];
    const text =
      one.text?.body ??
      one.link_preview?.body ??
      one.image?.caption ??
      one.interactive?.body.text ??
      '';
    return [{ providerId: one.id, text }];
  });
}
