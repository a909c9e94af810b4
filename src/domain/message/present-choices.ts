import type { Choice } from '../conversation/dialogue-state.ts';
import { CHANNEL_LIMITS } from './channel-limits.ts';
import { fitLabel, fitLabels, readAlike } from './fit-labels.ts';

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

/**
 * Buttons for up to three choices, a list for up to ten, numbered text for whatever fits neither. What had to be
 * shortened is told in full above, with its number.
 */
export function presentChoices(text: string, choices: readonly Choice[]): PresentedChoices {
  const written = { as: 'text', text: numberedText(text, choices) } as const;
  if (!canBePressed(text, choices)) return written;
  const titles = choices.map(({ title }) => title);
  const fewer = choices.length <= CHANNEL_LIMITS.buttons;
  const apart = (max: number): boolean => !readAlike(titles, max);
  // Rows tell longer titles apart than buttons do.
  const asButtons = fewer && (apart(CHANNEL_LIMITS.buttonTitle) || !apart(CHANNEL_LIMITS.rowTitle));
  if (asButtons) {
    const buttons = titled(choices, CHANNEL_LIMITS.buttonTitle);
    const told = toldInFull(text, choices, buttons);
    if (told !== null) return { as: 'buttons', text: told, buttons };
  }
  if (choices.length > CHANNEL_LIMITS.rows) return written;
  const rows = titled(choices, CHANNEL_LIMITS.rowTitle).map((row, index) =>
    withDescription(row, choices[index]!),
  );
  const told = toldInFull(text, choices, rows);
  return told === null ? written : { as: 'list', text: told, rows };
}

/** WhatsApp refuses empty titles, repeated ids and long words above them. */
function canBePressed(text: string, choices: readonly Choice[]): boolean {
  return (
    text.trim() !== '' &&
    text.length <= CHANNEL_LIMITS.interactiveText &&
    choices.length > 0 &&
    new Set(choices.map(({ id }) => id)).size === choices.length &&
    choices.every(
      ({ id, title }) => id !== '' && id.length <= CHANNEL_LIMITS.choiceId && title.trim() !== '',
    )
  );
}

const titled = (choices: readonly Choice[], max: number): readonly Choice[] => {
  const titles = fitLabels(
    choices.map(({ title }) => title),
    max,
  );
  return choices.map(({ id }, index) => ({ id, title: titles[index]! }));
};

/** Below a row stands what is said of it, or all of a title that was shortened. */
function withDescription(row: Choice, { title, description }: Choice): Choice {
  const below = description ?? (row.title === title.trim() ? '' : title);
  const told = fitLabel(below, CHANNEL_LIMITS.rowDescription);
  return told === '' ? row : { ...row, description: told };
}

/** The text, followed by the choices in full where one of them is told nowhere else; null when that is too long. */
function toldInFull(
  text: string,
  choices: readonly Choice[],
  shown: readonly Choice[],
): string | null {
  const isWhole = choices.every(({ title }, index) => {
    const { title: short, description } = shown[index]!;
    return short === title.trim() || description === title.trim();
  });
  if (isWhole) return text;
  const titles = choices.map(({ id, title }) => ({ id, title }));
  const told = numberedText(text, titles);
  return told.length <= CHANNEL_LIMITS.interactiveText ? told : null;
}
