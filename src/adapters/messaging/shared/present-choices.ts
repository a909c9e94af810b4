import type { Choice } from '../../../domain/conversation/dialogue-state.ts';
import { shorten } from './shorten.ts';

/** WhatsApp's limits, in characters and pieces. */
export const LIMITS = {
  text: 4_096,
  caption: 1_024,
  interactiveText: 1_024,
  buttons: 3,
  buttonTitle: 20,
  rows: 10,
  rowTitle: 24,
  rowDescription: 72,
  choiceId: 200,
} as const;

/** How choices reach a phone: as buttons, as a list that opens, or written out. */
export type PresentedChoices =
  | { readonly as: 'buttons'; readonly text: string; readonly buttons: readonly Choice[] }
  | { readonly as: 'list'; readonly text: string; readonly rows: readonly Choice[] }
  | { readonly as: 'text'; readonly text: string };

/** The text with its choices written out; answering with the number means the choice. */
export function numberedText(text: string, choices: readonly Choice[]): string {
  const lines = choices.map(({ title, description }, index) => {
    const more = description === undefined || description === '' ? '' : ` – ${description}`;
    return `${index + 1}. ${title.trim()}${more}`;
  });
  return [text.trim(), lines.join('\n')].filter((part) => part !== '').join('\n\n');
}

/** Buttons for up to three choices, a list for up to ten, numbered text for whatever fits neither. */
export function presentChoices(text: string, choices: readonly Choice[]): PresentedChoices {
  const written = { as: 'text', text: numberedText(text, choices) } as const;
  const fits = text.trim() !== '' && text.length <= LIMITS.interactiveText && choices.length > 0;
  if (
    !fits ||
    !areDistinct(
      choices.map(({ id }) => id),
      LIMITS.choiceId,
    )
  )
    return written;
  if (choices.length <= LIMITS.buttons) {
    const buttons = choices.map(({ id, title }) => ({
      id,
      title: shorten(title, LIMITS.buttonTitle),
    }));
    if (
      areDistinct(
        buttons.map(({ title }) => title),
        LIMITS.buttonTitle,
      )
    ) {
      return { as: 'buttons', text, buttons };
    }
  }
  if (choices.length > LIMITS.rows) return written;
  const rows = choices.map(asRow);
  if (
    !areDistinct(
      rows.map(({ title }) => title),
      LIMITS.rowTitle,
    )
  )
    return written;
  return { as: 'list', text, rows };
}

/** A title that had to be cut is told in full below, if there is room. */
function asRow({ id, title, description }: Choice): Choice {
  const short = shorten(title, LIMITS.rowTitle);
  const below = description ?? (short === title.trim() ? '' : title);
  const told = shorten(below, LIMITS.rowDescription);
  return told === '' ? { id, title: short } : { id, title: short, description: told };
}

/** WhatsApp refuses empty and repeated titles and ids. */
function areDistinct(values: readonly string[], max: number): boolean {
  return (
    new Set(values).size === values.length &&
    values.every((value) => value !== '' && value.length <= max)
  );
}
