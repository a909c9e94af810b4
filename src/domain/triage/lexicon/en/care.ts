/** English. Pregnancy, treatments, prescriptions and the shop's own relation with the customer. */
export const ENGLISH_CARE = {
  pregnant: `
    pregnant
    pregnancy
    expecting a baby
    i m expecting
  `,
  breastfeeding: `
    breastfeed*
    breast feed*
    breastfeeding
    nursing mother
  `,
  preg_alarm: `
    feel the baby
    baby stopped
    water broke
    waters broke
    baby not moving
    not moving
    stopped moving
    miscarriage
    stomach pain
    abdominal pain
    belly pain
  `,
  preg_symptom: `
    sick
  `,
  abortion: `
    abort
  `,
  risky_active: `
    essential oil
    essential oils
  `,
  use: `
    take
    using
    taking
  `,
  chronic_medicine: `
    blood thinner
    blood thinners
    warfarin
    insulin
    antidepressant
    birth control
    blood pressure pills
    blood pressure medication
    blood pressure medicine
    heart medication
  `,
  supplement: `
    essential oils
    this
    it
  `,
  treatment: `
    treatment
    medicine
    pills
  `,
  disease: `
    diabetic
    blood pressure
    heart condition
    heart disease
    kidney
    liver
  `,
  interaction: `
    interact
    interacts
    mixing
    interfere
    interferes
  `,
  mix: `
    together
    mix
    mixing
    with
  `,
  rx_medicine: `
    antibiotic
    sleeping pills
    insulin
    morning after pill
  `,
  prescription: `
    prescription
    prescriptions
    prescribed
  `,
  refund: `
    refund
    refunded
    money back
    my money
    chargeback
  `,
  insult: `
    scam
    scammed
    scammers
    thieves
    thief
    stole
    ripoff
    rip off
    fraud
    unacceptable
    disgusting
    worst
    bullshit
    fuck
  `,
  complaint: `
    complaint
    complain
    complaining
  `,
  upset: `
    disappointed
    angry
    upset
    unhappy
    awful
    bad service
  `,
  shop_thing: `
    bottle
    jar
    order
    package
    parcel
    delivery
    item
    items
    shop
    store
  `,
  not_received: `
    not received
    never received
    never arrived
    haven t received
    hasn t arrived
    still waiting
    didn t receive
    late
    missing
  `,
  long_wait: `
    waiting for
    been waiting
  `,
  defective: `
    broken
    expired
    damaged
    wrong
    fake
    empty
    leaking
    leaked
  `,
  counterfeit: `
    fake product
    counterfeit
  `,
  got: `
    arrives
    received
    got
    delivered
    sold
    bought
    arrived
    was
    is
  `,
  double_charge: `
    charged twice
  `,
  useless: `
    doesn t work
    useless
    crap
    rubbish
    garbage
  `,
  shop_silence: `
    nobody answers
    no answer
    nobody replies
    no reply
  `,
  talk: `
    talk
    speak
    call
    need
    want
    please
  `,
  human: `
    manager
    =pharmacist
    human
    real person
    someone
    somebody
    representative
    advisor
    adviser
    customer service
    =doctor
    staff
  `,
  call_me: `
    call me
    call me back
    ring me
    phone call
  `,
  blood_pressure: `
    blood pressure
  `,
  blood_sugar: `
    blood sugar
  `,
  very_off: `
    high
    low
    too high
    too low
  `,
  sickle: `
    sickle cell
  `,
  lump: `
    lump in my breast
    breast lump
    =lump
  `,
  infected: `
    infected
  `,
  sti: `
    condom broke
  `,
  sudden_food: `
    peanut
    nuts
    shrimp
    bee
    wasp
    took
  `,
  shop_product: `
    peeling
    soap
    using
    used
    applied
  `,
  using: `
    using
    used
  `,
  your: `
    =your
  `,
  fed_up: `
    fed up
  `,
  waiting: `
    waiting
  `,
  gave_me: `
    gave me
  `,
  waters: `
    water broke
    waters broke
    in labour
    in labor
  `,
} as const;
