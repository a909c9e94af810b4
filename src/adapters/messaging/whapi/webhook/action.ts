import { z } from 'zod';
import type { ChannelEvent } from '../../../../ports/inbound-channel.ts';
import { clean } from './clean.ts';
import { ProviderId } from './provider-id.ts';

const Words = z.union([z.string(), z.object({ body: z.string() }).transform(({ body }) => body)]);
const Kind = z.object({ type: z.string() }).catch({ type: 'unknown' });
const Edit = z.object({ target: ProviderId, edited_content: Words });
const Deletion = z.object({ target: ProviderId });

/**
 * What was done to an earlier message; reactions and votes are of no consequence.
 * @throws ZodError when an edit or a deletion does not say of what
 */
export function readAction(value: unknown, chatId: string): ChannelEvent {
  switch (Kind.parse(value).type) {
    case 'edit':
    case 'edited': {
      const edit = Edit.parse(value);
      return { type: 'edit', providerId: edit.target, chatId, text: clean(edit.edited_content) };
    }
    case 'delete':
    case 'deleted':
    case 'revoke':
      return { type: 'deletion', providerId: Deletion.parse(value).target, chatId };
    default:
      return { type: 'ignored', reason: 'action' };
  }
}
