const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** How people write on a phone, and what they mean; the right side is cut into words again. */
export const SPELLINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bjr: 'bonjour',
    bsr: 'bonsoir',
    slt: 'salut',
    cc: 'coucou',
    mrc: 'merci',
    mrci: 'merci',
    svp: 'svp',
    stp: 'svp',
    jveu: 'je veux',
    jveux: 'je veux',
    jvx: 'je veux',
    jv: 'je vais',
    jcherche: 'je cherche',
    jcherch: 'je cherche',
    jsui: 'je suis',
    jsuis: 'je suis',
    chui: 'je suis',
    chuis: 'je suis',
    jai: 'j ai',
    jais: 'j ai',
    g: 'j ai',
    ge: 'j ai',
    jprend: 'je prends',
    jprends: 'je prends',
    jvoudrais: 'je voudrais',
    jvoudrai: 'je voudrais',
    jaimerais: 'je voudrais',
    jaimerai: 'je voudrais',
    pr: 'pour',
    pour: 'pour',
    ds: 'dans',
    vs: 'vous',
    ns: 'nous',
    ac: 'avec',
    avc: 'avec',
    av: 'avec',
    sn: 'son',
    bcp: 'beaucoup',
    bp: 'beaucoup',
    kel: 'quel',
    kelle: 'quelle',
    kels: 'quels',
    kelles: 'quelles',
    ki: 'qui',
    ke: 'que',
    koi: 'quoi',
    kwa: 'quoi',
    kan: 'quand',
    komen: 'comment',
    koman: 'comment',
    keske: 'qu est ce que',
    kes: 'qu est',
    eske: 'est ce que',
    esk: 'est ce que',
    esq: 'est ce que',
    pk: 'pourquoi',
    pkoi: 'pourquoi',
    tt: 'tout',
    ts: 'tous',
    tjs: 'toujours',
    tjrs: 'toujours',
    cest: 'c est',
    c: 'c est',
    sa: 'ca',
    ya: 'il y a',
    yavait: 'il y avait',
    mm: 'meme',
    qd: 'quand',
    qq: 'quelque',
    qqch: 'quelque chose',
    qch: 'quelque chose',
    qlq: 'quelque',
    bb: 'bebe',
    bbs: 'bebes',
    bebes: 'bebes',
    crem: 'creme',
    creme: 'creme',
    krem: 'creme',
    kreme: 'creme',
    savn: 'savon',
    savont: 'savon',
    champoin: 'shampooing',
    champoing: 'shampooing',
    champooing: 'shampooing',
    champouin: 'shampooing',
    champwin: 'shampooing',
    shampoing: 'shampooing',
    shampoin: 'shampooing',
    shampouin: 'shampooing',
    shampouing: 'shampooing',
    shampwing: 'shampooing',
    shampoo: 'shampooing',
    shampoos: 'shampooing',
    shampoings: 'shampooing',
    cheveu: 'cheveux',
    chveu: 'cheveux',
    chveux: 'cheveux',
    cheuveux: 'cheveux',
    cheveus: 'cheveux',
    vizage: 'visage',
    visag: 'visage',
    fasse: 'visage',
    boutton: 'bouton',
    bouttons: 'boutons',
    butons: 'boutons',
    moustik: 'moustique',
    moustiks: 'moustiques',
    moustic: 'moustique',
    moustics: 'moustiques',
    po: 'peau',
    peo: 'peau',
    pau: 'peau',
    antimoustique: 'anti moustique',
    antimoustiques: 'anti moustiques',
    antitache: 'anti tache',
    antitaches: 'anti taches',
    antiride: 'anti rides',
    antirides: 'anti rides',
    antichute: 'anti chute',
    antibouton: 'anti boutons',
    antiboutons: 'anti boutons',
    aprèsshampoing: 'apres shampooing',
    deo: 'deodorant',
    creams: 'creme',
    cream: 'creme',
    bio: 'bio',
    chap: 'vite',
    dja: 'deja',
    way: 'truc',
    ways: 'truc',
    we: 'truc',
  }),
);

