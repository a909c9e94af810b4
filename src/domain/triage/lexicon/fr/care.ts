/** French. Pregnancy, treatments, prescriptions and the shop's own relation with the customer. */
export const FRENCH_CARE = {
  pregnant: `
    =enceinte
    enceinte
    =enceintes
    =ensainte
    enssinte
    =en =ceinte
    grossesse
    =grosses
    =grossese
    =pregnent
    femme gestante
    gestante
    attends un bebe
    attend un bebe
    attendons un bebe
    attends un enfant
    attend un enfant
    mois de grossesse
    =grosse =de
    tombe enceinte
    premier trimestre
    dernier trimestre
    trimestre
  `,
  breastfeeding: `
    allait*
    =alaite
    =alaiter
    =alait
    alaitement
    alaite
    allaite
    allaiter
    allaitante
    nursing
    donne le sein
    donner le sein
    nourris au sein
    nourri au sein
    lait maternel
    sein a mon bebe
  `,
  preg_alarm: `
    sens plus bebe
    sent plus bebe
    sens plus mon bebe
    sens pas bebe
    bouge presque plus
    remue plus
    perds de l eau
    perd de l eau
    perds les eaux
    perd les eaux
    perdu les eaux
    perte des eaux
    poche des eaux
    poche d eau
    eaux rompues
    rupture de la poche
    contraction
    contractions
    accouche
    accouchement premature
    bebe ne bouge plus
    bebe bouge plus
    bouge plus
    bouge pas
    sens plus bouger
    sent plus bouger
    sens plus le bebe
    sens pas bouger
    bouge moins
    fausse couche
    mal au bas ventre
    douleur au bas ventre
    mal au ventre
    douleur au ventre
    douleurs au ventre
    ventre fait mal
    ventre dur
    crampes
    tombee sur le ventre
    tombe sur le ventre
    coup dans le ventre
    coup au ventre
    eclampsie
    pre eclampsie
    preeclampsie
    liquide coule
    eau coule
    tombee dans
    tombee sur
    fait une chute
    chute dans
    accident de
    liquide sort
  `,
  preg_symptom: `
    brule quand
    brulure urinaire
    brule quand j urine
    uriner
    urine
    infection
    tension
    hypertension
    gonfle
    gonflent
    gonflee
    gonflees
    enfle
    enfles
    vertige
    vertiges
    malaise
    tombe
    tombee
    accident
    diabete
    malade
    demange partout
    gratte partout
    demangeaisons partout
    paludisme
    palu
    toxoplasmose
    rubeole
    varicelle
    perte de poids
    pertes
    perte verte
    mal de dent
    mal aux dents
    rage de dent
    migraine
    mal de tete
    maux de tete
    anemie
    anemique
    essoufflee
    pertes blanches
    pertes vertes
    odeur
    douleur
    douleurs
    mal
  `,
  abortion: `
    avort*
    ivg
    interruption de grossesse
    faire passer la grossesse
    faire passer une grossesse
    passer une grossesse
    passer la grossesse
    faire partir la grossesse
    enlever la grossesse
    enlever une grossesse
    partir une grossesse
    faire descendre la grossesse
    abortion
    garder la grossesse
    gerer la grossesse
    curetage
    garder cette grossesse
    garder ce bebe
    misoprostol
    cytotec
    faire tomber le bebe
    faire tomber la grossesse
  `,
  risky_active: `
    huile essentielle
    huiles essentielles
    retinol
    retinoide
    retinoides
    roaccutane
    isotretinoine
    curacne
    tretinoine
    hydroquinone
    plante
    plantes
    tisane
    indigene
    decoction
    ecorce
    traitement
    traitements
    traitement traditionnel
    alcool
    cigarette
    fume
    depakine
    valproate
    antidepresseur
    antidepresseurs
    millepertuis
    injection
    vaccin
    pilule
    epileptique
    complement
    complements
    tabac
    caustique
    collyre
    anti inflammatoire
    anxiolytique
    somnifere
    quinine
    coartem
    vermifuge
    purge
    charbon
    kaolin
    clou de girofle
    brule graisse
    minceur
  `,
  use: `
    =prendre
    =pren
    =prend
    =prends
    =pris
    utilise
    utiliser
    mettre
    mets
    applique
    appliquer
    boire
    bois
    fume
    use
    =mis
    avale
    manger
  `,
  chronic_medicine: `
    anticoagulant
    anticoagulants
    anti coagulant
    anti coagulants
    fluidifiant
    xarelto
    eliquis
    warfarine
    coumadine
    previscan
    sintrom
    kardegic
    plavix
    clopidogrel
    aspegic
    antihypertenseur
    antihypertenseurs
    anti hypertenseur
    amlodipine
    amlor
    lasilix
    furosemide
    ramipril
    perindopril
    coversyl
    losartan
    valsartan
    bisoprolol
    beta bloquant
    betabloquant
    atenolol
    metformine
    metformin
    glucophage
    diamicron
    gliclazide
    amarel
    insuline
    antidiabetique
    antidiabetiques
    anti diabetique
    levothyrox
    euthyrox
    levothyroxine
    antidepresseur
    antidepresseurs
    anti depresseur
    antidepressants
    fluoxetine
    prozac
    sertraline
    zoloft
    seroplex
    paroxetine
    deroxat
    lithium
    antiepileptique
    antiepileptiques
    anti epileptique
    depakine
    tegretol
    keppra
    gardenal
    phenobarbital
    rivotril
    lamictal
    arv
    antiretroviral
    antiretroviraux
    tritherapie
    chimio
    chimiotherapie
    chemo
    immunosuppresseur
    methotrexate
    corticoide
    corticoides
    cortisone
    prednisolone
    statine
    statines
    tahor
    crestor
    cordarone
    digoxine
    pilule contraceptive
    =la =pilule
    contraceptif
    implant contraceptif
    neuroleptique
    zyprexa
    risperdal
    anxiolytique
    tramadol
    morphine
    codeine
    antituberculeux
    allopurinol
    colchicine
    hydroxyuree
    diabetes medication
    medicament tension
    medicaments tension
    isotretinoine
    roaccutane
  `,
  supplement: `
    complement
    complements
    millepertuis
    ginkgo
    ginseng
    magnesium
    =fer
    vitamine
    vitamines
    vitamin
    zinc
    curcuma
    huile essentielle
    huiles essentielles
    tisane
    plante
    plantes
    spiruline
    gingembre
    supplement
    supplements
    produit
    gelules
    omega
    collagene
    brule graisse
    pamplemousse
    reglisse
    ail
    charbon
    moringa
    aloe vera
    calcium
    potassium
    melatonine
    valeriane
    =sa
    =ca
    ceci
  `,
  treatment: `
    traitement
    traitements
    trétement
    tretement
    medicament
    medicaments
    medication
    medications
    medocs
    soigne
    traite
    traitee
    suivi
    suivie
    ordonnance
    cachets
    comprimes
    sous traitement
  `,
  disease: `
    tension
    hypertension
    hypertendu
    hypertendue
    diabete
    diabetique
    diabetiques
    diabetes
    =coeur
    cardiaque
    cardiaques
    =vih
    =sida
    hiv
    epilepsie
    epileptique
    thyroide
    cholesterol
    rein
    reins
    renale
    renal
    foie
    hepatique
    hepatite
    cancer
    chimio
    dialyse
    hemodialyse
    greffe
    greffee
    drepanocytose
    drepanocytaire
    ulcere
    glaucome
    tuberculose
    prostate
    depression
    schizophren*
    parkinson
    lupus
    insuffisance renale
    insuffisance cardiaque
    thrombose
    phlebite
    goutte
    bipolaire
    pacemaker
    anemie
    hypothyroidie
    sclerose
    avc
  `,
  interaction: `
    interaction
    interactions
    interagit
    interagir
    contre indication
    contre indications
    contre indique
    compatible
    compatibles
    incompatible
    incompatibles
  `,
  mix: `
    melange
    melanger
    associer
    associe
    combiner
    combine
    en meme temps
    meme temps
    ajouter
    cumuler
    ensemble
    plus
    avec
  `,
  rx_medicine: `
    tramadol
    tramadole
    tramol
    kobolo
    augmentin
    amoxi*
    amoxicilline
    antibiotique
    antibiotiques
    antibiotics
    cytotec
    misoprostol
    viagra
    sildenafil
    tadalafil
    cialis
    coartem
    artefan
    artemether
    antipaludeen
    antipaludeens
    antipaludique
    quinine
    quinimax
    nivaquine
    ventoline
    ventolin
    salbutamol
    xanax
    alprazolam
    lexomil
    valium
    diazepam
    rivotril
    stilnox
    zolpidem
    somnifere
    somniferes
    corticoide
    corticoides
    cortico*
    cortisone
    prednisone
    prednisolone
    betamethasone
    dexamethasone
    celestene
    solupred
    insuline
    pilule du lendemain
    norlevo
    postinor
    contraception d urgence
    pilule contraceptive
    contraceptif injectable
    injectable
    injection
    injections
    morphine
    codeine
    fentanyl
    metronidazole
    flagyl
    cipro*
    ciprofloxacine
    azithromycine
    ceftriaxone
    bactrim
    cotrimoxazole
    doxycycline
    gentamicine
    roaccutane
    isotretinoine
    curacne
    metformine
    metformin
    glucophage
    amlodipine
    amlor
    lasilix
    levothyrox
    xarelto
    kardegic
    plavix
    previscan
    sintrom
    gardenal
    depakine
    tegretol
    antidepresseur
    antidepresseurs
    antiretroviraux
    arv
    truvada
    =prep
    hydrocortisone
    diprosone
    dermoval
    clobetasol
    adrenaline
    epipen
    methotrexate
    seringue adrenaline
    vaccin
    perfusion
    serum glucose
    kit pep
    lyrica
    pregabaline
    periactine
    dexa
    super apeti
    apetito
  `,
  prescription: `
    medecin m a donne
    docteur m a donne
    medecin a donne
    docteur a donne
    medecin a ecrit
    docteur a ecrit
    docteur m a prescrit
    l hopital m a donne
    infirmier m a donne
    docteur a marque
    medecin a marque
    =ordonnance
    =ordonnances
    ordonance
    ordonnance
    ordonanse
    ordonnence
    prescrit
    prescrite
    prescris
    prescrire
    feuille du medecin
    papier du medecin
    papier du docteur
    feuille du docteur
    papier de l hopital
    feuille de soins
    =orodonnance
    certificat medical
    resultats d analyse
    resultat d analyse
    analyses de sang
    examen de sang
  `,
  refund: `
    mes sous
    mon fric
    recuperer argent
    rendre les sous
    remboursez
    rembours*
    ranbourse
    ranboursement
    rambours*
    remboursement
    rembourse
    rendez moi mon argent
    rendez mon argent
    rende moi mon argent
    rendre mon argent
    rends moi mon argent
    recuperer mon argent
    veux mon argent
    mon argent
    avoir gagne
  `,
  insult: `
    c est nul a
    impoli
    impolie
    malpoli
    malpolie
    mal eleve
    mal elevee
    irrespectueux
    insolent
    insulte
    mal parle
    parle mal
    vendez du faux
    est du faux
    racistes
    =du =vol
    vous moquez
    vous foutez
    vous me prenez pour
    se moquer
    foutage de gueule
    moquerie
    voleur
    voleurs
    voleuse
    =vole
    volee
    =volé
    arnaque
    arnaquee
    arnaquer
    arnaqueur
    arnaqueurs
    arnaqu*
    arnak*
    escroc
    escrocs
    escroquerie
    escroqu*
    fraude
    honteux
    honteuse
    =honte
    inadmissible
    inacceptable
    scandale
    scandaleux
    scandaleuse
    foutez de moi
    fout de moi
    foutez de nous
    moquez de moi
    moque de moi
    moquez de nous
    prenez pour
    merde
    merdique
    =nuls
    =nulle
    pourri
    pourrie
    degueulasse
    incompetent
    incompetents
    incapables
    menteur
    menteurs
    mensonge
    horrible service
    terrible service
    connard
    connards
    idiot
    idiots
    con
    =cons
    imbecile
    imbeciles
    bandits
    bandit
    salaud
    salauds
    couillon
    couillons
    foutaise
    foutaises
    n importe quoi
    manque de respect
    manque de serieux
    pas serieux
    pas professionnel
    vous abusez
    abus
    catastrophe
    catastrophique
    lamentable
    minable
  `,
  complaint: `
    plainte
    porter plainte
    reclamation
    reclamations
    reclame
    signaler un probleme
    avocat
    police
    tribunal
    justice
    consommateur
    mauvais avis
    reseaux sociaux
    tiktok
    litige
    denoncer
  `,
  upset: `
    decu
    decue
    deception
    decevant
    decevante
    =furieux
    furieuse
    colere
    enerve
    enervee
    enerver
    fache
    fachee
    mecontent
    mecontente
    pas content
    pas contente
    pas satisfait
    pas satisfaite
    insatisfait
    insatisfaite
    exaspere
    exasperee
    outre
    outree
    furious
    terrible
    poor service
    frustrated
    decourage
    revolte
    revoltee
  `,
  shop_thing: `
    =pommade
    lotion
    masque
    emballage
    commande
    commandes
    colis
    coli
    kolis
    koli
    livraison
    produit
    produits
    pot
    pots
    article
    articles
    flacon
    tube
    creme
    boite
    boites
    bouteille
    serum
    paquet
    livreur
    product
    savon
    gel
    lait
    service
    boutique
    magasin
    reponse
    huile
    shampoing
    parfum
    bouchon
    pompe
  `,
  not_received: `
    jamais recu
    rien recu
    pas recu
    toujours pas recu
    recu rien
    jamais arrive
    jamais arrivee
    pas arrive
    pas arrivee
    toujours rien
    attends toujours
    toujours pas arrive
    manque
    manquait
    manquant
    manquante
    incomplet
    incomplete
    perdu
    perdue
    en retard
    retard
    pas livre
    jamais livre
    jamais livree
    toujours pas livre
    pas ete livre
    jamais venu
    n est pas venu
    =pas =complet
    jame recu
    recoi pas
  `,
  long_wait: `
    jours que j attends
    semaines que j attends
    semaine que j attends
    mois que j attends
    heures que j attends
    depuis une semaine
    depuis deux semaines
    depuis 2 semaines
    depuis 3 jours
    j attends depuis
    attends depuis
    en retard
    toujours pas
    toujours rien
    depuis 1 semaine
    depuis des jours
  `,
  defective: `
    casse
    cassee
    casses
    brise
    brisee
    abime
    abimee
    perime
    perimee
    perimes
    perimees
    defectueux
    defectueuse
    mauvais
    mauvaise
    faux
    fausse
    endommage
    endommagee
    ouvert
    ouverte
    vide
    moitie vide
    coule partout
    fuit
    rance
    moisi
    moisie
    tourne
    =perime
    defaut
    utilise
    entame
    entamee
    depasse
    depassee
    bizarre
    erreur
    trompe
    trompes
  `,
  counterfeit: `
    contrefacon
    contrefacons
    contrefait
    contrefaite
    faux produit
    faux produits
    pas l original
    pas original
    pas authentique
    imitation
    copie chinoise
  `,
  got: `
    came
    =come
    recu
    recue
    recus
    recois
    livre
    livree
    livrer
    envoye
    envoyes
    envoyer
    vendu
    vendue
    vendez
    achete
    achetee
    acheter
    arrive
    arrivee
    donne
    donnez
    trouve
    sent
    est
    etait
    ouvert
  `,
  double_charge: `
    carte debitee
    compte debite
    ete debite mais
    ete debitee mais
    debite mais
    argent est parti
    argent parti mais
    argent coupe mais
    debite deux fois
    debite 2 fois
    preleve deux fois
    preleve 2 fois
    paye deux fois
    paye 2 fois
    debitee deux fois
    double paiement
    trop preleve
    trop paye
    debite sans
    facture en double
    =encaisse =deux =fois
    retire deux fois
  `,
  useless: `
    =nul
    =nule
    nul
    marche pas
    fonctionne pas
    sert a rien
    inefficace
    efficace pas
    =0 =effet
    zero
    aucun effet
    aucun resultat
    sans effet
    poubelle
    zero effet
    de la merde
    mauvaise qualite
    qualite mediocre
    pas efficace
  `,
  shop_silence: `
    personne ne repond
    personne repond
    =repondez =pas
    =repondez =plus
    vous repondez jamais
    me repond pas
    me repond plus
    nous repond pas
    aucune reponse
    pas de reponse
    sans reponse
    ignorez
    ignore
    lu sans repondre
    vu sans repondre
    personne decroche
    personne ne decroche
  `,
  talk: `
    =parler
    =parlé
    parler
    =parle
    parlé
    discuter
    echanger
    causer
    appeler
    appelle
    appel
    contact
    contacter
    joindre
    =passez
    passez moi
    passe moi
    transferer
    transferez
    transfere
    transferez moi
    mettez
    mettre
    chat
    connect
    transfer
    avoir
    consulter
    renseigner
    ecrire
    expliquer
    repondre
    veux
    voudrais
    besoin
    svp
    demande
    relation
    a la place
    avis
    disponible
    dispo
    ligne
    prefere
    connecter
    voix
  `,
  human: `
    humain
    humaine
    =un =conseiller
    =une =conseillere
    =le =conseiller
    =la =conseillere
    =votre =conseiller
    =un =consele
    =consele
    =1 =conseiller
    =1 =consele
    =1 =conseille
    conseiller client
    conseiller humain
    conseiller en ligne
    conseillere
    =un =vrai =conseiller
    vrai personne
    vraie personne
    personne reelle
    =vraie =conseillere
    quelqu un
    quelqu une
    un agent
    une agente
    =agent
    =agents
    responsable
    gerant
    gerante
    =patron
    =patronne
    =chef
    directeur
    directrice
    pharmacien
    pharmacienne
    farmacien
    =farmasien
    =farmacien
    vendeur
    vendeuse
    service client
    service clients
    service apres vente
    =sav
    support
    operateur
    operatrice
    standard
    un medecin
    un docteur
    le medecin
    le docteur
    =conseiller svp
    assistante
    une personne
    =collegue
    employe
    employee
    pas une machine
    pas un robot
    pas a un robot
    pas avec un robot
  `,
  call_me: `
    y a quelqu un
    il y a quelqu un
    quelqu un est la
    appelez moi
    appele moi
    appelle moi
    apelez moi
    apele moi
    rappelez moi
    rappelle moi
    rapelez moi
    me rappeler
    =m =appeler
    =m =appelez
    joignez moi
    contactez moi
    me contacter
    me joindre
    me telephoner
    telephonez moi
    appel vocal
    au telephone
    de vive voix
    rappel telephonique
  `,
  robot: `
    =robot
    =robots
    machine
    =bot
    =bots
    =ia
    =ai =agent
    intelligence artificielle
    automatique
    repondeur
  `,
  blood_pressure: `
    =tension
    =ta
    arterielle
  `,
  blood_sugar: `
    glycemie
    =sucre
    glucose
    =dextro
    hypoglycemie
    hyperglycemie
    hypo
    diabetique
    diabete
  `,
  very_off: `
    tres haute
    trop haute
    haute
    montee
    monte
    elevee
    tres elevee
    trop elevee
    basse
    trop basse
    tres basse
    chute
    grimpe
    bas
    hypoglycemie
    hyperglycemie
    coma
    deregle
    desequilibre
    explose
    4 grammes
    3 grammes
    5 grammes
    transpire
    tremble
    confus
    confuse
    malaise
    4 g
    3 g
    5 g
    =hi
  `,
  sickle: `
    drepano*
    drepanocytose
    drepanocytaire
    =ss
  `,
  lump: `
    boule au sein
    boule dans le sein
    boule sein
    grosseur au sein
    grosseur dans le sein
    masse au sein
    kyste au sein
    nodule
    ganglion
    ganglions
    grosseur
    masse dans
  `,
  infected: `
    infecte
    infectee
    infection
    du pus
    =pus
    suppure
    gangrene
    pourrit
    pourri
    noircit
    abces
    panaris
    phlegmon
    erysipele
    septicemie
    suinte
  `,
  leg_clot: `
    mollet
    jambe
    cuisse
    calf
  `,
  sti: `
    ist
    mst
    chaude pisse
    syphilis
    gonorrhee
    blennoragie
    blenno
    gonococcie
    ecoulement
    pertes vertes
    pertes malodorantes
    herpes genital
    plaie sur le sexe
    bouton sur le sexe
    boutons sur le sexe
    prise vih
    rapport a risque
    preservatif a craque
    preservatif craque
    preservatif dechire
    capote a craque
    capote craque
    std
  `,
  sudden_food: `
    mange
    manger
    crevette
    crevettes
    arachide
    arachides
    cacahuete
    cacahuetes
    poisson
    noix
    oeuf
    oeufs
    lait
    miel
    piqure
    pique
    piquee
    guepe
    abeille
    medicament
    antibiotique
    cachet
    comprime
    produit
    creme
    savon
    masque
    peanuts
    fourmi
    fourmis
    injection
    vaccin
    serum
    huile
    teinture
    henne
    pris
    fruits de mer
    crabe
  `,
  shop_product: `
    creme
    serum
    savon
    produit
    produits
    gommage
    masque
    lotion
    gel
    lait
    huile
    pommade
    shampoing
    soin
    utilise
    utilisation
    application
    applique
    appliquer
    mis
    mettre
    teinture
    defrisant
    deodorant
    cream
    product
    vendu
    achete
    maquillage
    cire
    fond de teint
    routine
  `,
  sleep: `
    dort
    dorm*
    endormi
    endormie
    sommeil
    somnolent
    somnolente
    delire
    delirer
    repond pas
    repond plus
    bouge plus
    inconscient
    vomit
    bave
  `,
  eye_injury: `
    coup
    recu
    projection
    eclat
    plante
    blesse
    blessure
    produit
    javel
    acide
    colle
    vois flou
    vois plus
    saigne
    crayon
    piment
    ciment
    corps etranger
    chimique
    douleur
    fait tres mal
    gonfle
    rouge et douloureux
    pus
    pointe
    poussiere
    brule
    metal
  `,
  using: `
    utilise
    utilisation
    applique
    appliquee
    mets
    mis
  `,
  on_the_phone: `
    telephone
    appel
    appels
    message
    messages
    whatsapp
    =tel
    texto
    phone
    sms
  `,
  your: `
    =votre
    =vos
  `,
  fed_up: `
    marre
    ras le bol
    assez de
    =saoule
    =soule
    fatigue de
    fatiguee de
  `,
  waiting: `
    attendre
    attends
    attente
    retards
  `,
  gave_me: `
    m a donne
    m ont donne
    m a fait
    m ont fait
    me donne
    m a provoque
    m a cause
    a fait sortir
    a laisse
    m a laisse
    m a gate
    a gate
    a abime
    m a abime
  `,
  fake: `
    un faux
    des faux
    du faux
    faux produit
    fausse creme
    faux parfum
  `,
  waters: `
    perdu les eaux
    perd les eaux
    perds les eaux
    poche des eaux
    poche d eau percee
    train d accoucher
    travail a commence
  `,
  contractions: `
    contraction
    contractions
  `,
  come_back: `
    redis
    reviens
    tiens au courant
    attends sa reponse
    redirai
    reviendrai
    avis
    demande
  `,
} as const;
