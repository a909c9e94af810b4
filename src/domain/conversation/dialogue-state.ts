import type { ProductId } from '../catalogue/product.ts';
import type { WantedLine } from '../order/wanted-line.ts';
import type { MessageId } from '../message/message-id.ts';
import type { CautionTopic } from '../recommendation/cautions.ts';
import type { Need } from '../recommendation/need.ts';

/** What Léa remembers between two turns of one conversation. */
export interface DialogueState {
  /** The need as understood so far, so that "moins cher" and "et en bio ?" make sense. */
  readonly need: Need | null;
  /** Products shown last, in the order of their numbers. */
  readonly offered: readonly ProductId[];
  /** What was spoken of last: what "ça" and "celui-ci" mean. */
  readonly focus: readonly ProductId[];
  /** An order that waits for the answer to a caution. */
  readonly pendingOrder: readonly WantedLine[] | null;
  /** What "1", "2", "3" mean now; the ids are those of the buttons. */
  readonly choices: readonly Choice[];
  /** An offer that an advisor has to approve: it takes the place of the two above once it goes out. */
  readonly suggested: Pick<DialogueState, 'offered' | 'choices'> | null;
  /** Targeted questions already asked for this need. */
  readonly questionsAsked: number;
  /** Cautions already asked about in this conversation, whether or not they were answered. */
  readonly cautionsAsked: readonly CautionTopic[];
  /** A transcript that was read back and awaits "oui". */
  readonly unconfirmed: string | null;
  /** What was asked before consent, to be answered right after OUI. */
  readonly held: readonly MessageId[];
}

export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
}

export const NEW_DIALOGUE: DialogueState = {
  need: null,
  offered: [],
  focus: [],
  pendingOrder: null,
  choices: [],
  suggested: null,
  questionsAsked: 0,
  cautionsAsked: [],
  unconfirmed: null,
  held: [],
};
