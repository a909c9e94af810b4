/** What stands before a price in French and makes it a bound, one phrase a line. */
export const FRENCH_CUES = {
  most: `
    moins de
    moin de
    moins que
    moin que
    moins d
    moins
    moin
    a moins de
    - de
    <
    < =
    max
    maxi
    maximum
    max de
    maxi de
    maximum de
    grand max
    au max
    au maxi
    au maximum
    au plus
    tout au plus
    plus grand prix
    jusqu a
    jusqua
    jusque
    jusqu
    pas plus de
    pas plus que
    pas plus d
    pas plus cher que
    pas plus chers que
    pas plus chere que
    pas plus cheres que
    pas plus cher de
    moins cher que
    moins chere que
    moins chers que
    moins cheres que
    pas au dela de
    pas au dela
    pas au dessus de
    pas superieur a
    pas superieure a
    depasse pas
    depassent pas
    depassant pas
    depassera pas
    depasserai pas
    depassez pas
    depasses pas
    ne pas depasser
    pas depasser
    sans depasser
    depasser pas
    peux pas depasser
    coute pas plus
    coute pas plus de
    coutent pas plus de
    excede pas
    excedant pas
    exceder pas
    en dessous de
    en dessous d
    en bas de
    en bas des
    dessous de
    au dessous de
    inferieur a
    inferieure a
    inferieurs a
    inferieures a
    plafond
    plafond de
    plafonne a
    limite
    limite a
    limite de
    limitee a
    dans les
    dans la limite de
    dans les environs de
    autour de
    autour des
    aux alentours de
    aux alentours des
    alentours de
    aux environs de
    environ
    vers
    a peu pres
    vers les
    grosso modo
    quelque chose comme
    n ai que
    nai que
    ai que
    ai seulement
    ai juste
    ai uniquement
    que
    reste que
    reste plus que
    ai plus que
    avons plus que
    seulement
    juste
    rien que
    on a que
    avons que
    peux mettre
    peut mettre
    veux mettre
    vais mettre
    peux depenser
    veux depenser
    compte depenser
    peux payer
    peux donner
  `,
  least: `
    plus de
    plus que
    plus cher que
    plus chere que
    plus chers que
    pas moins de
    pas moins que
    pas moins cher que
    au moins
    minimum
    minimum de
    min
    mini
    min de
    au minimum
    a partir de
    a partir des
    a partir d
    partir de
    apartir de
    superieur a
    superieure a
    superieurs a
    au dessus de
    au dela de
    >
    > =
  `,
  between: `
    entre
    entre les
    situe entre
    compris entre
  `,
  budget: `
    budget
    budjet
    buget
    bujet
    budget de
    budget est
    budget c est
    budget serait
    mon budget
    un budget
    le budget
    petit budget
    comme budget
    niveau budget
    cote budget
    prix max
    prix maximum
    fourchette
    fourchette de
    gamme de prix
  `,
  note: `
    billet de
    billets de
    billet
    piece de
    pieces de
  `,
  have: `
    avec
    ac
    avc
    ai
    j ai
    jai
    g
    il me reste
    me reste
    reste
    on a
    nous avons
    j apporte
    dispose de
    prix
    au prix de
    a
    pour
    pr
    sur
    somme de
    montant
    montant de
    valeur de
    cout
  `,
} as const;

/** What stands behind a price in French. */
export const FRENCH_CUES_BEHIND = {
  most: `
    max
    maxi
    maximum
    grand max
    au max
    au maxi
    au maximum
    au plus
    tout au plus
    ou moins
    et moins
    pas plus
    pas au dela
    rien de plus
    seulement
    c est mon max
    c est mon maximum
    c est ma limite
    c est tout ce que j ai
    environ
    a peu pres
  `,
  least: `
    min
    mini
    minimum
    au minimum
    au moins
    ou plus
    et plus
    +
  `,
  budget: `
    de budget
    comme budget
    en budget
    budget
    c est mon budget
  `,
  refused: `
    c est trop
    c est trop cher
    c est cher
    c est tres cher
    trop cher
    cher
  `,
} as const;
