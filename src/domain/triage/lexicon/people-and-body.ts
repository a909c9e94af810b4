/** Who is concerned, and which part of the body. */
export const PEOPLE_AND_BODY = {
  infant: `
    bebe
    bebes
    nourrisson
    nourissons
    nourison
    nouveau ne
    nouveau nee
    nouveaux nes
    jumeaux
    jumelles
    newborn
    =baby
    babies
    infant
    premature
    prema
    new born
    bambin
    poupon
    nouvo ne
  `,
  newborn: `
    ne la semaine
    nee la semaine
    ne ce matin
    nee ce matin
    ne avant hier
    vient de naitre
    just born
    premier mois
    nouveau ne
    nouveau nee
    nouveaux nes
    newborn
    new born
    premature
    prema
    nouvo ne
    ne hier
    nee hier
  `,
  child: `
    enfant
    enfants
    =le =petit
    =la =petite
    =mon =petit
    =ma =petite
    =notre =petit
    =notre =petite
    =ptit
    =ptite
    =les =petits
    =fils
    =fille
    garcon
    gosse
    gosses
    gamin
    gamine
    fillette
    garconnet
    =kid
    =kids
    =my =son
    =our =son
    =her =son
    daughter
    child
    children
    toddler
    =boy
    =girl
    pikin
    neveu
    niece
    mioche
    petit frere
    petite soeur
    petit fils
    petite fille
    eleve
    moutard
    mome
  `,
  third_person: `
    =il
    =elle
    =on
    maman
    papa
    mere
    pere
    mari
    femme
    fils
    fille
    frere
    soeur
    enfant
    petit
    petite
    bebe
    voisin
    voisine
    ami
    amie
    tante
    oncle
    tonton
    grand mere
    grand pere
    cousin
    cousine
    copain
    copine
    cheri
    =he
    =she
    mother
    father
    husband
    wife
    brother
    sister
    collegue
    monsieur
    dame
    quelqu un
    patron
    garcon
    gosse
    vieux
    vieille
    =jumeau
  `,
  chest: `
    sein gauche
    cote gauche de la poitrine
    left breast
    poitrine
    poitrines
    poitrin
    poatrine
    thorax
    thoracique
    torse
    =coeur
    =keur
    =ceur
    =coeurs
    =cour
    heart
    chest
    sternum
    cage thoracique
  `,
  arm: `
    =bras
    =bra
    =arm
    machoire
    epaule gauche
    jaw
    omoplate
    left arm
    =cou
  `,
  head: `
    =tete
    =tetes
    =tet
    crane
    =head
    cerveau
    nuque
  `,
  belly: `
    ventre
    ventres
    vantre
    estomac
    abdomen
    =bas =ventre
    belly
    stomach
    tummy
    abdominale
    abdominales
    cote droit
    =flanc
    =foie
    reins
  `,
  throat: `
    gorge
    langue
    luette
    throat
    tongue
    trachee
    larynx
    glotte
  `,
  mouth: `
    bouche
    levre
    levres
    mouth
    =lips
    =lip
    =gueule
  `,
  face: `
    visage
    figure
    =face
    =joue
    =joues
    paupiere
    paupieres
    visaj
  `,
  eye: `
    =yeux
    =oeil
    =eyes
    =eye
    =zieu
    =zyeux
    =oeuil
    =euil
    =vue
  `,
  limb: `
    =bras
    =bra
    =jambe
    =jambes
    =main
    =mains
    =pied
    =pieds
    =doigt
    =doigts
    =arm
    =leg
    =hand
    cuisse
    mollet
    =membre
    =foot
    poignet
    genou
  `,
  any_body: `
    =bras
    =jambe
    =jambes
    =main
    =mains
    =pied
    =pieds
    =doigt
    =doigts
    cuisse
    cuisses
    mollet
    =dos
    =ventre
    =cou
    =nez
    oreille
    oreilles
    tete
    crane
    visage
    genou
    =peau
    =corps
    epaule
    =fesse
    fesses
    =sexe
    poitrine
    langue
    bouche
    =oeil
    =yeux
    =arm
    =leg
    =hand
    =finger
    =face
    =back
    =foot
    =levre
    levres
    menton
    front
    =joue
    poignet
    paume
    gorge
  `,
  one_side: `
    =cote
    =coter
    moitie
    =gauche
    =droit
    =droite
    =gaucher
    one side
    left side
    right side
    =side
    half
    hemi
    hemiplegie
    d un cote
  `,
  speech: `
    parler
    parle
    =parol
    parole
    langage
    articuler
    articule
    =mots
    phrase
    phrases
    speak
    talk
    speech
  `,
  breathe: `
    respirant
    =respiran
    respirez
    respirer
    respire
    respirait
    respiration
    respir
    =respi
    =souffle
    =soufle
    =souffler
    breathe
    breathing
    breath
    =air
    inspirer
    espire
    rspire
    respi*
  `,
  kin: `
    maman
    papa
    mere
    pere
    mari
    femme
    epouse
    epoux
    =fils
    =fille
    frere
    soeur
    enfant
    bebe
    voisin
    voisine
    ami
    amie
    tante
    oncle
    tonton
    grand mere
    grand pere
    mamie
    papi
    =mami
    cousin
    cousine
    copain
    copine
    cheri
    cherie
    belle mere
    beau pere
    neveu
    niece
    mother
    father
    husband
    wife
    brother
    sister
    =son
    daughter
    vieux
    =vieille
    collegue
    petit
  `,
  left_arm: `
    bras gauche
    bra gauche
    =left =arm
    epaule gauche
  `,
} as const;
