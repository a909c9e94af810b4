import type { Conversation } from '../../domain/conversation/conversation.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import type { Message } from '../../domain/message/message.ts';
import type { Order } from '../../domain/order/order.ts';
import type { Product } from '../../domain/catalogue/product.ts';
import type { People } from '../../domain/privacy/known-people.ts';
import type { Vocabulary } from '../../domain/recommendation/match-concepts.ts';
import type { DataRecipients } from '../../domain/shop/data-recipients.ts';
import type { ShopSettings } from '../../domain/shop/shop-settings.ts';
import type { Assessment } from '../../domain/triage/assess.ts';
import type { Texts } from '../../domain/texts/texts.ts';
import type { Speaker } from '../advice/model-gate.ts';
import { peopleIn } from '../advice/without-people.ts';

/** Everything that a turn decides on, read once; nothing in it changes while the turn runs. */
export interface TurnContext {
  readonly conversation: Conversation;
  /** With the language of this turn, and the consents that it gives. */
  readonly customer: Customer;
  /** As the turn found them. */
  readonly asRead: Customer;
  readonly languageChanged: boolean;
  /** The unanswered messages, in WhatsApp's order; at least one. */
  readonly messages: readonly Message[];
  /** What was said before, oldest first. */
  readonly history: readonly Message[];
  /** What was asked before consent. */
  readonly held: readonly Message[];
  readonly openAlertCategories: ReadonlySet<string>;
  readonly latestOrders: readonly Order[];
  /** What was recommended last, as it is now. */
  readonly offered: readonly Product[];
  /** The catalogue's own words, which a need is read against. */
  readonly vocabulary: Vocabulary;
  /** Turns with a model call within the last minute and the last day. */
  readonly modelTurns: { readonly minute: number; readonly day: number };
  readonly budgetUsedUp: boolean;
  /** Weighs a text for danger; each text is weighed once a turn. */
  readonly weigh: (text: string) => Assessment;
  /** The customer has said that nobody is in danger: what she wrote before is not asked about again. */
  readonly nobodyInDanger?: true;
  readonly shop: ShopSettings;
  readonly recipients: DataRecipients;
  readonly texts: Texts;
  readonly now: Date;
  /** The local day in the shop's time zone. */
  readonly today: string;
}

/** Whose words these are, for the model's gate. */
export const speakerIn = ({ asRead, customer, conversation }: TurnContext): Speaker => ({
  id: customer.id,
  conversationId: conversation.id,
  asRead,
  now: customer,
});

/** Who is known to be spoken of: the customer, and whoever was introduced lately. */
export const peopleOf = ({ customer, history, held, messages, vocabulary }: TurnContext): People =>
  peopleIn(customer, [...history, ...held, ...messages], vocabulary.brands);

/** A tap that came without its title has only its id for a text, which means nothing. */
const isBareTap = ({ buttonId, content }: Message): boolean => content === buttonId;

export const isWritten = ({ kind }: Message): boolean =>
  kind === 'text' || kind === 'button' || kind === 'image';

/** What was typed, or pressed with a title, message by message. */
export const typedWords = (messages: readonly Message[]): readonly string[] =>
  messages
    .filter((message) => isWritten(message) && !isBareTap(message))
    .map((message) => message.content.trim())
    .filter((word) => word !== '');

/** The typed words of the turn, one message a line. */
export const typedText = (messages: readonly Message[]): string =>
  messages
    .filter((message) => message.kind === 'text')
    .map((message) => message.content.trim())
    .filter((text) => text !== '')
    .join('\n');
