/** What customers say in French of skin, hair, needs and things, by concept; what each means is in `../concepts.ts`. */
export const FRENCH_CONCEPTS = {
  peau_seche: `
    peau seche
    peau tres seche
    peau deshydratee
    peau qui tire
    peau qui tiraille
    peau tiraille
    visage tire
    peau rugueuse
  `,
  peau_grasse: `
    peau grasse
    peau brillante
    peau brille
    visage brille
    peau huileuse
  `,
  peau_mixte: `
    peau mixte
  `,
  peau_sensible: `
    peau sensible
    peau delicate
    peau reactive
    peau fragile
    peau irritee
  `,
  peau_noire: `
    peau noire
    peau ebene
    peau foncee
    peau africaine
    peau metisse
    teint noir
  `,
  peau_mature: `
    peau agee
  `,
  peau_normale: `
    peau normale
  `,
  bouton: `
    bouton
    boutons
    acne
    imperfection
    imperfections
    point noir
    points noirs
    pustule
    acneique
    acneiques
  `,
  bouton_de_fievre: `
    bouton de fievre
  `,
  bouton_de_moustique: `
    bouton de moustique
    bouton moustique
    piqure de moustique
    piqure moustique
    piqure insecte
    gratte apres les moustiques
  `,
  tache: `
    tache
    taches
    tache brune
    tache noire
    hyperpigmentation
    unifier le teint
    unifiant
  `,
  vergeture: `
    vergeture
    vergetures
  `,
  ride: `
    ride
    rides
  `,
  cerne: `
    cerne
    cernes
    poche sous les yeux
    yeux fatigues
  `,
  teint_terne: `
    teint terne
    coup d eclat
  `,
  peau_morte: `
    peau morte
    peaux mortes
    cellules mortes
    mer morte
    exfoliant
    exfoliation
  `,
  hydratant: `
    hydratant
    hydratante
    hydrater
    hydratation
  `,
  demaquillant: `
    demaquillant
    demaquillante
    demaquiller
    enlever le maquillage
    retirer le maquillage
    enlever mon maquillage
  `,
  cheveux_crepus: `
    cheveux crepus
    cheveux crepu
    cheveux afro
    cheveux naturels
    cheveux africains
    afro
    crepu
    crepus
  `,
  cheveux_frises: `
    cheveux frises
    cheveux boucles
    boucles
    curls
  `,
  cheveux_secs: `
    cheveux secs
    cheveux abimes
    cheveux cassants
    cheveux casses
    cheveux brules
    pointes seches
    pointes brulees
    cheveux cassent
  `,
  cheveux_gras: `
    cheveux gras
    cuir chevelu gras
  `,
  pellicule: `
    pellicule
    pellicules
    antipelliculaire
  `,
  chute_de_cheveux: `
    chute de cheveux
    chute cheveux
    cheveux tombent
    cheveux qui tombent
    perte de cheveux
    perds mes cheveux
    calvitie
    alopecie
    pousse des cheveux
    faire pousser
  `,
  cheveux: `
    cheveux
    capillaire
  `,
  bebe: `
    bebe
    bebes
    nourrisson
    nouveau ne
    nouveaux nes
  `,
  mouche_bebe: `
    mouche bebe
  `,
  fesses_rouges: `
    fesses rouges
    erytheme fessier
    siege bebe
    fesses du bebe
    fesses de bebe
  `,
  enceinte: `
    enceinte
    femme enceinte
    grossesse
  `,
  allaitement: `
    allaitement
    allaite
    allaiter
  `,
  enfant: `
    enfant
    enfants
    gamin
    gamine
  `,
  maman: `
    maman
    future maman
  `,
  creme_solaire: `
    creme solaire
    ecran solaire
    ecran total
    protection solaire
    lait solaire
    huile solaire
    solaire
    sunblock
    spf
  `,
  apres_soleil: `
    apres soleil
    coup de soleil
  `,
  anti_moustique: `
    moustique
    moustiques
    repulsif
    palu
    paludisme
    insecte
    insectes
  `,
  complement: `
    complement
    complements
    complement alimentaire
    complements alimentaires
  `,
  premiers_secours: `
    premiers secours
    premier secours
    premiers soins
  `,
  trousse_de_secours: `
    trousse de secours
  `,
  maquillage: `
    maquillage
    se maquiller
  `,
  visage: `
    visage
    face
    figure
  `,
  corps: `
    corps
  `,
  hygiene: `
    hygiene
  `,
  maigrir: `
    maigrir
    mincir
    perdre du poids
    brule graisse
    bruleur de graisse
    ventre plat
    minceur
    cellulite
  `,
  fatigue: `
    fatigue
    fatiguee
    fatigues
    epuise
    epuisee
    coup de mou
    manque d energie
    energie
    tonus
    asthenie
  `,
  sommeil: `
    sommeil
    dormir
    dors mal
    dort mal
    dors pas
    insomnie
    insomnies
    endormir
  `,
  stress: `
    stress
    stresse
    stressee
    anxiete
    nervosite
    nerveux
    nerveuse
    detente
    relaxation
  `,
  digestion: `
    digestion
    digerer
    ballonnement
    ballonnements
    ballonne
    gaz
    ventre gonfle
  `,
  jambe_lourde: `
    jambe lourde
    jambes lourdes
  `,
  memoire: `
    memoire
    concentration
  `,
  vitamine: `
    vitamine
    vitamines
    vitamin
  `,
  regle: `
    regle
    regles
    menstruation
    menstruations
    serviettes hygieniques
    serviette hygienique
  `,
  muscle: `
    muscle
    muscles
    courbature
    courbatures
    mal de dos
    musculaire
  `,
  bleu: `
    bleu
    bleus
    bosse
    bosses
    ecchymose
  `,
  nez_bouche: `
    nez bouche
    nez
    moucher
  `,
  plaie: `
    plaie
    plaies
    coupure
    egratignure
    ecorchure
  `,
  sport: `
    sport
    sportif
    sportive
    musculation
  `,
  bio: `
    bio
    biologique
    biologiques
  `,
  vegan: `
    vegan
    vegane
    vegans
    vegetalien
    vegetalienne
  `,
  sans_parfum: `
    sans parfum
    pas de parfum
    non parfume
    non parfumee
    pas parfume
    inodore
  `,
  sans_paraben: `
    sans paraben
    sans parabene
    pas de paraben
  `,
  sans_sulfate: `
    sans sulfate
    pas de sulfate
  `,
  sans_hydroquinone: `
    sans hydroquinone
    pas d hydroquinone
  `,
  soap: `
    sabon
  `,
  toothpaste: `
    pate dentifrice
    pate a dents
  `,
  shea: `
    beurre de karite
  `,
  lipstick: `
    rouge a levre
  `,
  foundation: `
    fond de teint
  `,
  plaster: `
    sparadrap
  `,
  condom: `
    capote
    capotes
  `,
  gift: `
    present
    offrir
    cadeau
  `,
  blood_pressure: `
    prendre la tension
    mesurer la tension
    appareil tension
  `,
  face_wash: `
    nettoyant visage
  `,
  lotion_pour_le_corps: `
    lotion pour le corps
    lait de corps
    lait corporel
  `,
  conditioner: `
    apres shampooing
    apres shampoing
  `,
  mosquito_net: `
    moustiquaire
  `,
  hand_sanitizer: `
    gel desinfectant
  `,
  castor_oil: `
    huile de ricin
  `,
  tire_lait: `
    tire lait
  `,
  brosse_a_dents: `
    brosse a dents
    brosse a dent
  `,
  anti_transpirant: `
    transpiration
    transpire
    deodorants
  `,
  mal_dormir: `
    mal dormir
  `,
} as const;
