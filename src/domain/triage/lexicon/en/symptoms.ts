/** English. What people say hurts or is happening to the body. */
export const ENGLISH_SYMPTOMS = {
  pain: `
    pain
    painful
    hurt
    hurts
    hurting
    ache
    aches
    tight
    tightness
  `,
  strong_pain: `
    unbearable
    pain
    hurts
  `,
  fever: `
    fever
    body is hot
    burning up
    hot body
  `,
  malaria: `
    meningitis
    monkeypox
  `,
  vomit: `
    throwing up
    throws up
    threw up
    nausea
  `,
  diarrhoea: `
    diarrhea
    runny stomach
    running stomach
    loose stool
  `,
  cough: `
    cough
    coughing
    coughs
    wheezing
  `,
  not_feeding: `
    won t eat
    not eating
    not feeding
    won t feed
    refuses to eat
  `,
  listless: `
    lethargic
    limp
    floppy
    weak
  `,
  crying: `
    crying nonstop
    crying non stop
    won t stop crying
  `,
  rash: `
    rash
    hives
    blisters
    jaundice
  `,
  infant_sick: `
    =sick
  `,
  convulse: `
    seizure
    seizures
    having fits
    having a fit
    foaming at the mouth
    shaking uncontrollably
  `,
  epilepsy_word: `
    epilepsy
    epileptic
  `,
  crisis: `
    attack
  `,
  unconscious: `
    lifeless
    =pass =out
    passed out
    unconscious
    fainted
    fainting
    collapsed
    unresponsive
    wake up not
    won t wake up
    not waking
    not responding
    black out
    blackout
  `,
  wake: `
    wake
  `,
  respond: `
    moving
    =move
  `,
  choke: `
    suffocation
    choke
    choking
    suffocating
    drowning
    drowned
    shortness of breath
    short of breath
    out of breath
    gasping
  `,
  breathless: `
    breathing fast
    breathing heavily
    =gasp
  `,
  blue: `
    =blue
  `,
  asthma_word: `
    asthma
    inhaler
  `,
  worsening: `
    attack
    worse
  `,
  palpitations: `
    racing
  `,
  dizzy: `
    dizzy
    sweating
  `,
  heart_attack: `
    heart attack
    cardiac arrest
  `,
  stroke_word: `
    =stroke
  `,
  paralysis: `
    numb
    numbness
    weak
    weakness
    dead
    can t move
    cannot move
    can t lift
  `,
  droop: `
    droop
    drooping
    twisted
    crooked
  `,
  slurred: `
    slurred
    slurring
    drunk
  `,
  confused: `
    confused
    delirious
  `,
  vision_loss: `
    blind
    lost vision
    blurred vision
    blurry vision
  `,
  worst_headache: `
    worst headache
    severe headache
  `,
  headache: `
    headache
  `,
  stiff_neck: `
    stiff neck
  `,
  bleed: `
    spotting
    bleed
    bleeding
    bleeds
  `,
  blood: `
    =blood
    bloody
  `,
  haemorrhage: `
    head wound
  `,
  from_inside: `
    cough
    coughing
    stool
    stools
    poop
    spit
    spitting
  `,
  black_stool: `
    black stool
  `,
  urine: `
    urinating
    peeing
  `,
  dark: `
    blood
    burns
    burning
  `,
  wound: `
    cut
    wound
    stab
  `,
  deep: `
    deep
  `,
  swell: `
    swell*
    swollen
    puffy
    swole
  `,
  closing: `
    closing
    closes
    tight
  `,
  itching: `
    itch
    itching
    itchy
    burning
    red
    rash
  `,
  skin_reaction: `
    rash
    hives
    swollen
    burned my
    burnt my
  `,
  allergy_event: `
    allergic reaction
    having an allergy
    hives
    bad reaction
  `,
  anaphylaxis: `
    anaphylactic
    shock allergique
    throat closing
    throat is closing
  `,
  stopping: `
    stopped
    stops
  `,
  rolled: `
    rolled back
    rolling
  `,
  comes_out: `
    coming out
    comes out
    pouring
  `,
  severe: `
    unbearable
  `,
  in_trouble: `
    very sick
    very ill
    not well at all
    =getting =worse
  `,
  turns_blue: `
    turning blue
    turned blue
  `,
  stuck: `
    stuck
  `,
  morsel: `
    food
    bone
    pain
  `,
  weird: `
    weird
    strange
    fast
  `,
  no_answer: `
    not moving
  `,
  vision_gone: `
    lost vision
    can t see
    cannot see
    =blind
  `,
  has_crisis: `
    having a fit
    having fits
  `,
  ache: `
    =pain
    hurts
  `,
} as const;
