/**
 * What customers say in English of skin, hair, needs and things, by concept; what each means is in
 * `../concepts.ts`.
 */
export const ENGLISH_CONCEPTS = {
  peau_seche: `
    dry skin
    skin is dry
    skin dry
  `,
  peau_grasse: `
    oily skin
    greasy skin
    skin is oily
  `,
  peau_mixte: `
    combination skin
    mixed skin
  `,
  peau_sensible: `
    sensitive skin
  `,
  peau_noire: `
    peau black
    dark skin
    black skin
  `,
  peau_mature: `
    peau mature
    anti age
    mature skin
    anti aging
  `,
  peau_normale: `
    normal skin
  `,
  bouton: `
    pimple
    pimples
    spots on my face
    blackhead
    blackheads
    breakout
  `,
  bouton_de_moustique: `
    mosquito bite
    mosquito bites
  `,
  tache: `
    dark spot
    dark spots
    anti tache
  `,
  vergeture: `
    stretch mark
    stretch marks
    stretchmark
    stretchmarks
  `,
  ride: `
    anti rides
    wrinkle
    wrinkles
  `,
  cerne: `
    dark circles
    eye bags
  `,
  teint_terne: `
    dull skin
  `,
  peau_morte: `
    scrub
  `,
  hydratant: `
    moisturizer
    moisturiser
    moisturizing
  `,
  demaquillant: `
    makeup remover
    remove makeup
    remove my makeup
  `,
  cheveux_crepus: `
    cheveux nappy
    nappy
    afro hair
    natural hair
    kinky hair
    4c hair
  `,
  cheveux_frises: `
    curly hair
  `,
  cheveux_secs: `
    dry hair
    damaged hair
  `,
  cheveux_gras: `
    oily hair
    greasy hair
  `,
  pellicule: `
    dandruff
  `,
  chute_de_cheveux: `
    anti chute
    hair loss
    hair falling
    hair fall
  `,
  cheveux: `
    hair
  `,
  bebe: `
    baby
    babies
    newborn
    infant
  `,
  fesses_rouges: `
    nappy rash
    diaper rash
  `,
  enceinte: `
    pregnant
    pregnancy
  `,
  allaitement: `
    breastfeeding
  `,
  enfant: `
    kid
    kids
    child
    children
    toddler
  `,
  creme_solaire: `
    spray solaire
    sunscreen
    sun screen
    sun cream
    anti uv
  `,
  apres_soleil: `
    after sun
    sunburn
  `,
  anti_moustique: `
    anti moustique
    anti moustiques
    mosquito
    mosquitoes
    mosquitos
    repellent
  `,
  complement: `
    supplement
    supplements
    food supplement
  `,
  premiers_secours: `
    first aid
  `,
  trousse_de_secours: `
    first aid kit
  `,
  maquillage: `
    makeup
    make up
    cosmetics
  `,
  corps: `
    body
  `,
  maigrir: `
    weight loss
    lose weight
    slimming
  `,
  fatigue: `
    tired
    tiredness
    energy
  `,
  sommeil: `
    sleep
    sleeping
  `,
  stress: `
    stressed
    anxious
  `,
  digestion: `
    bloating
  `,
  jambe_lourde: `
    heavy legs
  `,
  memoire: `
    memory
  `,
  vitamine: `
    vitamins
  `,
  regle: `
    period
    periods
    sanitary pads
  `,
  bleu: `
    bruise
    bruises
  `,
  plaie: `
    wound
    cut
  `,
  sport: `
    workout
    gym
  `,
  bio: `
    organic
  `,
  sans_parfum: `
    fragrance free
    unscented
    without fragrance
    without perfume
    no perfume
    no fragrance
  `,
  sans_paraben: `
    paraben free
    no paraben
  `,
  sans_sulfate: `
    sulfate free
  `,
  sans_hydroquinone: `
    hydroquinone free
    no hydroquinone
  `,
  soap: `
    soap
  `,
  oil: `
    oil
  `,
  wipes: `
    wipes
  `,
  toothpaste: `
    toothpaste
  `,
  toothbrush: `
    toothbrush
  `,
  mouthwash: `
    mouthwash
  `,
  shea: `
    shea
    shea butter
  `,
  hand: `
    hand
    hands
  `,
  foot: `
    foot
    feet
  `,
  lip: `
    lip
    lips
  `,
  teeth: `
    teeth
    tooth
  `,
  lipstick: `
    lipstick
  `,
  foundation: `
    foundation
  `,
  mask: `
    mask
    masks
  `,
  thermometer: `
    thermometer
  `,
  plaster: `
    plaster
    plasters
    bandaid
    band aid
  `,
  condom: `
    condom
    condoms
  `,
  gift: `
    gift
  `,
  blood_pressure: `
    blood pressure
  `,
  face_wash: `
    face wash
    cleanser
  `,
  wash: `
    wash
  `,
  lotion_pour_le_corps: `
    body lotion
  `,
  conditioner: `
    conditioner
  `,
  mosquito_net: `
    mosquito net
  `,
  hand_sanitizer: `
    hand sanitizer
    sanitizer
  `,
  castor_oil: `
    castor oil
  `,
  coconut: `
    coconut
    coconut oil
  `,
  tire_lait: `
    breast pump
  `,
  green_tea: `
    green tea
  `,
  anti_transpirant: `
    anti transpirant
  `,
  iron: `
    iron
  `,
  fish_oil: `
    fish oil
  `,
} as const;
