import type { Product } from '../../domain/catalogue/product.ts';
import type { Message } from '../../domain/message/message.ts';
import type { Need } from '../../domain/recommendation/need.ts';
import { beginning, READ } from '../../domain/shared/reading.ts';
import type { AdviceDraft } from '../advice/without-people.ts';

/** Older words are in the summary. */
const LAST_MESSAGES = 6;

/** The last messages, as they were said. */
export function historyForModel(history: readonly Message[]): AdviceDraft['history'] {
  return history.slice(-LAST_MESSAGES).map((message) => ({
    from: message.sender === 'user' ? 'customer' : message.sender === 'human' ? 'advisor' : 'lea',
    text: beginning(message.content, READ.message),
  }));
}

/** What the conversation came to so far, in one line, however long it was. */
export function summaryOf(need: Need, offered: readonly Product[]): string | null {
  const facts = [
    need.terms.length > 0 ? `cherche : ${need.terms.slice(0, 8).join(' ')}` : null,
    need.budgetMaxCfa === null ? null : `budget maximum : ${need.budgetMaxCfa} FCFA`,
    need.attributes.length > 0 ? `souhaite : ${need.attributes.join(', ')}` : null,
    offered.length > 0
      ? `déjà proposé : ${offered.map((product) => `${product.name}`).join(' ; ')}`
      : null,
  ].filter((fact) => fact !== null);
  return facts.length === 0 ? null : facts.join('. ');
}