/** Greetings, by what kind of small talk they are. "mbolo" and "akiba" are said in Libreville. */
export const GREETING_WORDS: ReadonlySet<string> = new Set(
  list(
    'bonjour bonsoir salut coucou hello hi hey yo allo alo mbolo mbote wesh good morning evening afternoon',
  ),
);
export const THANKS_WORDS: ReadonlySet<string> = new Set(
  list(
    'merci merciii thanks thank thx akiba ok okay oki okey daccord accord dac super parfait parfaite genial top nickel cool bien gentil gentille compris entendu note impeccable excellent adore',
  ),
);
export const BYE_WORDS: ReadonlySet<string> = new Set(
  list('revoir bye aurevoir tchao ciao demain bientot goodbye tantot'),
);

/** Words that say nothing about a product: grammar, politeness, verbs of asking, fillers, in French and English. */
export const STOP_WORDS: ReadonlySet<string> = new Set([
  ...GREETING_WORDS,
  ...THANKS_WORDS,
  ...BYE_WORDS,
  ...list(`
  a ai aie ait as au aux avec avez avoir avais avait aura aurait aurais auriez avions ayant b c ca ce ceci cela celle celles celui cet cette ces ceux chez ci comme comment d dans de des
  du donc dont deja depuis e elle elles en encore entre es est et etc ete etes etre eu eux f fait faites faire fais font faut faudrait h hein i il ils j je jusque jusqu k l la le les leur leurs
  lui m ma mais me meme memes mes moi mon n ne ni non nos notre nous o ou oui par parce pas pendant peu peut peux pouvez pourrais pourriez pouvoir plus plutot pour pourquoi pres presque
  pu puis q qu qua quand quant que quel quelle quelles quels quelque quelques qui quoi r rien s sa sans sauf se sera serait ses si soit sois son sont sous souvent sur suis suite t ta tant tard te tel
  tellement tes toi ton tous tout toute toutes tres trop tu un une unes v vers via voici voila vont vos votre vous vois voir voit vu vais va vas vient viens viennent y z
  aimer aimerais aimerai besoin bisous bon bonne bonnes bons boutique magasin pharmacie parapharmacie rayon cherche cherchais cherchons chercher recherche recherchez cherchez chose choses truc trucs
  conseil conseils conseille conseillez conseiller conseillerez conseilles recommande recommandez recommander proposez propose proposer suggerez combien coute coutent couter prix tarif tarifs cher chere chers cheres valeur
  commande commander commandes commandez acheter achete acheterai achat dispo disponible disponibles stock donne donnez donner dit dites dire dis mettre mettez mets met trouve trouver trouvez trouverai
  utiliser utilise utiliserai utilisation veut veux vouloir voulais voudrais voudrait voulez veulent souhaite souhaiterais souhaitez prend prends prendre prenez prendrai passe passer connaissez connais
  vend vendez vendre vends existe existent possible possibles stp svp plait please pls sir madame monsieur mme mr dame maman papa lea cherie cheri chou soeur frere tata tonton grande grand gros grosse
  petit petite petits petites vraiment beaucoup assez surtout aussi alors apres avant actuellement maintenant aujourd hui hier ici dehors jour jours journee soir soiree matin nuitee semaine mois an ans annee annees
  moment heure heures fois longtemps toujours jamais parfois vite chap deh oh ooh ah eh ekie walai wallah yako mdr ptdr lol haha tchip heu euh ben bah bref voyons sais savoir sait savez
  produit produits article articles modele marque marques type types genre sorte gamme choix option options meilleur meilleure meilleurs meilleures mieux efficace efficaces ideal qualite original originale nouveau nouvelle
  homme hommes femme femmes mari copain copine fille fils ami amie mere pere fillette garcon garcons gens personne personnes famille mienne mien tienne autre autres
  i you he she we they it is are am be been do does did have has had got get need needs want wants would could can may like looking look search find something anything some any the an my your his her our their this that these those
  for with of to in on at from and or but not no yes how much what which where when why who whom one thing best better good buy price cost sell me us use using recommend show tell about there here im ive id ill
  n est jour probleme problemes souci soucis question aide aider aidez renseignement renseignements info infos svpp vraie vrai seulement juste environ autour taille boite boites flacon flacons tube tubes paquet paquets lot lots sachet
  tendance type grave fort forte forts genant aime aimes pense penser croire crois semble trucs nos commence commencer arrete marche marcher essaye essayer essaie tire gratte apparait apparaissent sort sortent sortir reste restent
  dois doit monter monte montez montrez montrer montre montres budget illimite argents jetons mbongo argent sous wari dos go vieux vieille
  dors dort fils moins tombe tombent personnellement simplement enlever eliminer supprimer disparaitre partir soigner traiter contre recu revenu arrive arrivee venir anti ml cl mg kg cm mm
  premier premiere deuxieme troisieme second seconde dernier derniere un deux trois quatre cinq six number numero take order first third last ll finalement exactement aucun aucune connu connue
  prevenez prevenir garde gardez ajoute ajoutez annule annulez reflechis reflechir reviens redis repond repondre parle parlez livrez livrer livraison paye payer paiement choisi choisir change changer oublie oublier rigole mal mauvais mauvaise pris passee routine laisse laisser
  allergie allergies allergique asthme asthmatique eviter evite traitement naturellement urgent urgemment rapidement jours ouvert ouverts ferme fermez situe situes adresse accouche accoucher
  `),
]);

