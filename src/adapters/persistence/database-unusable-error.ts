/** Stops the start with one sentence: the database is away, too old, or not ours to use. */
export class DatabaseUnusableError extends Error {}
