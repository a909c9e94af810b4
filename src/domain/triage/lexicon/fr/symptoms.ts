/** French. What people say hurts or is happening to the body. */
export const FRENCH_SYMPTOMS = {
  pain: `
    =pains
    =souffre
    souffrance
    elance
    elancement
    =barre
    =serrement
    broie
    brule
    =mal
    =mau
    =maux
    douleur
    douleurs
    douloureux
    douloureuse
    fais souffrir
    =serre
    =serrent
    =serrer
    serrement
    =pique
    =piquent
    oppresse
    oppression
    oppresser
    pincement
    pince
    =poids
    pression
    =etau
    tiraille
    crampe
    crampes
    pressure
    =lance
    coup de poignard
    ecrase
    brulure
    brulures
    comprime
    coince
    coincee
    =point
    lourd
    lourdeur
  `,
  strong_pain: `
    douleur
    douleurs
    douleur atroce
    tres mal
    =mal
    terrible
    insupportable
    atroce
    violent
    violente
    violents
    intense
    intenses
    aigue
    horrible
    severe
    tordu
    plie en deux
    tient plus debout
    tiens plus debout
    contractions
  `,
  fever: `
    fievre
    fievr
    fiev
    fiebre
    =temperature
    =febrile
    =corps =chaud
    =corps =chauffe
    corps chauffe
    corps brulant
    corps tres chaud
    chauffe beaucoup
    =il =est =chaud
    =elle =est =chaude
    =tout =chaud
    =toute =chaude
    brulant de fievre
    brulante de fievre
    hyperthermie
    =corp =chauf
    corps bouillant
  `,
  malaria: `
    varicelle
    varicel
    zona
    oreillons
    scarlatine
    palu
    paludisme
    malaria
    =paly
    neuropalu
    typhoide
    typhoid
    fievre typhoide
    acces palustre
    dengue
    chikungunya
    rougeole
    meningite
    cholera
    hepatite
    tuberculose
    tetanos
    fievre jaune
    mpox
    variole
    ebola
    coqueluche
  `,
  vomit: `
    vomi*
    =vomit
    =vomir
    vomissement
    vomissements
    vomis
    rend tout
    rejette tout
    regurgite tout
    nausees violentes
    gerbe
    =vomu
    vaumi
    vaumir
  `,
  diarrhoea: `
    diarrh*
    diarhe*
    diarhee
    diare
    diaree
    =diarre
    =chie
    selles liquides
    caca liquide
    caca mou
    gastro
    gastroenterite
    ventre qui coule
    ventre coule
    court ventre
    courante
    fait caca sans arret
    va aux toilettes sans arret
    selle sans arret
    dysenterie
    deshydrat*
  `,
  cough: `
    =touss
    =touse
    tousse
    toux
    tousser
    =tou
    =tout =le =temps =tousse
    bronchite
    bronchiolite
    siffle
    sifflement
    respire mal
  `,
  not_feeding: `
    veut pas teter
    veut pas manger
    veut pas boire
    veut pas le sein
    veut plus le sein
    veut pas le biberon
    veut plus le biberon
    veut pas prendre le sein
    peut pas teter
    peut plus teter
    peut pas boire
    peut plus boire
    peut plus manger
    peut pas manger
    refuse le lait
    refuse tout
    veut plus du sein
    arrive pas a teter
    arrive plus a teter
    arrive pas a manger
    refuse le sein
    refuse de teter
    refuse le biberon
    refuse de manger
    refuse de boire
    tete plus
    tete pas
    veut plus teter
    mange plus
    mange pas
    boit plus
    boit pas
    veut plus boire
    veut plus manger
    veut rien manger
    rien manger
    =mal =a =teter
    prend plus le sein
    prend pas de poids
    perd du poids
    perdu l appetit
  `,
  listless: `
    tout mou
    toute molle
    =mou
    =molle
    amorphe
    reagit plus
    reagit pas
    sans reaction
    lethargique
    apathique
    tres faible
    =faible
    somnolent
    somnolente
    dort tout le temps
    dort trop
    se reveille pas
    reveille plus
    inerte
    trop calme
    geint
    gemit
    fatigue trop
    tres fatigue
    tres fatiguee
    abattu
    abattue
    toute faible
    tout faible
  `,
  crying: `
    pleure sans arret
    pleure sans cesse
    arrete pas de pleurer
    crie sans arret
    hurle
    inconsolable
    pleure beaucoup
    pleure trop
    hurle de douleur
    se tord
    pleure toute la nuit
    cesse de pleurer
    pleure tout le temps
    pleur* sans arret
  `,
  rash: `
    plaques
    plaque rouge
    =plaque
    =plak
    urticaire
    eruption
    cloque
    cloques
    taches rouges
    tache rouge
    boutons partout
    pustule
    pustules
    =pus
    taches violettes
    purpura
    rougeurs partout
    jaunisse
    tout jaune
    toute jaune
    yeux jaunes
    points rouges
    boutons rouges
    cloches d eau
    boutons d eau
  `,
  infant_sick: `
    =jaune
    jaunisse
    tout jaune
    infecte
    infection
    du pus
    =malade
    boule
    bosse
    fontanelle
    constipe depuis
    fait pas pipi
    fait pas caca
    fait plus pipi
    fait plus caca
    pas fait pipi
    pas fait caca
    pas pipi
    pas caca
    =ventre =ballonne
    ventre gonfle
    ventre dur
    mal au ventre
    mal a l oreille
    mal aux oreilles
    otite
    muguet
    taches blanches
    saigne
    sang
    coule du pus
    nombril coule
    nombril suinte
    nombril saigne
    respire vite
    respire mal
    respire fort
    encombre
    =gemit
    mal aux dents et fievre
    grimace de douleur
    se plaint
    yeux colles
    yeux qui coulent
  `,
  convulse: `
    convuls*
    kovuls*
    konvuls*
    crise d epilepsie
    =raidi
    =raidit
    =raide =tout
    se =raidit
    tout =raide
    toute =raide
    tremble de partout
    tremble de tout
    tremble par terre
    tremblements partout
    secoue de partout
    il secoue
    spasme
    spasmes
    yeux retournes
    yeux revulses
    yeux revulse
    yeux blancs
    yeux en l air
    yeux tournes
    roule les yeux
    mousse a la bouche
    bave mousse
    mousse par la bouche
    mousse blanche
    serre les dents
  `,
  epilepsy_word: `
    epilepsie
    epileptique
    epileptiques
    epilepsi
  `,
  crisis: `
    =crise
    =crises
    =crize
    =kriz
    =krise
    attaque
    =epilepsie
  `,
  unconscious: `
    inanime
    inanimee
    sans vie
    dans les vapes
    plus connaissance
    tourne de l oeil
    =plus =de =pouls
    sans pouls
    semi conscient
    a moitie conscient
    ouvre pas les yeux
    ouvre plus les yeux
    regard fixe
    gisant
    etendu par terre
    etendue par terre
    couche par terre
    allonge par terre
    bouge plus du tout
    perdu connaissance
    perd connaissance
    perdre connaissance
    perte de connaissance
    perte de conscience
    perdu conscience
    sans connaissance
    inconscient
    inconsciente
    inkonsian
    inconscience
    evanoui
    evanouie
    evanouir
    evanouis
    evanoui*
    tombe dans les pommes
    dans les pommes
    reagit plus
    reagit pas
    coma
    syncope
    fait un malaise
    malaise
    effondre
    effondree
    ecroule
    ecroulee
    tombe raide
    arrete pas de tomber
    =respond =pas
    garder eveille
    plus conscient
    pas conscient
    plus consciente
  `,
  wake: `
    reveiller
    reveille
    eveille
    eveiller
    garder eveille
  `,
  respond: `
    =repond
    =reponds
    =repon
    reagir
    bouge
    bouger
    =bouj
    respond
    responding
    ouvre les yeux
  `,
  choke: `
    poisson hors de l eau
    plus d air
    reprendre mon souffle
    peux plus parler tellement
    etouf
    etouffe
    etouffer
    etouffement
    etoufe
    suffoque
    suffoquer
    asphyxie
    asphyxier
    s etrangle
    etrangle
    se noie
    noyade
    =noye
    =noyee
    =noyer
    detresse respiratoire
    souffle coupe
    a bout de souffle
    manque d air
    manque de souffle
    cherche son air
    cherche l air
    cherche son souffle
    souffle court
    =halete
    =haleter
    =haletait
    essouffle au repos
    air ne passe plus
    air passe plus
    air passe pas
    apnee
  `,
  breathless: `
    tire sur cotes
    cotes rentrent
    creux sous les cotes
    geint en respirant
    essouffle
    essoufflee
    essoufflement
    essouffle*
    respire mal
    respire tres mal
    respire vite
    respire tres vite
    respire trop vite
    respire difficilement
    respire bizarrement
    siffle
    tirage
    cotes se creusent
    cotes qui se creusent
    creuse les cotes
    battement des ailes du nez
    respiration rapide
    respiration bizarre
    respiration sifflante
    respiration difficile
    respire fort
    mal respirer
  `,
  blue: `
    =bleu
    =bleue
    =bleus
    =bleues
    violet
    violette
    violettes
    violacees
    cyanose
    levres noires
  `,
  asthma_word: `
    asthme
    asthmatique
    asme
    asthm*
    =astme
    ventoline
    inhalateur
    bronchodilatateur
    =asmatique
    bpco
  `,
  worsening: `
    =crise
    =crises
    marche pas
    marche plus
    fini
    finie
    terminee
    =plus =de =ventoline
    soulage pas
    suffit pas
    =attaque
    empire
    s aggrave
    grave
  `,
  palpitations: `
    bat n importe comment
    bat mal
    bat irregulierement
    bat pas normal
    bat anormal
    bat comme un fou
    bat la chamade
    palpitation
    palpitations
    s emballe
    emballe
    bat trop vite
    bat tres vite
    bat vite
    bat fort
    bat trop fort
    bat bizarrement
    coeur rapide
    tachycardie
    irregulier
    saute
    battements rapides
    bat tellement
    bat a cent
  `,
  dizzy: `
    vertige
    vertiges
    =tourne
    etourdi
    etourdie
    failli tomber
    sens partir
    faiblesse
    malaise
    sueur
    sueurs
    sueurs froides
    transpire
    transpirer
    sue
    tombe
    =pale
    bras gauche
    engourdi
    engourdie
    evanouir
    ecran noir
    tete qui tourne
  `,
  heart_attack: `
    douleur cardiaque
    douleurs cardiaques
    malaise cardiaque
    probleme au coeur
    crise cardiaque
    arret cardiaque
    infarctus
    infractus
    infarct*
    attaque cardiaque
    attaque au coeur
    attaque de coeur
    coeur lache
    coeur a lache
    angine de poitrine
    coeur s arrete
    coeur qui s arrete
    coeur va s arreter
    embolie
  `,
  stroke_word: `
    =avc
    a v c
    accident vasculaire
    accident cerebral
    attaque cerebrale
    congestion cerebrale
    =ait
  `,
  paralysis: `
    plus tenir
    peux plus serrer
    lache tout
    devenu mou
    devenue molle
    tout mou
    toute molle
    devenue lourde
    devenu lourd
    perdu l usage
    perdu usage
    perd l usage
    bouge presque plus
    traine
    trainer
    traine la jambe
    pend
    pendant
    marche plus
    fonctionne plus
    commande plus
    paralys*
    paralise*
    paralyz*
    paralysie
    engourdi
    engourdie
    engourdissement
    sens plus
    sent plus
    sens pas
    bouge plus
    bouge pas
    lever plus
    repond plus
    repond pas
    obeit plus
    =mort
    =morte
    =faible
    faiblesse
    inerte
    peux plus bouger
    plus lever
    plus bouger
    pas bouger
    pas lever
  `,
  droop: `
    tordu
    tordue
    =travers
    tombe d un cote
    tombee d un cote
    tombe de cote
    tombee de cote
    tombe sur un cote
    deforme
    deformee
    partie de cote
    partie sur le cote
    parti de cote
    devie
    deviee
    droops
    affaisse
    affaissee
    d un seul cote
    paralyse
    paralysee
    asymetrique
    tourdu
  `,
  slurred: `
    parle mal
    parler mal
    comprenait plus rien
    comprend plus rien
    cherchait ses mots
    cherche ses mots
    trouve plus ses mots
    incomprehensible
    incomprehensibles
    comprenait plus
    mots de travers
    parle de travers
    parle en avalant
    bafouille
    bafouiller
    begaie soudain
    charabia
    incoherent
    incoherente
    bizarre
    bizarrement
    sortent mal
    sort mal
    saoul
    ivre
    comprend plus
    comprend pas
    comprends pas
    n importe quoi
    pateuse
    confus
    confuse
    melange les mots
    n arrive plus
  `,
  confused: `
    confus
    confuse
    confusion
    delire
    delirer
    n importe quoi
    desoriente
    desorientee
    reconnait plus
    reconnait personne
    ne sait plus ou
    incoherent
    incoherente
    propos bizarres
    propos incoherents
  `,
  vision_loss: `
    vois des etoiles
    voit des etoiles
    vois des points
    vois des taches
    vois des mouches
    vois double
    perdu la vue
    perd la vue
    perdu vue
    vois flou
    voit flou
    vois trouble
    voit trouble
    vue trouble
    vue floue
    vision trouble
    vision floue
    voit double
    aveugle
    vue brouillee
    mouches devant les yeux
    points devant les yeux
    etoiles devant les yeux
  `,
  worst_headache: `
    pire mal de tete
    mal de tete le plus
    mal de tete atroce
    mal de tete horrible
    mal de tete violent
    maux de tete violents
    tete va exploser
    tete explose
    coup de tonnerre
    violents maux de tete
    tete eclate
    violent mal de tete
  `,
  headache: `
    mal a la tete
    mal de tete
    maux de tete
    mal au crane
    tete fait mal
    migraine
    migraines
    cephalee
    cephalees
    tete fais mal
    mal tete
  `,
  stiff_neck: `
    nuque raide
    cou raide
    raideur de la nuque
    raideur nuque
    nuque dure
    cou dur
    cou bloque
    nuque bloquee
    raideur du cou
    lumiere fait mal
    lumiere me fait mal
    supporte pas la lumiere
    supporte plus la lumiere
    taches violettes
    purpura
    nuque fait mal
  `,
  bleed: `
    ensanglant*
    saign*
    seign*
    sainye
    =sagne
    segne
    =saine
    hemorrag*
    emoragi*
    hemoragie
    perte de sang
    pertes de sang
    perd du sang
    perds du sang
    perdre du sang
    perdu du sang
    perd beaucoup de sang
    sang coule
    sang qui coule
    pisse le sang
    pisse du sang
  `,
  blood: `
    =du =san
    =de =san
    =le =san
    =sang
    =sanh
    =sant
    =ensanglante
    ensanglantee
    caillots
  `,
  haemorrhage: `
    coupe artere
    coupe une artere
    artere coupee
    artere sectionnee
    ouvert crane
    ouvert la tete
    ouvert le front
    fendu crane
    fendu la tete
    crane ouvert
    tete ouverte
    hemorrag*
    emoragi*
    hemoragie
    haemorrhage
    hemorrhage
    emorragie
    bain de sang
    mare de sang
    vide de son sang
    vider de son sang
  `,
  from_inside: `
    vomi*
    crache
    cracher
    crachat
    crachats
    tousse
    toussant
    toux
    recrache
    selles
    selle
    caca
    anus
    vomit
    vomissement
    vomissements
    =vaumi
    rectum
    toilettes
  `,
  black_stool: `
    selles noires
    caca noir
    selle noire
    selles toutes noires
    caca tout noir
    selles goudron
  `,
  urine: `
    urine
    urines
    =pipi
    uriner
    pisse
    pisser
    =pee
    pis
  `,
  dark: `
    =sang
    =rouge
    =rouges
    =noir
    =noire
    =noires
    coca
    =fonce
    marron
    brule
    brulure
    brulures
    =pus
    mal
    cola
    douleur
    =noirs
  `,
  wound: `
    coupe
    coupure
    plaie
    =plai
    entaille
    blessure
    blesse
    blessee
    ouvert
    ouverte
    ouvert la main
    couteau
    machette
    lame
    tesson
    bouteille cassee
    verre
    hache
    scie
    poignarde
    transperce
    perce
    clou
    balle
    arrache
    sectionne
    ampute
    taille avec
  `,
  deep: `
    profond
    profonde
    voit l os
    os visible
    ouverte
    beante
    =os
    points de suture
    recoudre
    sectionne
    sectionnee
    arrache
    arrachee
    doigt coupe
    ampute
    amputee
    se vide
    transperce
  `,
  menses: `
    regles
    menstrues
    periode
    period
    =regle
    menstruations
    lochies
  `,
  collapse_signs: `
    faible
    vertige
    vertiges
    malaise
    evanoui
    pale
    chaque 30 minutes
    chaque heure
    toutes les heures
    serviette
    serviettes
    caillots
    caillot
    tete tourne
    toutes les 30
  `,
  swell: `
    enfles
    enflee
    enflees
    =anfle
    =anfler
    gonfle
    gonflent
    gonfler
    gonfles
    gonflement
    gonflait
    enfle
    enfler
    enflent
    enflure
    enflait
    =gonf
    =gonfl
    oedem*
    boursouf*
    ont double
    double de volume
    triple
    grossi d un coup
    angioedeme
    quincke
  `,
  closing: `
    =serre
    =serree
    serrer
    ferme
    fermer
    ferment
    bloque
    bloquee
    retreci
    retrecit
    coince
    coincee
    noue
    =boule
    gratte
    picote
    comprimee
  `,
  itching: `
    gratte
    gratter
    demange
    demangeaison
    demangeaisons
    gratelle
    brule
    rouge
    rougeurs
    plaques
    boutons
    =plaque
    cloques
    irrite
    irritee
    pele
    enfle
    gonfle
    gonflee
    urticaire
    chauffe
    brulee
  `,
  skin_reaction: `
    plaques
    =plaque
    cloques
    cloque
    urticaire
    boutons partout
    gratte partout
    rouge et
    tout rouge
    toute rouge
    rouge partout
    enfle
    enflee
    gonfle
    gonflee
    brule le visage
    brule la peau
    brulee
    a brule
    m a brule
    brulure
    brulures
    reagi
    reaction
    allergie
    demangeaisons partout
    demange partout
    pele
    suinte
    suintent
    defigure
    defiguree
    abime
    abimee
    detruit
    detruite
    eruption
    boursoufle
    irritation forte
    boutons rouges partout
  `,
  allergy_event: `
    fais une allergie
    fait une allergie
    faire une allergie
    fais allergie
    fait allergie
    fais une reaction
    fait une reaction
    fait reaction
    reaction allergique
    reactions allergiques
    crise d allergie
    crise allergique
    grosse allergie
    allergie grave
    allergie severe
    urticaire geante
    urticaire
    declenche une allergie
    provoque une allergie
    donne une allergie
    donne des allergies
    attrape une allergie
    mauvaise reaction
    mal reagi
  `,
  anaphylaxis: `
    anaphyla*
    anafila*
    choc allergique
    oedeme de quincke
    quincke
    gorge se ferme
    epipen
    adrenaline
  `,
  stopping: `
    s arrete
    s est arrete
    arrete de battre
    lache
    flanche
    bat plus
    battre
  `,
  falls: `
    descend
    descendu
    descendue
    glisse
    =tombe
    =tombee
    =tombent
    =part
    =partie
    =parti
    pend
  `,
  drunk_looking: `
    dirait qu il est ivre
    dirait qu il est saoul
    dirait qu elle est ivre
    dirait qu elle est saoule
    comme un ivrogne
    comme quelqu un de saoul
    comme quelqu un d ivre
    mots sortent mal
    mots sortent pas
    parole sort pas
    parle en bavant
  `,
  rolled: `
    =arriere
    retourne
    retournes
    revulse
    revulses
    =blancs
    =tournes
    en l air
    chavire
    chavires
    vitreux
  `,
  comes_out: `
    sort
    sortent
    =coule
    =coulent
    jaillit
    gicle
    =oreille
    =oreilles
  `,
  hot_feel: `
    =est =chaud
    =est =chaude
    =brulante
    =brulant
    bouillant
    bouillante
    =brulants
    =bouillant
    chauffe
    chauffent
  `,
  wrong_pipe: `
    avale de travers
    =de =travers
    fausse route
  `,
  severe: `
    terrible
    insupportable
    atroce
    plie en deux
    tient plus debout
    tiens plus debout
    violent
    violente
    horrible
    intense
    tres fort
    tordre
    tord
    intenable
    severe
  `,
  in_trouble: `
    train de partir
    va pas bien du tout
    va pas du tout bien
    va tres mal
    sens tres mal
    sent tres mal
    se sent mal
    sens pas bien du tout
    tient plus debout
    tiens plus debout
    sens partir
    vais m evanouir
    vais tomber
    peux plus me lever
    peut plus se lever
    peut plus marcher
    peux plus marcher
    arrive plus a marcher
    arrive plus a se lever
    etat grave
    etat critique
    souffre beaucoup
    souffre enormement
    trop mal en point
    se meurt
    perd la tete
  `,
  urgency: `
    urgence
    urgences
    urgent
    emergency
  `,
  turns_blue: `
    tout bleu
    toute bleue
    devient bleu
    devient bleue
    deviens bleu
    levres bleues
    levres violettes
    levres bleu
    bleuit
    bleuissent
    devenu bleu
    devenue bleue
  `,
  stuck: `
    coince
    coincee
    bloque
    bloquee
    reste dans la gorge
    travers de la gorge
  `,
  morsel: `
    viande
    =os
    arete
    bonbon
    piece
    noyau
    morceau
    poisson
    bille
    cacahuete
    arachide
    aliment
    nourriture
    candy
    jouet
    manioc
  `,
  weird: `
    blocage
    bloquee
    sifflement
    siffle
    gene
    bizarre
    bizarrement
    =bruit
    bruits
    saccadee
    saccade
    sifflante
    sifflant
    rapide
    =vite
    =mal
    =court
    courte
    =dur
    fatigue
    irreguliere
    irregulier
    lourde
    epuise
    bloque
    coupe
  `,
  turned: `
    =tourne
    =tournee
    devie
    deviee
    tordue
    tordu
    change de place
  `,
  no_answer: `
    bouge plus
    bouge pas
    bouge meme plus
    ouvre plus les yeux
    parle plus
    repond plus
    reagit plus
    reagit pas
    repond presque plus
    =repon =plus
    =repon =pas
  `,
  big: `
    =grosse
    =grosses
    enorme
    enormes
    =epaisse
    double
    triple
  `,
  vision_gone: `
    voit plus
    vois plus
    perdu la vue
    perd la vue
    plus rien voir
    vois rien
    voit rien
    aveugle d un coup
  `,
  has_crisis: `
    fait une crise
    fais une crise
    faire une crise
    fait des crises
    en crise
    en pleine crise
    pleine crise
    pique une crise
    fait sa crise
    fit crise
  `,
  skin_thing: `
    acne
    eczema
    psoriasis
    bouton
    boutons
    hemorroides
    angoisse
    larmes
    colere
    nerfs
    goutte
    allergie
    arthrose
    rhumatisme
    sinusite
    foie
    panique
  `,
  crisis_sign: `
    mordu la langue
    mord la langue
    urine sur lui
    urine sur elle
    pisse sur lui
    uriner sur
    par terre
    tremble
    tremblait
    trembler
    tombe
    bave
    raide
    regard
  `,
  sure: `
    confirme
    positif
    positive
    teste
    analyse
    grave
    symptomes
  `,
  hypo_event: `
    hypoglycemie
    hyperglycemie
    en hypo
    fais une hypo
    fait une hypo
    coma diabetique
    hypo glycemie
  `,
  ache: `
    =mal
    douleur
    douleurs
    =pains
    souffre
  `,
} as const;
