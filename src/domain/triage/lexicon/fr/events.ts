/** French. Things that are swallowed, touched, or done to somebody. */
export const FRENCH_EVENTS = {
  swallow: `
    sirote
    siroter
    machouille
    mordille
    =mache
    biberonne
    avale
    avaler
    avaller
    avalle
    avalé
    =bu
    =boit
    =bois
    =boire
    =boivent
    =bue
    =bus
    =buvait
    =buvant
    =boi
    =manger
    =mange
    =manges
    =mangee
    =mangent
    =manje
    =mangé
    ingere
    ingerer
    ingestion
    ingurgite
    leche
    lecher
    gobe
    croque
    mis dans la bouche
    met dans la bouche
    porte a la bouche
    dans la bouche
    suce
    goute
    goutte
    absorbe
    siffle
    descendu
  `,
  inhale: `
    respire
    respirer
    inhale
    sniffe
    sniffer
    intoxique
    expose
  `,
  poison: `
    pastille de lave vaisselle
    lave vaisselle
    tablette lave vaisselle
    produit lave vaisselle
    sel de lave vaisselle
    capsule lessive
    briquet
    gaz butane
    nicotine
    cigarette
    cigarettes
    liquide de cigarette
    liquide cigarette
    produit pour cafards
    produit pour les cafards
    produit contre les cafards
    produit cafards
    capsule de lessive
    debouche evier
    eau forte
    liquide de refroidissement
    peroxyde
    produit a rat
    produit a rats
    produit pour les rats
    produit contre les rats
    produit des rats
    produit rat
    poison a rat
    produit insecticide
    produit cafard
    anti cafard
    eau de soude
    sel d oseille
    kerdane
    =javel
    =javelle
    eau de javel
    javell
    petrole
    petrol
    kerosen
    gasoil
    gazoil
    =essence
    diesel
    soude
    caustique
    potasse
    =acide
    =acid
    desinfectant
    detergent
    detartrant
    lessive
    liquide vaisselle
    produit vaisselle
    insecticide
    pesticide
    herbicide
    raticide
    mort aux rats
    mort au rat
    mort o rat
    rat poison
    =ddt
    =sniper
    baygon
    naphtaline
    boule de naphtaline
    dissolvant
    acetone
    diluant
    antigel
    peinture
    =colle
    destop
    deboucheur
    deboucher
    produit menager
    produits menagers
    produit d entretien
    produit de nettoyage
    produit nettoyant
    produit toilette
    =pile
    =piles
    batterie
    pile bouton
    pile plate
    battery
    mercure
    arsenic
    cyanure
    poison
    produit toxique
    produit chimique
    produits chimiques
    alcool a bruler
    alcool a 90
    alcool 90
    methanol
    antimite
    ammoniaque
    ammoniac
    eau oxygenee
    eau de batterie
    eau ecarlate
    produit moustique
    anti moustique
    antimoustique
    anti moustiques
    spirale moustique
    aimant
    aimants
    magnet
    pods
    berlingot
    mercurochrome
    betadine
    permanganate
    huile essentielle
    huiles essentielles
    huile de moteur
    liquide de frein
    defrisant
    defrisage
    termite
    fourmis produit
    rodenticide
    chlore
    furadan
    lannate
    desherbant
    engrais
    gramoxone
    roundup
    eau contaminee
    champignon sauvage
    champignons sauvages
    baie
    baies
    plante toxique
    manioc amer
    feuille inconnue
    graines inconnues
  `,
  household: `
    parfum
    shampoing
    savon
    creme
    deodorant
    vernis
    gel
    gel hydroalcoolique
    lotion
    produit
    maquillage
    rouge a levres
    lait de toilette
    huile
    alcool
    spray
    solution
    flacon
    bain de bouche
    perfume
    antiseptique
    teinture
    liniment
    piece
    pieces
    bille
    bijou
    bouton
    jouet
    perle
    arete
    os
    epingle
    aiguille
    coin
    medicament
    medicaments
    comprime
    comprimes
    cachet
    cachets
    gelule
    gelules
    pilule
    pilules
    sirop
    plaquette
    bague
    vis
    clou
    punaise
    talc
    eau oxygenee
  `,
  gas: `
    javel
    ammoniac
    ammoniaque
    acide
    produit chimique
    produits chimiques
    solvant
    solvants
    chloroforme
    =gaz
    =gas
    fumee
    fumees
    fume
    monoxyde
    vapeurs
    vapeur toxique
    groupe electrogene
    charbon de bois
    braise
    fumes
    chlore
    lacrymogene
  `,
  gas_harm: `
    mal a la tete
    vomit
    vomi*
    tousse
    respire
    respirer
    inhale
    intoxique
    intoxication
    fuite
    malaise
    evanoui
    vertiges
    odeur
    etouffe
  `,
  poisoned: `
    empoison*
    intoxi*
    intoxication
  `,
  chem_mix: `
    melange
    melanger
  `,
  medicine: `
    medicament
    medicaments
    medicamen
    comprime
    comprimes
    conprime
    cachet
    cachets
    kachet
    pilule
    pilules
    gelule
    gelules
    plaquette de medicaments
    somnifere
    somniferes
    paracetamol
    paracetamole
    doliprane
    dolipran
    doliprann
    efferalgan
    dafalgan
    ibuprofene
    ibuprofen
    advil
    nurofen
    aspirine
    aspirin
    aspegic
    antibiotique
    antibiotiques
    antibiotics
    tramadol
    tramadole
    tramol
    kobolo
    codeine
    morphine
    sirop
    medication
    medications
    antidouleur
    anti douleur
    antidouleurs
    anti inflammatoire
    antiinflammatoire
    diclofenac
    voltarene
    voltaren
    insuline
    valium
    diazepam
    lexomil
    xanax
    rivotril
    gardenal
    chloroquine
    nivaquine
    quinine
    coartem
    antipaludeen
    antipaludique
    antipaludeens
    artemether
    efavirenz
    spasfon
    smecta
    imodium
    vermifuge
    antihistaminique
    cetirizine
    loratadine
    corticoide
    corticoides
    cortisone
    prednisone
    prednisolone
    drogue
    remede
    actifed
    humex
    rhumagrip
    litacold
    vermox
    metronidazole
    flagyl
    amoxicilline
    amoxi
    augmentin
    bactrim
    cotrimoxazole
    fer injectable
    antiemetique
    vogalene
    motilium
    antidepresseur
    antidepresseurs
    anxiolytique
    anti depresseur
    neuroleptique
    panadol
    tylenol
  `,
  otc_medicine: `
    doliprane
    dolipran
    paracetamol
    efferalgan
    dafalgan
    ibuprofene
    ibuprofen
    advil
    aspirine
    spasfon
    smecta
    sirop
    medicament
    panadol
    tylenol
    suppositoire
    antibiotique
    nivaquine
    quinine
    coartem
  `,
  took: `
    =pris
    =pri
    =prise
    =prend
    =prends
    =prendre
    =pren
    =avale
    =avaler
    =avalee
    avale
    =bu
    =bois
    =boit
    consomme
    mange
    ingere
    =donne
    =donner
    injecte
    absorbe
    gobe
    =vide
    prenait
  `,
  too_much: `
    =trop
    toute la boite
    toute la plaquette
    toute une boite
    toute une plaquette
    tout le flacon
    tout un flacon
    tout le tube
    toute la bouteille
    tout le sirop
    boite entiere
    plaquette entiere
    flacon entier
    bouteille entiere
    =tous =les
    =toutes =les
    tous ses
    tous mes
    toutes ses
    double dose
    deux fois la dose
    fois la dose
    trois fois la dose
    double de la dose
    deux doses
    depasse la dose
    depasse dose
    depasser la dose
    grosse dose
    forte dose
    surdose
    une poignee
    poignee de
    plein de
    plusieurs plaquettes
    deux boites
    deux plaquettes
    trois plaquettes
    plus que la dose
    plus que prevu
    au lieu de
  `,
  overdose_word: `
    double prise
    doublement de dose
    prise massive
    vide l armoire a pharmacie
    vide la pharmacie
    overdos*
    surdos*
    =od
    sur dose
    surdosage
  `,
  dose: `
    =dose
    =doses
    dosage
    posologie
    combien de
    quelle quantite
    combien de ml
    =donner
    peux donner
    donner
  `,
  burn: `
    brule
    bruler
    brulure
    brulures
    brulur
    brul
    brulent
    brulait
    brulerai
    =brull
    brulle
    ebouillant*
    ebouyant*
    =crame
    crame
    cramer
    carbonise
    =broule
    =boule de feu
  `,
  blister: `
    cloque
    cloques
    cloches d eau
    ampoules d eau
    boule d eau
    boules d eau
  `,
  spill: `
    renverse
    renversee
    renverser
    verse
    eclabousse
    eclaboussee
    tombe sur
    tombee sur
    recu
    jete
    coule sur
  `,
  hot: `
    =chaud
    =chaude
    bouillant
    bouillante
    brulant
    brulante
    bouillie
  `,
  insert: `
    =mis
    =met
    introduit
    enfonce
    coince
    coincee
    bloque
    rentre
    entre
  `,
  orifice: `
    dans le nez
    dans son nez
    dans la narine
    dans l oreille
    dans son oreille
    dans les oreilles
    au fond de l oreille
  `,
  heat: `
    huile chaude
    =huile
    eau chaude
    eau bouillante
    eau bouyante
    bouillante
    bouillant
    bouillie
    =fer
    fer a repasser
    fer a lisser
    =gaz
    =feu
    flamme
    flammes
    =cafe
    marmite
    four
    fourneau
    plaque
    plak
    =moto
    echappement
    pot d echappement
    vapeur
    cocotte
    =casserole
    braise
    petrole
    allumette
    bougie
    cuisine
    cuisiniere
    friture
    =sauce
    soupe
    bouillon
    cire
    iron
    exhaust
    acide
    acid
    javel
    soude
    essence
    poele
    rechaud
    lampe
    metal
    foyer
    explosion
    =ciment
    electricite
  `,
  second_degree: `
    deuxieme degre
    second degre
    2 degre
    2eme degre
    2e degre
    troisieme degre
    3 degre
    3eme degre
    second degree
    2nd degre
    2 eme degre
    3 eme degre
  `,
  severe_burn: `
    visage
    figure
    =face
    tout le corps
    =corps
    explose
    explosion
    electrocut*
    acide
    =acid
    chimique
    pris feu
    prend feu
    en feu
    flammes
    yeux
    sexe
    parties intimes
    troisieme degre
    3eme degre
    incendie
    carbonise
    genitales
    electrique
    immole
    electricite
    courant
    gorge
    moitie du corps
  `,
  sun: `
    soleil
    solaire
    uv
  `,
  old_mark: `
    cicatrice
    cicatrices
    ancienne
    ancien
    anciennes
    vieille
    vieilles
    marques
    marque
    traces
    taches
  `,
  die: `
    mourir
    mourire
    mourrir
    mouri
    crever
    meurt
    meurs
  `,
  death: `
    =mourir
    =mourrir
    =mort
    =morte
    mouri
    disparaitre
    =crever
    crever
    suicid*
    suisid*
    en finir
    finir
    jeter du pont
    jeter sous
    plus exister
    partir pour toujours
    rejoindre le seigneur
    dormir pour toujours
    plus me reveiller
    plus reveiller
    dormir et plus
  `,
  suicide_word: `
    plus envie d etre la
    plus envie d etre
    plus envie de continuer
    laissez moi mourir
    me deteste
    plus d issue
    aucune issue
    plus gout a la vie
    plus gout de vivre
    perdu gout a la vie
    rester en vie
    reste en vie
    =en =finir
    se jeter
    plus la force de vivre
    plus le courage de vivre
    plus la force de continuer
    plus rien a faire sur cette terre
    quitter ce monde
    quitter cette vie
    en finirai
    mets fin a ma vie
    mettre un terme a ma vie
    terme a ma vie
    arreter de vivre
    arrete de vivre
    cesser de vivre
    suicid*
    suisid*
    suicide
    =suside
    suisid
    =me =tuer
    =se =tuer
    =tuer =moi
    autant mourir
    autant en finir
    rejoindre ma mere au ciel
    adieu la vie
    me pendre
    se pendre
    pendu
    pendue
    m ouvrir les veines
    ouvrir les veines
    tailler les veines
    couper les veines
    me foutre en l air
    se foutre en l air
    foutre en l air
    mettre fin a
    mettre fin a ma vie
    mettre fin a mes jours
    finir avec la vie
    finir avec ma vie
    finir avec cette vie
    finir avec sa vie
    finir avec tout
    finir avec moi
    finir ma vie
    oter la vie
    ote la vie
    enlever la vie
    oter ma vie
    attente a ses jours
    attenter a
    plus envie de vivre
    envie de vivre
    plus vivre
    pas envie de vivre
    veux plus etre la
    plus etre la
    plus de raison de vivre
    raison de vivre
    raisons de vivre
    aucune raison de vivre
    idees noires
    idees suicidaires
    pensees noires
    jeter d un pont
    jeter du pont
    jeter sous
    jeter dans le vide
    sauter du pont
    sauter du toit
    sauter dans le vide
    me jeter
    lettre d adieu
    dernier message
  `,
  tired_of: `
    =marre
    =fatigue
    fatiguee
    fatigué
    fatiguer
    =assez
    =peux =plus
    en peut plus
    ras le bol
    degoute
    degoutee
    =bon
    sert
    sens
    vaut
    interet
    =deteste
    veux plus
  `,
  living: `
    =vivre
    =vie
    existence
    exister
    =live
    =monde
    =terre
  `,
  worthless: `
    va pleurer
    va me pleurer
    me pleurer
    va me regretter
    me regretter
    =mieux
    manque a personne
    manquerai
    regrettera
    regrettera si
    monde sans moi
    sans moi
    personne ne pleurera
    poids pour
    fardeau
    inutile
    sers a rien
    seule solution
    pleurera
    debarrasse de moi
  `,
  gone: `
    =mort
    =morte
    =morts
    mortes
    disparais
    disparaisse
    disparaitre
    =partie
    sans moi
    =parte
    =absente
    n existais
    etais plus la
  `,
  self_harm: `
    coupe les poignets
    ouvre les veines
    taille les veines
    me fais du mal
    me fait du mal
    se fait du mal
    faire du mal
    me faire du mal
    se faire du mal
    me coupe les
    me coupe les bras
    me coupe les veines
    me taillade
    se taillade
    taillade les
    scarifi*
    se scarifie
    me scarifie
    me mutile
    se mutile
    mutile
    automutil*
    auto mutil*
    se coupe les bras
    se coupe les veines
    m entaille
  `,
  goodbye: `
    dire adieu
    adieu
    adieux
    pardonnez moi tous
    dernier message
    dernieres volontes
  `,
  hit: `
    frappant
    frappait
    =battait
    =tapait
    tapper
    cogner
    =frappe
    =frapper
    =frappee
    =frap
    =bat
    =battu
    =battue
    =battre
    =tape
    =tabasse
    tabasser
    tabassee
    =gifle
    gifler
    cogne
    =coups
    etrangle
    maltraite
    maltraitee
    violente
    violentee
    brutalise
    brutalisee
    leve la main
    poignarde
    violences
    maltraitance
    tabasse
    bastonne
  `,
  aggressor: `
    =mari
    =copain
    conjoint
    =homme
    compagnon
    =pere
    beau pere
    belle mere
    oncle
    tonton
    voisin
    voisine
    patron
    =ex
    fiance
    =gars
    =papa
    =maman
    =mere
    cheri
    frere
    =femme
    =il
    =elle
    =on
    partner
    tante
    marâtre
    maratre
    enseignant
    professeur
    maitre
    pasteur
    inconnu
    concubin
    bandits
    braqueurs
    maman
  `,
  rape: `
    m a force
    m a forcee
    m ont forcee
    m a obligee
    sans mon consentement
    m a touchee
    profite de moi
    =viol
    =viole
    =violee
    =violer
    =violé
    =violent =mari
    abus sexuel
    abus sexuels
    abuse de
    abusee
    agression sexuelle
    rapport force
    rapports forces
    forcee a
    force a coucher
    rapport non consenti
    rape
    attouchement
    attouchements
    inceste
    force de coucher
    oblige a coucher
    couche avec moi de force
    touche et j ai peur
    touche les parties
    contre mon gre
  `,
  assault: `
    battue par
    frappee par
    tabassee par
    battu par
    giflee par
    maltraitee par
    ete battue
    suis battue
    ete frappee
    m a agresse
    m a agressee
    m ont agresse
    ete agresse
    ete agressee
    fait agresser
    fait braquer
    suis fait agresser
    on m a agressee
    =agression
    menace de mort
    menace avec
    menace de me
    menacee
    me menace
    m a menace
    m a menacee
    harcele
    harcelee
    sequestre
    sequestree
    kidnapp*
    violences conjugales
    violence conjugale
    mutilation
    excision
  `,
  fear: `
    =peur
    secret
    force
    forcee
    =dit de rien dire
    honte
  `,
  snake: `
    serpent
    serpents
    vipere
    mamba
    cobra
    scorpion
    scorpions
    araignee venimeuse
    mille pattes
    naja
    couleuvre
    python
  `,
  bite: `
    mordu
    mordue
    mord
    morsure
    mordre
    pique
    piquee
    piqure
    bite
    bit
    attaque
    griffe
    griffee
  `,
  animal: `
    =chien
    =chat
    singe
    =rat
    =cat
    chauve souris
    rage
    cochon
    crocodile
    =chiens
    =chauve
    homme
    humaine
  `,
  trauma: `
    accident de
    accident
    =accident
    renverse par
    percute
    ecrase
    tombe du toit
    tombe du balcon
    tombe de l arbre
    tombe du manguier
    chute de
    tombe d un
    tombe de l escalier
    electrocut*
    electrocute
    foudroye
    =noye
    =noyee
    noyade
    tombe dans la piscine
    tombe dans l eau
    tombe dans la mer
    tombe dans le puits
    ecrase par
    courant l a pris
    pris le courant
    pris du courant
    electrocuted
    balle perdue
    coup de couteau
    poignarde
    tombe de la moto
    tombe de moto
  `,
  vehicle: `
    =moto
    voiture
    taxi
    camion
    =bus
    velo
    =car
    route
    circulation
    grave
    toit
    echelle
    etage
    arbre
    balcon
  `,
  knock: `
    cogne
    cogner
    choc
    tombe
    tombee
    tomber
    chute
    coup
    heurte
    =cogne
  `,
  emergency_word: `
    urgence vitale
    au secours
    ambulance
    =samu
    pompiers
    appelez les secours
    entrain de mourir
    en train de mourir
    train de mourir
    va mourir
    vais mourir
    =meurt
    en danger de mort
    entre la vie et la mort
    medical emergency
    emergency
    grave urgence
    urgence medicale
    c est une urgence
    agonise
    agonie
    mourant
    mourante
    urgence absolue
    perdre la vie
  `,
  deadly: `
    raticide
    mort aux rats
    mort aux rat
    produit a rat
    produit a rats
    produit pour les rats
    produit contre les rats
    rat poison
    poison
    insecticide
    pesticide
    petrole
    produit toxique
    ddt
    desherbant
  `,
  times: `
    =3 =fois
    =4 =fois
    =5 =fois
    =6 =fois
    =10 =fois
    trois fois
    quatre fois
    cinq fois
    deux fois de suite
    le double
    le triple
    double
  `,
  release: `
    delivrance
    liberation
    soulagement
    solution
    issue
  `,
  not_wake: `
    plus jamais se reveiller
    plus se reveiller
    jamais se reveiller
    ne pas se reveiller
    plus me reveiller
    plus jamais me reveiller
    pas me reveiller
    jamais reveiller
    tout s arrete
    que ca s arrete
    tout arreter
    dormir pour toujours
    arreter de souffrir
    quitter ce monde
    partir de ce monde
    quitter cette terre
  `,
  die_now: `
    =je =meurs
    =si =je =meurt
    =mourir
    =mourire
    =mourrir
    =mouri
    =creve moi
  `,
  kill_self: `
    me tue
    me tuer
    =me =tuai
    me suprimer
    me supprimer
    me detruire
    me flinguer
    me noyer
    me empoisonner
    m empoisonner
    me pendre
  `,
  touch: `
    pose
    touche
    toucher
    mis
    met
    attrape
    saisi
    tombe
    =mise
    assis
    assise
  `,
  hot_object: `
    cocotte
    friteuse
    chaudiere
    radiateur
    moteur
    bouilloire
    thermos
    marmitte
    =fer
    fer a repasser
    fer a lisser
    fourneau
    plaque
    plaque chauffante
    =four
    marmite
    echappement
    pot d echappement
    braise
    poele
    rechaud
    casserole
    iron
    cuisiniere
    gaziniere
    bougie
    ampoule
    flamme
    =feu
  `,
  swallowed: `
    =avale
    =avalee
    =avaler
    =avaller
    =avalle
    =avalez
    =aval
    ingere
    ingurgite
    gobe
    croque
    =avalait
    =avales
  `,
  wild: `
    champignon
    champignons
    =baie
    =baies
    plante
    graines
    feuilles
    manioc
    fruit inconnu
    racine
  `,
  weapon: `
    arme blanche
    couteau
    machette
    =balle
    fusil
    tesson
    hache
    poignard
    lance
  `,
  instead: `
    au lieu de
    a la place de
  `,
  drugged: `
    shoote
    shootee
    drogue
    droguee
    defonce
    defoncee
    tient plus debout
  `,
  again: `
    deuxieme fois
    seconde fois
    encore une fois
    deux fois
  `,
  height: `
    etage
    etages
    =toit
    echelle
    =arbre
    balcon
    manguier
    cocotier
    pont
    =puits
    ravin
  `,
  electric_shock: `
    electrocut*
    electrocution
    foudroye
    courant l a pris
    pris le courant
    decharge electrique
  `,
  alcohol: `
    =alcool
    alcol
    =biere
    =vin
    =whisky
    regab
  `,
  leave: `
    partir
    m en aller
    s en aller
    disparaitre
    dormir
  `,
  forever: `
    definitivement
    pour toujours
    pour de bon
    a jamais
    de ce monde
  `,
} as const;
