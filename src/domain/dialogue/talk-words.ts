import { smallTalkOf } from '../recommendation/small-talk.ts';
import type { Act } from './act.ts';
import type { Clause } from './clauses.ts';

const INSULTS =
  /\b(?:(?:tu|vous|t|t es|tu es|vous etes|espece d|bande d)(?: \w+){0,3} (?:bete|betes|idiote?s?|nul(?:le)?s?|con|cons|conne|imbeciles?|stupides?|debiles?|inutiles?|voleurs?|menteurs?|escrocs?|bons? a rien|mauvaise?s?|lente?s?|fous|folle)|nul a chier|merde|connard\w*|connasse|encul\w*|ferme ta gueule|ta gueule|va te faire|foutez? (?:vous|le camp)|fils de (?:pute|chien)|batard|salope|putain|fuck|stupid|idiot|useless|mougou\w*|(?:vous|tu) servez? a rien|dumb|shut up)\b/;
/** Nothing is wanted for now. */
const LATER =
  /^(?:je (?:reviens|repasse|vais (?:reflechir|voir|y penser|revenir|repasser)|vous (?:reviens|redis|dirai)|verrai|reflechis)|on verra|plus tard|pas (?:pour l instant|maintenant|tout de suite|aujourd hui)|une autre fois|la prochaine fois|c est (?:note|tout|bon)|ca sera tout|ce sera tout|that s all|i (?:ll|will) (?:think about it|be back|come back|let you know)|maybe later|later)\b/;
const OPENS = /^(?:ok|okay|d|accord|dac|daccord|bon|bien|non|merci|alors|oui)$/;
const LONGEST_LATER = 10;
const isLater = (words: readonly string[]): boolean =>
  words.length <= LONGEST_LATER &&
  LATER.test(words.slice(words.findIndex((word) => !OPENS.test(word))).join(' '));
const BLESSINGS =
  /\b(?:dieu (?:vous |te )?(?:benisse|garde|protege|rende)|que (?:dieu|le seigneur|allah)|soyez benie?s?|god bless|amen|inch ?allah|alhamdou\w*|bonne fete|joyeux noel|bonne annee|joyeuses fetes|ramadan moubarak|eid moubarak|happy (?:new year|christmas))\b/;
/** About nothing that a shop has: who she is with, the world, games, other trades. */
const OFF_TOPIC =
  /\b(?:tu es marie\w*|(?:tu|vous) (?:as|avez) (?:un )?(?:mari|copain|petit ami)|je t ?aime|je vous aime|sors? avec moi|epouse moi|marry me|tu es belle|(?:raconte|dis)(?: moi| nous)? une (?:blague|histoire)|tell me a joke|blague|president|elections?|politique|psg|barca|real madrid|match de|(?:qui|ki) (?:a gagne|gagne)|la can|coupe du monde|football|bitcoin|crypto|forex|loterie|pmuc?|parier|pret d argent|credit telephone|garage|mecanicien|taxi|billets? d avion|hotel|restaurant|menu du jour|poulet braise|meteo|quel temps (?:fait|fera)|weather|capitale d\w*|devoirs? de|exercice de (?:maths?|math\w*|physique)|maths?|traduis|translate|poeme|chanson|code (?:python|javascript)|cherche (?:un )?(?:emploi|boulot|travail|stage)|(?:vous )?recrut\w*|embauch\w*|cv|offre d emploi|hiring|faux numero|wrong number|trompe\w* de numero|mauvais numero|maison a louer|chambre a louer|louer une|terrain|vend\w* (?:ma|une) (?:voiture|maison)|visa pour)\b/;
const BARGAINS =
  /\b(?:(?:vous |tu )?(?:me |nous )?(?:laiss\w*|faites?|fais|donne[sz]?) (?:\w+ ){0,4}(?:a|pour) \d+|dernier prix|prix (?:d ami|final|derniere?)|bon prix|(?:fais|faites|faire|fait|donne[sz]?|baiss\w*|dimin\w*|arrang\w*|casse[sz]?)(?: moi| nous| un peu| pas| le| les| un| une| petit| bon| des)* (?:prix|reduc\w*|remise|geste|rabais|cadeau|tarif)|(?:petite?|une) (?:remise|reduc\w*|ristourne)|remise (?:si|sur|pour)|discut\w*|negoci\w*|marchand\w*|moins? cher si|c est negociable|on s arrange|arrange moi|arrangez moi|diminu\w*|baiss\w*|best price|last price|discount if|can you reduce|reduce the price|make it|(?:\d+(?: 000)?) (?:c est bon|ca passe|ca va|ok) ?$|je (?:te|vous) donne \d+)\b/;
const DISLIKES =
  /^(?:non |nan |no |ah non |bof |mouais )*(?:pas (?:ca|ceux|celles|celui|celle|ces)\b.*|(?:je |j )?(?:n )?aime pas(?: \w+){0,3}|(?:ca|ils|elles|aucune?|rien) (?:ne )?(?:me )?(?:plait|plaisent|convien\w*|va)(?: \w+)? ?pas(?: \w+){0,2}|(?:ca|sa) (?:me )?(?:plait|convient|va) pas|aucun\w*(?: des \w+)?|ni l un ni l autre|bof|pas interess\w*|not (?:that|these|those)|i don t like (?:it|them|that|these))$/;

/** What a clause says that asks for nothing on the shelf; null when it may ask for something. */
export function readTalk({ words, written, asks }: Clause): Act | null {
  const text = words.join(' ');
  if (INSULTS.test(text)) return { kind: 'talk', talk: 'insult' };
  if (BARGAINS.test(text)) return { kind: 'bargain' };
  if (DISLIKES.test(text)) return { kind: 'dislike' };
  if (OFF_TOPIC.test(text)) return { kind: 'talk', talk: 'off_topic' };
  if (isLater(words)) return { kind: 'talk', talk: 'bye' };
  const small = smallTalkOf(written);
  if (small !== null && !(asks && small === 'bye'))
    return { kind: 'talk', talk: small === 'thanks' && BLESSINGS.test(text) ? 'blessing' : small };
  if (BLESSINGS.test(text) && words.length <= 12) return { kind: 'talk', talk: 'blessing' };
  return null;
}
