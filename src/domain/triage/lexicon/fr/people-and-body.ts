/** French. Who is concerned, and which part of the body. */
export const FRENCH_PEOPLE_AND_BODY = {
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
    premature
    prema
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
    premier mois
    nouveau ne
    nouveau nee
    nouveaux nes
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
    =our =son
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
    cage thoracique
  `,
  arm: `
    =bras
    =bra
    machoire
    epaule gauche
    omoplate
    =cou
  `,
  head: `
    =tete
    =tetes
    =tet
    crane
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
    trachee
    larynx
    glotte
  `,
  mouth: `
    bouche
    levre
    levres
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
    cuisse
    mollet
    =membre
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
    =face
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
    =son
    vieux
    =vieille
    collegue
    petit
  `,
  left_arm: `
    bras gauche
    bra gauche
    epaule gauche
  `,
} as const;
