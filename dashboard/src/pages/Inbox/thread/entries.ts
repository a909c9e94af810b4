import type { Pending } from '../hooks/use-outbox.ts';
import type { ThreadMessage, ThreadNote, ThreadPage } from '../hooks/use-thread.ts';

/** One line of the thread. `day` is set on the first of a day; `joined` where the same voice goes on. */
export type Entry = {
  readonly key: string;
  readonly at: string;
  readonly day: string | null;
  readonly joined: boolean;
} & (
  | { readonly kind: 'message'; readonly message: ThreadMessage }
  | { readonly kind: 'note'; readonly note: ThreadNote }
  | { readonly kind: 'pending'; readonly pending: Pending }
);
type Bare = Entry extends infer E ? (E extends Entry ? Omit<E, 'day' | 'joined'> : never) : never;

const JOIN_MS = 3 * 60_000;
const voice = (entry: Bare): string =>
  entry.kind === 'message'
    ? `${entry.message.sender}${entry.message.author?.id ?? ''}`
    : entry.kind === 'note'
      ? `note${entry.note.author?.id ?? ''}`
      : 'pending';

/** Messages and private notes by time, then what is still on its way. */
export function entriesOf(
  page: ThreadPage,
  outbox: readonly Pending[],
  dayKey: (at: string) => string,
): readonly Entry[] {
  const bare: Bare[] = [
    ...page.messages.map((message): Bare => ({
      kind: 'message',
      key: message.id,
      at: message.timestamp,
      message,
    })),
    ...page.notes.map((note): Bare => ({ kind: 'note', key: note.id, at: note.created_at, note })),
  ];
  // Messages come in WhatsApp's order; sorting is stable, so that equal times keep it.
  bare.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  for (const pending of outbox) {
    if (pending.conversationId === page.conversation.id)
      bare.push({ kind: 'pending', key: pending.echoId, at: pending.at, pending });
  }
  let previous: Bare | null = null;
  return bare.map((entry) => {
    const newDay = previous === null || dayKey(previous.at) !== dayKey(entry.at);
    const joined =
      !newDay &&
      previous !== null &&
      voice(previous) === voice(entry) &&
      Date.parse(entry.at) - Date.parse(previous.at) < JOIN_MS;
    previous = entry;
    return { ...entry, day: newDay ? entry.at : null, joined };
  });
}
