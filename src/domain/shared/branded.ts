declare const brand: unique symbol;
/** A string or number that the compiler keeps apart from others of the same shape. */
export type Branded<T, Name extends string> = T & { readonly [brand]: Name };
