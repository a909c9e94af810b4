import { phrasesOf } from '../shared/phrases.ts';
import { READ } from '../shared/reading.ts';
import { foldText } from './normalise-text.ts';

/** What a customer can command by typing one word, whatever state the conversation is in. */
export type Keyword = 'SUPPRIMER' | 'STOP' | 'CONSEILLER' | 'MES_DONNEES' | 'AIDE' | 'RETRAIT';

const KEYWORDS: ReadonlyMap<string, Keyword> = new Map([
  ['supprimer', 'SUPPRIMER'],
  ['stop', 'STOP'],
  ['conseiller', 'CONSEILLER'],
  ['mesdonnees', 'MES_DONNEES'],
  ['aide', 'AIDE'],
  ['retrait', 'RETRAIT'],
]);

/**
 * The keyword that a whole message is, ignoring case, accents, spaces, punctuation, emoji and WhatsApp
 * markup ("*S U P P R I M E R* !"); null for anything longer, such as "je veux supprimer mes boutons".
 * Call it on one typed message or button, never on a transcript or a joined burst.
 */
export function matchKeyword(text: string): Keyword | null {
  if (text.length > READ.message) return null;
  return KEYWORDS.get(foldText(text).replace(/[^a-z0-9]/g, '')) ?? null;
}

const YES = phrases(`
  oui
  ouii
  oui oui
  wi
  ui
  oue
  oué
  ouai
  ouais
  ouep
  yes
  yep
  yeah
  yup
  ok
  oki
  okay
  okey
  ok oui
  oui ok
  dac
  d accord
  daccord
  dacc
  dakor
  dak
  d acc
  oui d accord
  ok d accord
  je suis d accord
  oui je suis d accord
  j accepte
  oui j accepte
  jaccepte
  oui jaccepte
  je veux bien
  oui je veux
  oui je veux bien
  bien sur
  oui bien sur
  evidemment
  volontiers
  avec plaisir
  oui avec plaisir
  ca marche
  ok ca marche
  ca me va
  vas y
  allez y
  oui allez y
  oui vas y
  bien entendu
  i agree
  i accept
  yes i agree
  yes i accept
  sure
  of course
  c est d accord
  c est ok
  oui c est bon
  oui parfait
  tout a fait
  absolument
  exactement
  c est ca
  oui c est ca
  affirmatif
`);
const NO = phrases(`
  non
  nn
  no
  nan
  nop
  nope
  non non
  no no
  nonn
  pas d accord
  non pas d accord
  je refuse
  non je refuse
  je ne veux pas
  je veux pas
  non je ne veux pas
  non je veux pas
  je n accepte pas
  non je n accepte pas
  j accepte pas
  je ne suis pas d accord
  je suis pas d accord
  pas du tout
  non pas du tout
  jamais
  surtout pas
  pas question
  i refuse
  i don t agree
  i do not agree
  no way
  negatif
  non jamais
`);
/** Politeness around the answer that does not change it. */
const COURTESY = new RegExp(
  `\\b(?:${phrasesOf(`
    merci(?: beaucoup
     bien)?
    mrc
    mrci
    thanks
    thank you
    please
    pls
    svp
    stp
    s il vous plait
    s il te plait
    madame
    monsieur
    lea
    bonjour
    bonsoir
    bjr
    slt
    salut
    hello
  `).join('|')})\\b`,
  'g',
);

/**
 * Whether a whole message is a yes or a no in one of its usual short forms ("oui 👍", "d'accord merci",
 * "nn"); null for everything else, including "oui mais…" and a bare emoji, because consent hangs on it.
 */
export function matchYesNo(text: string): 'yes' | 'no' | null {
  if (text.length > READ.message) return null;
  const words = foldText(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(COURTESY, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  // "O U I", "N.O.N"
  const written = /^[a-z](?: [a-z])+$/.test(words) ? words.replaceAll(' ', '') : words;
  if (isMadeOf(written, YES)) return 'yes';
  return isMadeOf(written, NO) ? 'no' : null;
}

/** More words than this are no short answer. */
const MOST_WORDS = 12;

/** Whether words are one of the phrases after another and nothing else ("oui d'accord allez-y"). */
function isMadeOf(words: string, phrases: ReadonlySet<string>): boolean {
  const all = words.split(' ');
  if (words === '' || all.length > MOST_WORDS) return false;
  const reached = [true];
  for (let end = 1; end <= all.length; end += 1)
    reached[end] = reached
      .slice(0, end)
      .some((begun, start) => begun && phrases.has(all.slice(start, end).join(' ')));
  return reached[all.length] === true;
}

function phrases(list: string): ReadonlySet<string> {
  return new Set(phrasesOf(list).map(foldText));
}
