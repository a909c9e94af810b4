import { about, trace } from '../../domain/audit/audit-entry.ts';
import type { ConversationId } from '../../domain/conversation/conversation.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import { LeaError, notFound } from '../../domain/shared/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import { authorise } from '../audit/authorise.ts';

const LONGEST_MS = 90 * 24 * 3_600_000;

/** Sets a conversation aside until an instant; a new message of the customer shows it again before. */
export class SnoozeConversation {
  readonly #uow: UnitOfWork;
  readonly #clock: Clock;

  constructor(deps: { readonly uow: UnitOfWork; readonly clock: Clock }) {
    this.#uow = deps.uow;
    this.#clock = deps.clock;
  }

  /** @throws LeaError `invalid_snooze` (422) when the instant is past or further than 90 days away */
  async execute(command: {
    readonly actor: Actor;
    readonly conversationId: ConversationId;
    readonly until: Date | null;
  }): Promise<void> {
    const { actor, conversationId } = command;
    await authorise(this.#uow, actor, 'conversation.snooze');
    const now = this.#clock.now().getTime();
    const until = command.until?.getTime();
    if (until !== undefined && (until <= now || until > now + LONGEST_MS)) {
      throw new LeaError(
        'unprocessable',
        'invalid_snooze',
        'A conversation can be set aside for up to 90 days from now.',
      );
    }
    await this.#uow.run(actor, async ({ conversations, marks, audit }) => {
      const conversation = await conversations.get(conversationId);
      if (conversation === null) throw notFound('conversation');
      await marks.setSnooze(conversationId, command.until);
      await audit.record(
        trace(actor, 'conversation.snooze', {
          rows: [conversationId],
          subjects: about(conversation.userId),
          columns: ['snoozed_until'],
        }),
      );
    });
  }
}
