import { foldText } from '../language/normalise-text.ts';
import type { CampaignMessageId } from './campaign.ts';

export const LOW_SCORE = 2;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const surveyButton = (id: CampaignMessageId, score: number): string =>
  `survey:${id}:${score}`;

/** The note that a button stands for; null for any other button. */
export function readSurveyButton(
  buttonId: string,
): { readonly id: CampaignMessageId; readonly score: number } | null {
  const [kind, id, score] = buttonId.split(':');
  if (kind !== 'survey' || id === undefined || !UUID.test(id) || !/^[1-5]$/.test(score ?? ''))
    return null;
  return { id: id as CampaignMessageId, score: Number(score) };
}

/** "4", "4/5", "4 ⭐": a note of one to five and nothing else. */
export function readTypedScore(text: string): number | null {
  const note = /^([1-5]) ?(?:\/ ?5|sur 5|out of 5|etoiles?|stars?)?[\s.!⭐★]*$/u.exec(
    foldText(text).trim(),
  );
  return note ? Number(note[1]) : null;
}

const WISH =
  /\?|\b(cherche|voudrais|aimerais|besoin|auriez|avez|prix|combien|commander|acheter|montrez|conseillez|menu|looking for|need|want|price|how much|do you have)\b/;

/** After a good note a new wish is a wish, not a comment; after a bad one every word is about it. */
export const isComment = (text: string, score: number): boolean =>
  score <= LOW_SCORE || !WISH.test(foldText(text));
