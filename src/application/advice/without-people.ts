import type { Customer, HealthProfile, Preferences } from '../../domain/customer/customer.ts';
import type { Message } from '../../domain/message/message.ts';
import type { People } from '../../domain/privacy/known-people.ts';
import { introducedNames, redactor, withoutNumbers } from '../../domain/privacy/redact.ts';
import type { RedactedText } from '../../domain/privacy/redacted-text.ts';
import type { Need } from '../../domain/recommendation/need.ts';
import { beginning, bothEnds, READ } from '../../domain/shared/reading.ts';
import type { AdviceRequest, PastMessage } from '../../ports/language-model.ts';

/** A request as the conversation tells it, with whatever people said. */
export interface AdviceDraft extends Omit<
  AdviceRequest,
  'text' | 'summary' | 'history' | 'need' | 'preferences' | 'health'
> {
  readonly text: string;
  readonly summary: string | null;
  readonly history: readonly { readonly from: PastMessage['from']; readonly text: string }[];
  readonly need: Need;
  readonly preferences: Preferences;
  readonly health: HealthProfile;
}

/** Of one conversation's introduced names; a person who plays with them finds the oldest kept. */
const MOST_INTRODUCED = 40;

/** Who is spoken of in a conversation: its customer, and everybody who was introduced in it, by whomever. */
export function peopleIn(
  customer: Pick<Customer, 'name' | 'otherNames' | 'phone'> | null,
  messages: readonly Message[],
  brands: People['brands'],
): People {
  const introduced = messages.flatMap(({ content }) =>
    introducedNames(beginning(content, READ.message)),
  );
  return {
    names: [
      ...[...new Set(introduced)].slice(0, MOST_INTRODUCED),
      ...(customer?.otherNames ?? []),
      ...(customer?.name ? [customer.name] : []),
    ],
    numbers: customer?.phone ? [customer.phone] : [],
    brands,
  };
}

/** The request for a model, without the people in it. */
export function withoutPeople(draft: AdviceDraft, people: People): AdviceRequest {
  const redact = redactor(people);
  const read = (text: string) => redact(bothEnds(text, READ.message));
  const { need, preferences, health } = draft;
  return {
    ...draft,
    text: read(draft.text),
    summary: draft.summary === null ? null : read(draft.summary),
    history: draft.history.map(({ from, text }) => ({ from, text: read(text) })),
    candidates: draft.candidates.map((candidate) => ({
      ...candidate,
      name: withoutNumbers(candidate.name),
      description: candidate.description === null ? null : withoutNumbers(candidate.description),
    })),
    need: { ...need, terms: need.terms.map(read).filter((term) => !term.includes('[')) },
    preferences: mapped(preferences, ['attributes'], read),
    health: mapped(health, ['allergens', 'medicines'], read),
  };
}

/** The same with every word of some lists read; what is not said stays unsaid. */
function mapped<T extends object, Name extends keyof T>(
  facts: T,
  names: readonly Name[],
  read: (word: string) => RedactedText,
) {
  const lists = names.flatMap((name) => {
    const words = facts[name] as readonly string[] | undefined;
    return words === undefined ? [] : [[name, words.map(read)] as const];
  });
  return { ...facts, ...Object.fromEntries(lists) } as Omit<T, Name> & {
    readonly [Key in Name]?: readonly RedactedText[];
  };
}
