/** As the API has it; not taken from its contract, which the table does not load. */
export const MAX_PRICE_CFA = 10_000_000;
