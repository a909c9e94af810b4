/** What stands before a price in English and makes it a bound, one phrase a line. */
export const ENGLISH_CUES = {
  most: `
    under
    below
    less than
    lower than
    cheaper than
    up to
    upto
    at most
    at the most
    no more than
    not more than
    nothing more than
    nothing over
    nothing above
    not over
    not above
    not exceeding
    not exceed
    don t exceed
    doesn t exceed
    without exceeding
    within
    maximum of
    max of
    tops
    limit
    limit of
    limit is
    around
    about
    roughly
    approximately
    only
    only have
    only got
    i have only
    just have
    can spend
    can pay
    can afford
    want to spend
    afford
  `,
  least: `
    over
    above
    more than
    at least
    no less than
    not less than
    minimum of
    starting at
    starting from
    from
  `,
  between: `
    between
    anywhere between
    range of
    range
    in the range of
  `,
  budget: `
    budget of
    budget is
    my budget
    my budget is
    budget
  `,
  have: `
    with
    have
    i have
    i ve
    i got
    i ve got
    have got
    for
    at
    price
    priced at
    worth
  `,
} as const;

/** What stands behind a price in English. */
export const ENGLISH_CUES_BEHIND = {
  most: `
    tops
    at most
    or less
    or below
    or under
    and below
    and under
    only
    is my limit
  `,
  least: `
    or more
    and more
    or above
    and above
    and up
  `,
  budget: `
    budget
    max budget
    is my budget
  `,
  refused: `
    is too much
    is too expensive
    it s too expensive
    too expensive
  `,
} as const;
