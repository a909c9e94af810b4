import { phrasesOf } from '../../shared/phrases.ts';
import { ENGLISH_SENTENCE_STARTS } from './en/words.ts';
import { FRENCH_SENTENCE_STARTS } from './fr/words.ts';

/** What a model's sentence must not say; all are tested on folded text (lower case, no accents). */
export const FORBIDDEN: readonly RegExp[] = [
  // Links, addresses and where else to write. A missing space after a full stop reads as a domain: better so.
  /:\/\/|\bwww\b|\bh(?:tt|xx)ps?\b|@/,
  /\w-* ?\. ?(?:com|net|org|info|shop|store|site|online|link|app|io|co|fr|ga|ci|cm|cg|sn|bj|tg|ml|me|ly)\b/,
  /\w-* ?\. ?(?:gl|biz|xyz|top|ru|cn|uk|us|eu)\b/,
  /[a-z0-9]\.[a-z]{2}/,
  /\b(?:dot|point|arobase|slash) ?(?:com|net|org|shop|ga|fr)\b|\[\.\]|\(\.\)/,
  /\b(?:lien|liens|link|links|url|site web|site internet|cliquez|cliquer|click)\b/,
  /\b(?:whatsapp|telegram|instagram|facebook|messenger|tiktok|snapchat|e-?mail|mail|sms|telephone)\b/,
  /\b(?:telephonez|appelez|appeler|call us|numero)\b/,
  // Money, amounts and offers, in words as well: prices come from the catalogue.
  /\b(?:fcfa|cfa|xaf|xof|francs?|frs?|euros?|eur|usd|dollars?|balles|mille|milles|milliers?|millions?)\b/,
  /\b(?:centaines?|thousand|hundred|cents?|centimes?)\b/,
  /[€$£¥₦]|\bf ?cfa\b/,
  /[%‰]|\b(?:pour ?cents?|percent|moitie prix|half price)\b/,
  /\b(?:prix|tarifs?|price[ds]?|cout(?:e|ent|er)?|costs?)\b/,
  /\b(?:gratuit\w*|gratis|offerte?s?|free of charge|for free|promos?|promotions?|promotionnel\w*)\b/,
  /\b(?:reductions?|remises?|rabais|soldes?|soldee?s?|discount\w*|coupons?|codes?|bons? d ?'?achat)\b/,
  /\b(?:voucher|en cadeau|offres? (?:speciales?|exceptionnelles?|du moment))\b/,
  // Promises that settings and orders answer, not a model.
  /\b(?:livraisons?|livr(?:e|er|ee|es|ons|ez)|deliver\w*|shipping|expedi\w*|garanti\w*|guarant\w*)\b/,
  /\b(?:rembours\w*|refund\w*|en stock|in stock|dernieres? pieces?|reste plus que|stock limite|rupture)\b/,
  /\b(?:mot de passe|password|carte bancaire|credit card|payer|payez|paiement|payment|mobile money)\b/,
  /\b(?:airtel|moov|virement|western union|pin)\b/,
  // Medical claims, diagnoses, doses, medicines.
  /\b(?:gueri\w*|soign(?:e|er|ent|ez|ant|era|eront|ait)|traite(?:r|nt|ra|ment|ments|z)?|traitant\w*)\b/,
  /\b(?:cure[srd]?|curati(?:f|ve)s?|curing|heal(?:s|ed|ing)?|treat(?:s|ed|ing|ment|ments)?|remede\w*)\b/,
  /\b(?:remed(?:y|ies)|therap\w*|medicament\w*|medicinal\w*|medicines?|drugs?|pharmaceutique\w*)\b/,
  /\b(?:diagnos\w*|maladies?|diseases?|illness\w*|pathologi\w*|infect\w*|symptom\w*|syndromes?|souffr\w*)\b/,
  /\b(?:suffer\w*)\b/,
  /\b(?:vous (?:avez|faites|presentez))(?: \w+'?){0,4} \w+(?:ose|ite|itis|osis|isme|emie|emia|urie|algie)\b/,
  /\b(?:c ?'?est|il s ?'?agit|you have)(?: \w+'?){0,4} \w+(?:ose|ite|itis|osis|isme|emie|emia|urie|algie)\b/,
  /\b(?:this is|it is)(?: \w+'?){0,4} \w+(?:ose|ite|itis|osis|isme|emie|emia|urie|algie)\b/,
  /\b(?:eczema|psoriasis|dermatite\w*|rosacee|mycose\w*|herpes|zona|gale|teigne|urticaire|paludisme|palu)\b/,
  /\b(?:malaria|dengue|zika|chikungunya|covid\w*|coronavirus|vih|sida|hiv|aids|diabet\w*|hypertension\w*)\b/,
  /\b(?:hypotension|cancer\w*|tumeur\w*|depress\w*|epileps\w*|asthm\w*|cholera|typhoide|hepatite\w*)\b/,
  /\b(?:tuberculose|anemie\w*|drepanocytose|thyroid\w*|cardiaque\w*|avc|stroke|insomni\w*|migraine\w*)\b/,
  /\b(?:ulcere\w*|gastrite\w*|hemorroide\w*|arthrose|arthrite|sterilite|infertilite|impuissance)\b/,
  /\b(?:posolog\w*|doses?|dosages?|dosed|mg|mcg|milligrammes?|ml|cl|fois par (?:jour|semaine))\b/,
  /\b(?:times (?:a|per) day|par jour|per day|quotidiennement)\b/,
  /\b(?:(?:avant|apres|pendant) (?:les|chaque|le) repas|a jeun|toutes les \w+ heures|prenez|avalez)\b/,
  /\b(?:ingerez|comprimes? (?:par|le|matin|avant)|cuill\w+|gouttes? (?:par|matin|dans))\b/,
  /\b(?:prescri\w*|ordonnance\w*|antibio\w*|antiviral\w*|anti ?-?inflammatoires?|anticoagul\w*)\b/,
  /\b(?:antidepress\w*|antipaludi\w*|paracetamol|doliprane|efferalgan|ibuprofen\w*|aspirine?)\b/,
  /\b(?:amoxicillin\w*|quinine|coartem|corticoide\w*|cortisone|vaccin\w*)\b/,
  /(?<!sans )\bhydroquinone\b(?!-? ?free)/,
  /\b(?:sans (?:aucun )?(?:danger|risque|effets? secondaires?)|aucun (?:danger|risque|effet secondaire))\b/,
  /\b(?:effets? secondaires?|side effects?|no risk|risk ?-?free|completely safe|totally safe)\b/,
  /\b(?:inoffensi\w*|contre ?-?indi\w*|cliniquement|scientifiquement|clinically|scientifically)\b/,
  /\b(?:prouvee?s?|proven|certifi\w*|approuve\w*|approved|fda|oms|ansm|dermatologiquement)\b/,
  /\b(?:dermatologists?|recommande par|recommended by|miracle|miraculeu\w*|definitive?ment|permanently)\b/,
  /\b(?:a vie|instantane\w*|resultats? (?:immediats?|en|des|garantis?)|remplace\w*|replaces?|arretez)\b/,
  /\b(?:arreter|stop taking)\b/,
  /\b(?:elimin\w*|supprim\w*|eradi\w*|detrui\w*|tue|tuent|kills?|destroys?)\b/,
  /\b(?:(?:fait|font|faire) disparaitre|efface (?:les|vos)|previent|prevents?|immunis\w*)\b/,
  /\b(?:combat(?:tre|tent)?|lutte|luttent)\b/,
  // Who is speaking, and how she was made.
  /\b(?:system ?-?prompt|prompts?|instructions?|consignes?|developer mode|mode developpeur|jailbreak\w*)\b/,
  /\b(?:ignore[rz]? (?:les|all|toutes|previous|tout)|json|schema|openai|chat ?gpt|gpt|llm|mistral|claude)\b/,
  /\b(?:gemini|anthropic|language model|modele de lang\w*|intelligence artificielle)\b/,
  /\b(?:artificial intelligence|en tant qu ?'?(?:ia|assistant\w*|modele)|as an? (?:ai|assistant|model))\b/,
  /\b(?:api|tokens?|base de donnees|database|candidats?|candidates?|product ?_?ids?|identifiants?)\b/,
  /\bje suis (?:un|une|le|la|ton|votre|docteur|medecin|dr)? ?(?:docteur\w*|medecin\w*|pharmacien\w*)/,
  /\bje suis (?:un|une|le|la|ton|votre|docteur|medecin|dr)? ?(?:infirmi\w*|dermatologue\w*|humain\w*)/,
  /\bje suis (?:un|une|le|la|ton|votre|docteur|medecin|dr)? ?(?:personne|homme|femme|robot|pirate|dieu)/,
  /\bje suis (?:un|une|le|la|ton|votre|docteur|medecin|dr)? ?(?:expert\w*|specialiste\w*)/,
  /\bi am (?:a|an|the|your)? ?(?:doctor|physician|pharmacist|nurse|human|person|man|woman|robot)/,
  /\bi am (?:a|an|the|your)? ?(?:dermatologist|expert)/,
  /\b(?:je m ?'?appelle|my name is|i m called)(?! lea\b)/,
  // Markup, code and templates have no place in a sentence.
  /[<>{}[\]|\\^`#*_~=]|&[a-z]+;/,
];

/** Brands of the trade that a model may know and the shop may not have; the shop's own are let through. */
export const KNOWN_BRANDS: readonly string[] = phrasesOf(`
  nivea
  la roche posay
  roche posay
  cerave
  avene
  bioderma
  vichy
  eucerin
  mustela
  garnier
  loreal
  l oreal
  dove
  nuxe
  caudalie
  uriage
  svr
  ducray
  klorane
  weleda
  neutrogena
  cetaphil
  the ordinary
  clinique
  estee lauder
  lancome
  dior
  chanel
  yves rocher
  sephora
  fenty
  maybelline
  mixa
  le petit marseillais
  vaseline
  palmers
  cantu
  dark and lovely
  shea moisture
  sheamoisture
  mielle
  olaplex
  kerastase
  pantene
  head shoulders
  elseve
  schwarzkopf
  johnson
  johnsons
  pampers
  huggies
  biolane
  nestle
  guigoz
  bledina
  gallia
  durex
  manix
  colgate
  signal
  sensodyne
  oral b
  elmex
  listerine
  axe
  rexona
  sanex
  saugella
  lactacyd
  always
  nana
  tampax
  hansaplast
  compeed
  urgo
  omron
  braun
  accu chek
  berocca
  supradyn
  arkopharma
  forte pharma
  pileje
  solgar
  oenobiol
  juvamine
  off
  moustidose
  cinq sur cinq
  insect ecran
  autan
  baygon
  caro white
  carowhite
  makari
  ordinary
  paula s choice
  kiehl s
  kiehls
  clarins
  shiseido
  biotherm
  embryolisse
  topicrem
  a derma
  isdin
  heliocare
  ladrome
  puressentiel
  dettol
  betadine
  biafine
  cicalfate
  cicaplast
  bepanthen
  homeoplasmine
  vicks
  smecta
  spasfon
  maalox
  gaviscon
  strepsils
  toplexil
  humex
  actifed
  nurofen
  advil
  dafalgan
  voltarene
  daktarin
`);

/** Words that may begin a sentence with a capital; any other capital may be an invented name. */
export const SENTENCE_STARTS: ReadonlySet<string> = new Set([
  ...FRENCH_SENTENCE_STARTS,
  ...ENGLISH_SENTENCE_STARTS,
]);
/** Capital words that are no names. */
export const CAPITALS: ReadonlySet<string> = new Set(
  phrasesOf(`
  i
  spf
  uv
  uva
  uvb
  aha
  bha
  deet
  lea
  ph
`),
);
