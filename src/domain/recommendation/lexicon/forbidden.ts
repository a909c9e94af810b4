/** What a model's sentence must not say; all are tested on folded text (lower case, no accents). */
export const FORBIDDEN: readonly RegExp[] = [
  // Links, addresses and where else to write. A missing space after a full stop reads as a domain: better so.
  /:\/\/|\bwww\b|\bh(?:tt|xx)ps?\b|@|\w-* ?\. ?(?:com|net|org|info|shop|store|site|online|link|app|io|co|fr|ga|ci|cm|cg|sn|bj|tg|ml|me|ly|gl|biz|xyz|top|ru|cn|uk|us|eu)\b|[a-z0-9]\.[a-z]{2}/,
  /\b(?:dot|point|arobase|slash) ?(?:com|net|org|shop|ga|fr)\b|\[\.\]|\(\.\)|\b(?:lien|liens|link|links|url|site web|site internet|cliquez|cliquer|click)\b/,
  /\b(?:whatsapp|telegram|instagram|facebook|messenger|tiktok|snapchat|e-?mail|mail|sms|telephone|telephonez|appelez|appeler|call us|numero)\b/,
  // Money, amounts and offers, in words as well: prices come from the catalogue.
  /\b(?:fcfa|cfa|xaf|xof|francs?|frs?|euros?|eur|usd|dollars?|balles|mille|milles|milliers?|millions?|centaines?|thousand|hundred|cents?|centimes?)\b|[€$£¥₦]|\bf ?cfa\b/,
  /[%‰]|\b(?:pour ?cents?|percent|moitie prix|half price)\b|\b(?:prix|tarifs?|price[ds]?|cout(?:e|ent|er)?|costs?)\b/,
  /\b(?:gratuit\w*|gratis|offerte?s?|free of charge|for free|promos?|promotions?|promotionnel\w*|reductions?|remises?|rabais|soldes?|soldee?s?|discount\w*|coupons?|codes?|bons? d ?'?achat|voucher|en cadeau|offres? (?:speciales?|exceptionnelles?|du moment))\b/,
  // Promises that settings and orders answer, not a model.
  /\b(?:livraisons?|livr(?:e|er|ee|es|ons|ez)|deliver\w*|shipping|expedi\w*|garanti\w*|guarant\w*|rembours\w*|refund\w*|en stock|in stock|dernieres? pieces?|reste plus que|stock limite|rupture)\b/,
  /\b(?:mot de passe|password|carte bancaire|credit card|payer|payez|paiement|payment|mobile money|airtel|moov|virement|western union|pin)\b/,
  // Medical claims, diagnoses, doses, medicines.
  /\b(?:gueri\w*|soign(?:e|er|ent|ez|ant|era|eront|ait)|traite(?:r|nt|ra|ment|ments|z)?|traitant\w*|cure[srd]?|curati(?:f|ve)s?|curing|heal(?:s|ed|ing)?|treat(?:s|ed|ing|ment|ments)?|remede\w*|remed(?:y|ies)|therap\w*|medicament\w*|medicinal\w*|medicines?|drugs?|pharmaceutique\w*)\b/,
  /\b(?:diagnos\w*|maladies?|diseases?|illness\w*|pathologi\w*|infect\w*|symptom\w*|syndromes?|souffr\w*|suffer\w*)\b/,
  /\b(?:vous (?:avez|faites|presentez)|c ?'?est|il s ?'?agit|you have|this is|it is)(?: \w+'?){0,4} \w+(?:ose|ite|itis|osis|isme|emie|emia|urie|algie)\b/,
  /\b(?:eczema|psoriasis|dermatite\w*|rosacee|mycose\w*|herpes|zona|gale|teigne|urticaire|paludisme|palu|malaria|dengue|zika|chikungunya|covid\w*|coronavirus|vih|sida|hiv|aids|diabet\w*|hypertension\w*|hypotension|cancer\w*|tumeur\w*|depress\w*|epileps\w*|asthm\w*|cholera|typhoide|hepatite\w*|tuberculose|anemie\w*|drepanocytose|thyroid\w*|cardiaque\w*|avc|stroke|insomni\w*|migraine\w*|ulcere\w*|gastrite\w*|hemorroide\w*|arthrose|arthrite|sterilite|infertilite|impuissance)\b/,
  /\b(?:posolog\w*|doses?|dosages?|dosed|mg|mcg|milligrammes?|ml|cl|fois par (?:jour|semaine)|times (?:a|per) day|par jour|per day|quotidiennement|(?:avant|apres|pendant) (?:les|chaque|le) repas|a jeun|toutes les \w+ heures|prenez|avalez|ingerez|comprimes? (?:par|le|matin|avant)|cuill\w+|gouttes? (?:par|matin|dans))\b/,
  /\b(?:prescri\w*|ordonnance\w*|antibio\w*|antiviral\w*|anti ?-?inflammatoires?|anticoagul\w*|antidepress\w*|antipaludi\w*|paracetamol|doliprane|efferalgan|ibuprofen\w*|aspirine?|amoxicillin\w*|quinine|coartem|corticoide\w*|cortisone|vaccin\w*)\b|(?<!sans )\bhydroquinone\b(?!-? ?free)/,
  /\b(?:sans (?:aucun )?(?:danger|risque|effets? secondaires?)|aucun (?:danger|risque|effet secondaire)|effets? secondaires?|side effects?|no risk|risk ?-?free|completely safe|totally safe|inoffensi\w*|contre ?-?indi\w*|cliniquement|scientifiquement|clinically|scientifically|prouvee?s?|proven|certifi\w*|approuve\w*|approved|fda|oms|ansm|dermatologiquement|dermatologists?|recommande par|recommended by|miracle|miraculeu\w*|definitive?ment|permanently|a vie|instantane\w*|resultats? (?:immediats?|en|des|garantis?)|remplace\w*|replaces?|arretez|arreter|stop taking)\b/,
  /\b(?:elimin\w*|supprim\w*|eradi\w*|detrui\w*|tue|tuent|kills?|destroys?|(?:fait|font|faire) disparaitre|efface (?:les|vos)|previent|prevents?|immunis\w*|combat(?:tre|tent)?|lutte|luttent)\b/,
  // Who is speaking, and how she was made.
  /\b(?:system ?-?prompt|prompts?|instructions?|consignes?|developer mode|mode developpeur|jailbreak\w*|ignore[rz]? (?:les|all|toutes|previous|tout)|json|schema|openai|chat ?gpt|gpt|llm|mistral|claude|gemini|anthropic|language model|modele de lang\w*|intelligence artificielle|artificial intelligence|en tant qu ?'?(?:ia|assistant\w*|modele)|as an? (?:ai|assistant|model)|api|tokens?|base de donnees|database|candidats?|candidates?|product ?_?ids?|identifiants?)\b/,
  /\bje suis (?:un|une|le|la|ton|votre|docteur|medecin|dr)? ?(?:docteur\w*|medecin\w*|pharmacien\w*|infirmi\w*|dermatologue\w*|humain\w*|personne|homme|femme|robot|pirate|dieu|expert\w*|specialiste\w*)|\bi am (?:a|an|the|your)? ?(?:doctor|physician|pharmacist|nurse|human|person|man|woman|robot|dermatologist|expert)|\b(?:je m ?'?appelle|my name is|i m called)(?! lea\b)/,
  // Markup, code and templates have no place in a sentence.
  /[<>{}[\]|\\^`#*_~=]|&[a-z]+;/,
];

/** Brands of the trade that a model may know and the shop may not have; the shop's own are let through. */
export const KNOWN_BRANDS: readonly string[] =
  'nivea|la roche posay|roche posay|cerave|avene|bioderma|vichy|eucerin|mustela|garnier|loreal|l oreal|dove|nuxe|caudalie|uriage|svr|ducray|klorane|weleda|neutrogena|cetaphil|the ordinary|clinique|estee lauder|lancome|dior|chanel|yves rocher|sephora|fenty|maybelline|mixa|le petit marseillais|vaseline|palmers|cantu|dark and lovely|shea moisture|sheamoisture|mielle|olaplex|kerastase|pantene|head shoulders|elseve|schwarzkopf|johnson|johnsons|pampers|huggies|biolane|nestle|guigoz|bledina|gallia|durex|manix|colgate|signal|sensodyne|oral b|elmex|listerine|axe|rexona|sanex|saugella|lactacyd|always|nana|tampax|hansaplast|compeed|urgo|omron|braun|accu chek|berocca|supradyn|arkopharma|forte pharma|pileje|solgar|oenobiol|juvamine|off|moustidose|cinq sur cinq|insect ecran|autan|baygon|caro white|carowhite|makari|ordinary|paula s choice|kiehl s|kiehls|clarins|shiseido|biotherm|embryolisse|topicrem|a derma|isdin|heliocare|ladrome|puressentiel|dettol|betadine|biafine|cicalfate|cicaplast|bepanthen|homeoplasmine|vicks|smecta|spasfon|maalox|gaviscon|strepsils|toplexil|humex|actifed|nurofen|advil|dafalgan|voltarene|daktarin'.split(
    '|',
  );

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Words that may begin a sentence with a capital; any other capital may be an invented name. */
export const SENTENCE_STARTS: ReadonlySet<string> = new Set(
  list(`
  a adapte adaptee adaptes adoucit adoucissant afin agreable aide ainsi alors alternative aloe amande apaise apaisant apaisante apporte apres argile assez assouplit aucun aucune au aussi autre autrement aux avant avec avez
  baume bebe besoin beurre bien bienvenue bio bon bonne bonjour bonsoir boucles calme c ca ce cela celle celui ces cet cette chaque cheveux choix choisi choisie chez cherchez comme comment comfort compte concu concue confort confortable contient convient convenant contribue corps creme crepus d dans de deja demele depuis des desolee deux difficile discret dites doux douce doucement du deodorant
  eau economique efficace elle elles en encore enrichi enrichie ensemble ensuite entretient essentiel est et etes excellent excellente facile facilite fait favorise flacon fluide fondant fondante format formule formulee fortifie frais fraiche gel gaine grand grande gras grasse heureuse heureux huile hydrate hydratant hydratante hydratation ici ideal ideale idealement il illumine ils invisible j je jour joli juste l la lait lave lavant le leger legere legers les lequel laquelle lesquels lissant lisse lotion l'une
  m ma maintient mains mais malheureusement masque matifie matifiant matin merci mes moins mon mousse n naturel naturelle ne nettoie nettoyant non notre nourrit nourrissant nourrissante nos nous nuit offre on onctueux onctueuse option ou oui parce parfait parfaite parmi parfum pas peau peaux pense pensee penetre personne petit petite peut plusieurs plutot plus poudre pour pourquoi pouvez pourriez pratique preferez prefere preserve prendre produit protege protection puis purifie purifiant qu quand que quel quelle quelles quels qui quoi rafraichit rafraichissant ravie regule rend repare reste restaure respecte riche rien rassurant
  s sa sans savon se selon sensible serum ses shampooing si simple soin soins solaire son sont souhaitez soulage souple soyeux specialement specifique spray stick sur sous t tenue teint texture tonifie tout toute toutes tous tres trois un une unifie unifiant utile utilisable utilisez vegan vegetal vegetale visage vitamines vitamine voici voila volontiers votre vos voulez vous vraiment y
  about absolutely affordable all also an and any are as at baby because best body but can choose comes comfortable could cream daily deeply designed do does dry easy enriched everyday feels fine for fragrance from gentle gently gives glad good great hair happy hello helps here hi how hydrates hydrating i if in is it its keeps leaves let light lightweight made mask might milk mild moisturises moisturising moisturizes moisturizing my natural nice no not nothing nourishes nourishing of oil oily one or our organic paraben hydroquinone sulphate chosen babies coily curly perfect please practical protects quick rich sensitive serum shampoo sheer simple skin so soap soft softens some soothes soothing sorry suitable suited suits sure texture thank thanks that the their there these they this those three to two unfortunately very we well what when which who will with without would yes you your
  `),
);
/** Capital words that are no names. */
export const CAPITALS: ReadonlySet<string> = new Set(list('i spf uv uva uvb aha bha deet lea ph'));
