/** French. Words of grammar, degree and time that rules combine with the others. */
export const FRENCH_GRAMMAR = {
  not: `
    =pas
    =plus
    =jamais
    =pu
  `,
  cannot: `
    arrive pu
    peux pu
    arriv pu
    arrive pas
    arrive plus
    arrivons pas
    arrive meme pas
    arrive meme plus
    peux pas
    peux plus
    peux meme plus
    peux meme pas
    pouvait plus
    pouvais plus
    reussi pas
    reussi plus
    mal a
    =du =mal
    peine a
    difficulte
    difficulter
    difficile
    difficilement
    difficulty
    impossible
    trouble
    incapable
    galere a
    capable pas
    gene pour
    gene a
  `,
  suddenly: `
    d un seul coup
    d un coup
    tout a coup
    brusquement
    soudain
    soudaine
    soudainement
    subitement
    subite
    brutalement
    foudroyant
  `,
  a_lot: `
    =arreter
    =stopper
    impossible d arreter
    depuis 1 h
    depuis 2 h
    depuis 2 heures
    depuis 1 heure
    =boku
    =gros
    =encore
    =enormement
    beaucoup
    =trop
    enormement
    abondamment
    abondant
    abondante
    =tres
    =fort
    =forte
    =grave
    gravement
    a lot
    sans arret
    n arrete pas
    s arrete pas
    =arrete =pas
    =arrete =plus
    veux pas arreter
    veux pas s arreter
    sans s arreter
    non stop
    en continu
    massif
    massive
    a flot
    longtemps
    depuis une heure
    plus d une heure
    depuis des heures
    continue
    =coule
    coulent
    pisse
    cesse pas
    stopper
    gicle
    =partout
    profuse
    profusely
    caillot
    caillots
    comme un robinet
  `,
  mild: `
    =un =peu
    =un =peux
    petit
    petite
    petits
    petites
    leger
    legere
    legerement
    a little
    mini
    minuscule
    superficielle
  `,
  everywhere: `
    =partout
    tout le corps
    le corps entier
    corps
    de partout
    toute la peau
    couvert
    couverte
    plein de
  `,
  want: `
    =veux
    =veu
    =veut
    voudrais
    voudrait
    aimerais
    envie
    besoin
    exige
    prefere
    souhaite
    desire
    compte
    =vais
    =va
    =vas
    decide
    essaye
    essaie
    tente
    tenter
    menace de
    menace
    pense a
    pense au
    parle de
    =dit
    planifie
    pret a
    prete a
    idee de
    idees de
  `,
  question_safe: `
    =peux
    =peut
    puis
    =pe
    pouvons
    possible
    compatible
    autorise
    autoriser
    convient
    convenir
    danger
    dangereux
    dangereuse
    risque
    risques
    ok
    grave
    deconseille
    contre indique
    contre indication
    contre indications
    interdit
    interdite
    droit de
    may
    ca va
    =bon
    bien
    probleme
    souci
    compatibles
    nocif
    nocive
    avis
    quoi prendre
    que prendre
    quel
    quelle
    conseille
    affecte
    gene
    joue sur
  `,
  asks_leave: `
    =peux
    =peut
    puis
    =pe
    =may
  `,
  shop_wish: `
    cherche
    voudrais
    besoin
    combien
    prix
    acheter
    commander
    vendez
  `,
  danger: `
    danger
    dangereux
    dangereuse
    dangereuses
    risque
    risques
    contre indique
    contre indication
    deconseille
    interdit
    interdite
    nocif
    nocive
    sans danger
    autorise
    autorisee
    permis
    toxique
  `,
  by_mistake: `
    par erreur
    par accident
    accidentellement
    sans faire expres
    par megarde
    sans savoir
    par inadvertance
    s est trompe
    me suis trompe
    trompe
    confondu
    cachette
    en jouant
    croyant
    croyait
    pensant
    a la place
    expres
    volontairement
    on purpose
  `,
  long_ago: `
    l annee derniere
    l annee passee
    l an dernier
    l an passe
    autrefois
    quand j etais
    quand elle etait
    quand il etait
    antecedent
    antecedents
    par le passe
    dans le passe
    deja fait
    deja eu
    ancien
    ancienne
    il y a longtemps
    a l epoque
    il y a des annees
    il y a quelques annees
    en convalescence
    reeducation
  `,
  since: `
    =depuis
    =dpui
    ca fait
    voila
    hier
    ce matin
    cette nuit
    aujourd hui
    maintenant
  `,
  have: `
    =ai
    =a
    =as
    =avons
    =ont
    =avait
    =avais
    =fait
    =fais
    =font
    sens
    sent
    souffre
    attrape
    chope
    =est
    suis
    =sommes
    =pique
    commence
    developpe
    passe
    chauffe
    =avec
  `,
  self: `
    =me
    =m
    =se
    =s
    moi meme
  `,
  event: `
    =me
    =m
    =s
    =se
    =ete
    =vient
    renverse
    tombe
    touche
    recu
    accident
    =est
    =c
  `,
  after: `
    =apres
    =apre
    depuis que
    =depuis
    suite a
    des que
    quand j ai
    lorsque
    a cause
  `,
  help: `
    au secours
    a l aide
    =sos
    aidez moi vite
    venez vite
    vite vite
    sauvez
  `,
} as const;
