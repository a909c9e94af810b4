/** English. Who is concerned, and which part of the body. */
export const ENGLISH_PEOPLE_AND_BODY = {
  infant: `
    newborn
    =baby
    babies
    infant
    new born
  `,
  newborn: `
    just born
    newborn
    new born
  `,
  child: `
    =kid
    =kids
    =my =son
    =her =son
    daughter
    child
    children
    toddler
    =boy
    =girl
  `,
  third_person: `
    =he
    =she
    mother
    father
    husband
    wife
    brother
    sister
  `,
  chest: `
    left breast
    heart
    chest
    sternum
  `,
  arm: `
    =arm
    jaw
    left arm
  `,
  head: `
    =head
  `,
  belly: `
    belly
    stomach
    tummy
  `,
  throat: `
    throat
    tongue
  `,
  mouth: `
    mouth
    =lips
    =lip
  `,
  eye: `
    =eyes
    =eye
  `,
  limb: `
    =arm
    =leg
    =hand
    =foot
  `,
  any_body: `
    =arm
    =leg
    =hand
    =finger
    =back
    =foot
  `,
  one_side: `
    one side
    left side
    right side
    =side
    half
  `,
  speech: `
    speak
    talk
    speech
  `,
  breathe: `
    breathe
    breathing
    breath
  `,
  kin: `
    mother
    father
    husband
    wife
    brother
    sister
    daughter
  `,
  left_arm: `
    =left =arm
  `,
} as const;
