/** English. Words of grammar, degree and time that rules combine with the others. */
export const ENGLISH_GRAMMAR = {
  not: `
    =not
    =never
    =won t
    =doesn t
    =no longer
  `,
  cannot: `
    =can =t
    =cannot
    can not
    couldn t
    struggling
    hard to
    unable
  `,
  suddenly: `
    suddenly
    sudden
  `,
  a_lot: `
    heavily
    =won =t =stop
    =not =stop
    doesn t stop
    badly
    heavy
  `,
  mild: `
    slight
    slightly
  `,
  everywhere: `
    all over
    everywhere
  `,
  want: `
    want
    wanna
    need
    would like
    tried
    going to
    gonna
  `,
  question_safe: `
    safe
    =can
    =could
    should
    allowed
  `,
  asks_leave: `
    =can
  `,
  shop_wish: `
    looking for
  `,
  danger: `
    safe
    unsafe
    harmful
  `,
  by_mistake: `
    accidentally
    by accident
    by mistake
  `,
  long_ago: `
    last year
    years ago
  `,
  since: `
    since
    today
    now
  `,
  have: `
    have
    has
    had
    having
    =got
  `,
  self: `
    myself
    himself
    herself
    itself
    =my
    =his
    =her
  `,
  after: `
    after
    since
  `,
  help: `
    help me
    save me
  `,
} as const;