/** The shape of a product rather than what it is for; weighs less in a search and can be swapped in a follow-up. */
export const FORM_WORDS: ReadonlySet<string> = new Set(
  list(
    'creme cremes gel gels lait laits huile huiles savon savons serum serums spray lotion baume beurre mousse poudre masque soin soins stick sirop gelules gelule comprimes comprime capsules capsule gouttes ampoules pommade tisane infusion coffret kit eau fluide patch lingettes',
  ),
);

/** Ordinary words that look like a mistyped word of the shop and are none. */
export const HONEST_WORDS: ReadonlySet<string> = new Set(
  list(`
  nourrissant nourrissante brosse brosses brume brumes route routes seins sein lunettes lunette boules boule tousse tousser trousse condition conditions retour mouche mouches visite visites image images
  coups poche poches tache cache caches marche marches bains bain main mains pains pain saine saines plage plages place places fille filles ville villes porte portes sorte sucre sucres verre verres
  creve crise crises grise salle salles sable table tables fable faible livre livres levre rasage massage message messages passage page pages rouge rouges bouche bouches couche couches douche douches
  pousse mousse tasse tasses chasse crampe crampes lampe lampes trempe temps champ champs chaud chaude froid froide frais fraiche blanc blanche bleue jaune jaunes verte vertes noire noires rousse
  corde cordes corne cornes ronde rond ongle cercle boucle oreille oreilles jouet jouets joues joue jeune jeunes fruit fruits fleur fleurs pluie suite nuits huitre soupe coupe coupes barbe herbe herbes
  amour amande amandes avoine argile argan arnica aloes vanille canne camphre citron menthe miel ricin zinc soufre souffre tension pression attention mention lotions nation potion portion action options
  pension passion mission lavage savane saveur vapeur couleur douleur chaleur valeur odeur moteur humeur tumeur rumeur teinture peinture ceinture coiffure chaussure gerçure piqure brulure morsure
  defrisage defrisant tresse tresses perruque meche meches tissage locks satin bonnet bonnets serviette serviettes chaussettes genouillere poils poil levure levures biere bieres bavoir biberon tetine sucette couverture`),
);
