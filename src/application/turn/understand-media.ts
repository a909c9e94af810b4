import type { Message } from '../../domain/message/message.ts';
import type { ModelUsage } from '../../ports/language-model.ts';
import type { Log } from '../../ports/log.ts';
import type { MediaStore } from '../../ports/media-store.ts';
import type { FetchedMedia, MessagingGateway } from '../../ports/messaging-gateway.ts';
import { ProviderError } from '../../ports/provider-error.ts';
import type { ModelGate } from '../advice/model-gate.ts';
import type { Effect } from './effect.ts';
import { handoff } from './handoff.ts';
import { closedWithoutTransfer } from './steps/transfer-question.ts';
import { speakerIn, type TurnContext } from './turn-context.ts';
import { text, type TurnPlan } from './turn-plan.ts';

const MAX_MEDIA_BYTES = 16 * 1024 * 1024;

export interface MediaDeps {
  readonly gateway: MessagingGateway;
  readonly store: MediaStore;
  readonly modelGate: ModelGate;
  readonly log: Log;
}

/** What files turned out to say. */
export interface MediaReading {
  /** Sentences to go on with, as if typed. */
  readonly words: readonly string[];
  /** A transcript that should be read back first. */
  readonly unsure: string | null;
  /** A reply that ends the turn: handed to a human, or asked to write. */
  readonly ending: TurnPlan | null;
  /** What is kept of them. */
  readonly effects: readonly FileEffect[];
  readonly usage: readonly ModelUsage[];
}

type FileEffect = Extract<Effect, { kind: 'file' }>;

const NOTHING: MediaReading = { words: [], unsure: null, ending: null, effects: [], usage: [] };

/** Fetches and keeps the files of a turn, and hears or sees them through the model. Needs consent. */
export async function understandMedia(
  deps: MediaDeps,
  context: TurnContext,
  messages: readonly Message[],
  vocabulary: readonly string[],
  mayCallModel: boolean,
): Promise<MediaReading> {
  let reading = NOTHING;
  for (const message of messages) {
    if (message.attachment === null) continue;
    const one = await understandOne(deps, context, message, vocabulary, mayCallModel);
    reading = {
      words: [...reading.words, ...one.words],
      unsure: one.unsure ?? reading.unsure,
      ending: reading.ending ?? one.ending,
      effects: [...reading.effects, ...one.effects],
      usage: [...reading.usage, ...one.usage],
    };
  }
  return reading;
}

/** Null when the store is full or away: the customer is answered all the same, only the file is not kept. */
async function keep(
  { store, log }: MediaDeps,
  key: string,
  { bytes, mimeType }: FetchedMedia,
): Promise<string | null> {
  try {
    await store.put(key, bytes, mimeType);
    return key;
  } catch (error) {
    log.error('media_not_stored', { error: error instanceof Error ? error.name : 'unknown' });
    return null;
  }
}

async function understandOne(
  deps: MediaDeps,
  context: TurnContext,
  message: Message,
  vocabulary: readonly string[],
  mayCallModel: boolean,
): Promise<MediaReading> {
  const { texts } = context;
  const attachment = message.attachment!;
  // Heard or seen in an earlier try of this turn.
  if (attachment.transcript !== null) return { ...NOTHING, words: [attachment.transcript] };
  const ask = (sentence: string): MediaReading => ({
    ...NOTHING,
    ending: { outcome: 'asked', parts: [text(sentence)] },
  });
  try {
    const media = await deps.gateway.fetchMedia(attachment, MAX_MEDIA_BYTES);
    const storageKey = await keep(deps, `customers/${context.customer.id}/${message.id}`, media);
    const stored = (transcript: string | null): readonly FileEffect[] => [
      {
        kind: 'file',
        messageId: message.id,
        attachment: { ...attachment, mimeType: media.mimeType, storageKey, transcript },
        content: transcript ?? message.content,
      },
    ];

    if (message.kind === 'document') {
      const plan = handoff(
        context,
        { category: 'document', severity: 'handoff', reason: 'Le client a envoyé un document.' },
        texts.handoff.document,
      );
      return { ...NOTHING, ending: plan, effects: stored(null) };
    }
    const unclear = ask(message.kind === 'voice' ? texts.voiceUnclear : texts.photoUnclear);
    const unread: MediaReading = {
      ...unclear,
      ending: closedWithoutTransfer(context) ?? unclear.ending,
      effects: stored(null),
    };
    if (!mayCallModel) return unread;
    if (message.kind === 'voice') {
      const audio = { ...media, seconds: attachment.seconds };
      const heardBy = await deps.modelGate.transcribe(speakerIn(context), audio, vocabulary);
      if (heardBy === null) return unread;
      const { transcript, usage } = heardBy;
      if (transcript.confidence === 'silence')
        return { ...ask(texts.voiceUnclear), effects: stored(null), usage: [usage] };
      const heard = { effects: stored(transcript.text), usage: [usage] };
      return transcript.confidence === 'sure'
        ? { ...NOTHING, ...heard, words: [transcript.text] }
        : { ...NOTHING, ...heard, unsure: transcript.text };
    }
    const seenBy = await deps.modelGate.readPhoto(speakerIn(context), media);
    if (seenBy === null) return unread;
    const { reading, usage } = seenBy;
    const seen = { effects: stored(null), usage: [usage] };
    if (reading.kind === 'prescription') {
      const plan = handoff(
        context,
        { category: 'prescription', severity: 'handoff', reason: 'Photo d’une ordonnance.' },
        texts.handoff.prescription,
      );
      return { ...NOTHING, ...seen, ending: plan };
    }
    const caption = message.content.trim();
    const words = [caption, reading.searchText].filter((part) => part !== '');
    return words.length === 0
      ? { ...ask(texts.photoUnclear), ...seen }
      : { ...NOTHING, ...seen, words: [words.join(' : ')] };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    deps.log.warn('media_failed', {
      kind: error.kind,
      provider: error.provider,
      messageKind: message.kind,
    });
    return ask(
      message.kind === 'voice'
        ? texts.voiceUnclear
        : message.kind === 'image'
          ? texts.photoUnclear
          : texts.mediaTooLarge,
    );
  }
}
