import { matchYesNo } from '../../domain/language/keywords.ts';
import { beginning } from '../../domain/shared/reading.ts';
import type { TurnContext } from './turn-context.ts';
import type { TurnPlan } from './turn-plan.ts';

/** What a message with buttons has room for. */
const LONGEST_READ_BACK = 700;

/** What was heard is read back where the recogniser was not sure. */
export function readBack({ texts }: TurnContext, transcript: string): TurnPlan {
  const choices = [
    { id: 'transcript:yes', title: texts.yes },
    { id: 'transcript:no', title: texts.no },
  ];
  const inShort =
    transcript.length <= LONGEST_READ_BACK
      ? transcript
      : `${beginning(transcript, LONGEST_READ_BACK)}…`;
  return {
    outcome: 'asked',
    parts: [{ kind: 'choices', text: texts.voiceReadBack(inShort), choices }],
    dialogue: { unconfirmed: transcript, choices },
  };
}

/** The transcript that was read back, when this turn says yes to it. */
export function confirmedTranscript({ conversation, messages }: TurnContext): string | null {
  const { unconfirmed } = conversation.dialogue;
  const last = messages.at(-1);
  if (unconfirmed === null || last === undefined) return null;
  const yes =
    last.buttonId === 'transcript:yes' ||
    (last.buttonId === null && matchYesNo(last.content) === 'yes');
  return yes ? unconfirmed : null;
}

/** What a transcription should know how to spell. */
export function spokenWords({ messages, vocabulary }: TurnContext): readonly string[] {
  if (!messages.some((message) => message.kind === 'voice')) return [];
  return [...vocabulary.brands, ...vocabulary.categories, ...vocabulary.attributes];
}
