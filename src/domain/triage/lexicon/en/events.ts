/** English. Things that are swallowed, touched, or done to somebody. */
export const ENGLISH_EVENTS = {
  swallow: `
    drank
    drink
    drinking
    drunk
    swallow
    swallowed
    =ate
    =eat
    eaten
    ingested
  `,
  inhale: `
    inhaler
    inhaled
  `,
  poison: `
    nail polish remover
    nail polish
    kerosene
    gasoline
    bleach
    rat killer
    white spirit
    essential oil
    =he
  `,
  household: `
    shampoo
    soap
    sanitizer
    bead
    pills
    pill
    medicine
    tablets
  `,
  gas: `
    carbon monoxide
    smoke
  `,
  gas_harm: `
    dizzy
    leak
    headache
  `,
  poisoned: `
    poisoned
    poisoning
  `,
  chem_mix: `
    mixed
  `,
  medicine: `
    antibiotic
    medicine
    pills
    pill
    tablets
    tablet
    insulin
    sleeping pills
    painkiller
    painkillers
  `,
  otc_medicine: `
    medicine
  `,
  took: `
    took
    taken
    taking
    =take
    swallowed
    =gave
  `,
  too_much: `
    too many
    too much
    whole box
    whole bottle
    whole pack
    entire bottle
  `,
  overdose_word: `
    over dose
  `,
  dose: `
    how much
    how many
    can i give
  `,
  burn: `
    burned
    burnt
    burns
    scald
    scalded
    =burn
  `,
  blister: `
    blister
    blisters
  `,
  spill: `
    spill
    spilled
  `,
  hot: `
    hot
    boiling
  `,
  insert: `
    stuck
    =put
  `,
  orifice: `
    in his nose
    in her nose
    in his ear
    in her ear
    up his nose
  `,
  heat: `
    =the
    hot oil
    hot water
    boiling
    stove
    oven
    fire
    steam
    kettle
    coffee
    tea
  `,
  second_degree: `
    third degree
  `,
  severe_burn: `
    third degree
    caught fire
    on fire
    half her body
  `,
  sun: `
    sun
    sunburn
    =sunburned
  `,
  old_mark: `
    scar
    scars
  `,
  die: `
    =die
    =dying
  `,
  death: `
    =die
    =dead
  `,
  suicide_word: `
    suicidal
    ending it all
    kill myself
    killing myself
    kill himself
    kill herself
    end my life
    ending my life
    end it all
    take my life
    took his life
    don t want to live
    not want to live
    want to be dead
    better off dead
    no reason to live
    tired of living
    tired of life
    wish i was dead
    wish i were dead
    want to disappear
    hang myself
  `,
  tired_of: `
    tired
    sick
  `,
  living: `
    living
    =life
  `,
  worthless: `
    better
    burden
  `,
  gone: `
    =dead
    =gone
  `,
  self_harm: `
    cut my wrist
    cut my wrists
    slit my wrists
    hurt myself
    cut myself
    cutting myself
    self harm
    hurting myself
    harm myself
  `,
  goodbye: `
    goodbye world
  `,
  hit: `
    =beats
    =beat
    =hit
    =hits
    beating
  `,
  aggressor: `
    husband
    boyfriend
    =dad
    father
    uncle
  `,
  rape: `
    raped
    =molested
    sexually assaulted
    sexually abused
  `,
  assault: `
    domestic violence
    threatens me
    threatened
    attacked me
  `,
  fear: `
    afraid
    scared
  `,
  snake: `
    snake
  `,
  bite: `
    bitten
    stung
    sting
  `,
  animal: `
    =dog
    monkey
  `,
  trauma: `
    drowning
    drowned
    car accident
    fell from
    shot
    stabbed
  `,
  vehicle: `
    motorcycle
    bike
  `,
  knock: `
    hit
    fell
  `,
  emergency_word: `
    it s an emergency
    is an emergency
    dying
    is dying
    emergency help
    call an ambulance
  `,
  not_wake: `
    never wake up
    not wake up
  `,
  die_now: `
    want to die
    ready to die
  `,
  touch: `
    put
    touched
  `,
  hot_object: `
    stove
  `,
  swallowed: `
    swallowed
  `,
  weapon: `
    gun
    knife
  `,
  instead: `
    instead of
  `,
  drugged: `
    high on
    stone
  `,
  height: `
    second floor
    roof
    ladder
    tree
  `,
  electric_shock: `
    electric shock
  `,
  alcohol: `
    alcohol
    =beer
  `,
  forever: `
    forever
  `,
} as const;
