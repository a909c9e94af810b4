import { READ } from '../shared/reading.ts';
import { foldText } from '../language/normalise-text.ts';
import { BYE_WORDS, GREETING_WORDS, STOP_WORDS, THANKS_WORDS } from './lexicon/stop-words.ts';

export type SmallTalk = 'greeting' | 'thanks' | 'bye';

const BYE =
  /\b(?:au revoir|aurevoir|a (?:bientot|demain|plus|tantot|la prochaine)|bonne? (?:journee|soiree|nuit|continuation|fin de journee|week ?end)|bye|goodbye|good night|see you|tchao|ciao)\b/;
const THANKS =
  /\b(?:merci|mrci?|thanks|thank you|thx|akiba|dieu (?:vous|te) benisse|c ?'?est gentil|god bless)\b/;
const GREETING =
  /\b(?:bonjour|bjr|bonsoir|bsr|salut|slt|coucou|cc|hello|hi|hey|yo|allo|alo|mbolo|mbote|good (?:morning|evening|afternoon)|on dit quoi|c ?'?est comment|ca va|(?:tu es|vous etes|t ?es) la|how are you)\b/;
const ACKNOWLEDGED =
  /\b(?:ok|okay|oki|okey|d ?'?accord|dac|super|parfait|genial|top|nickel|cool|tres bien|entendu|compris|bien note|c ?'?est note|bien recu|j ?'?adore|impeccable)\b/;
const THUMB = /^(?:\s|👍|👌|🙏|❤|😊|🙂|👏|\ufe0f|\p{Emoji_Modifier})+$/u;
/** Words of small talk that mean more elsewhere. */
const EXTRA: ReadonlySet<string> = new Set([
  'dieu',
  'benisse',
  'bless',
  'god',
  'continuation',
  'week',
  'end',
  'weekend',
  'nuit',
  'fin',
  'prochaine',
  'noel',
  'joyeux',
  'joyeuse',
  'annee',
  'fete',
  'fetes',
  'equipe',
  'night',
  'see',
  'soon',
  'how',
  'dit',
  'quoi',
  'infiniment',
  'chaleureusement',
  'remercie',
  'lot',
  'very',
  'so',
  'service',
  'vos',
  'recu',
  'colis',
]);

/** What kind of small talk a whole message is; null as soon as it asks for or says anything else. */
export function smallTalkOf(text: string): SmallTalk | null {
  if (text.length > READ.message) return null;
  if (text.trim() !== '' && THUMB.test(text)) return 'thanks';
  const folded = foldText(text).replace(/[^a-z0-9' ]+/g, ' ');
  const words = folded.match(/[a-z0-9]+/g) ?? [];
  if (words.length === 0 || words.length > 14) return null;
  const said = (word: string): boolean =>
    STOP_WORDS.has(word) ||
    EXTRA.has(word) ||
    GREETING_WORDS.has(word) ||
    THANKS_WORDS.has(word) ||
    BYE_WORDS.has(word) ||
    /^(?:bjr|bsr|slt|cc|mrci?|merci+)$/.test(word);
  if (!words.every(said) || ASKS.test(folded)) return null;
  if (THANKS.test(folded)) return 'thanks';
  if (BYE.test(folded)) return 'bye';
  if (GREETING.test(folded)) return 'greeting';
  return ACKNOWLEDGED.test(folded) ? 'thanks' : null;
}

/** Made of stop words, and yet a request. */
const ASKS =
  /\b(?:cherche|cherchez|voudrais|veux|besoin|conseil|conseils|conseill\w*|recommand\w*|propos\w*|combien|prix|tarif|cher|chere|moins|promo\w*|commande\w*|avez|acheter|prends|prendre|dispo\w*|autre|autres|quel|quelle|lequel|laquelle|premier|deuxieme|aide\w*|want|need|looking|price|how much|probleme|souci|pas)\b/;
