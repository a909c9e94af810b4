import type { ConversationId } from '../../domain/conversation/conversation.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import { LeaError, notFound } from '../../domain/shared/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { InboxMarks } from '../../ports/inbox-marks.ts';

const LONGEST_MS = 90 * 24 * 3_600_000;

/** Sets a conversation aside until an instant; a new message of the customer shows it again before. */
export class SnoozeConversation {
  readonly #marks: InboxMarks;
  readonly #clock: Clock;

  constructor(means: { readonly marks: InboxMarks; readonly clock: Clock }) {
    this.#marks = means.marks;
    this.#clock = means.clock;
  }

  /** @throws LeaError `invalid_snooze` (422) when the instant is past or further than 90 days away */
  async execute(command: {
    readonly actor: Actor;
    readonly conversationId: ConversationId;
    readonly until: Date | null;
  }): Promise<void> {
    const now = this.#clock.now().getTime();
    const until = command.until?.getTime();
    if (until !== undefined && (until <= now || until > now + LONGEST_MS)) {
      throw new LeaError(
        'unprocessable',
        'invalid_snooze',
        'A conversation can be set aside for up to 90 days from now.',
      );
    }
    if (!(await this.#marks.setSnooze(command.actor, command.conversationId, command.until)))
      throw notFound('conversation');
  }
}
