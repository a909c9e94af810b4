export interface Clock {
  /** The present instant. */
  now(): Date;
}
