export interface IdGenerator {
  /** A UUID that sorts by time of creation (version 7), so that index pages stay warm. */
  uuid(): string;
  /** An unguessable code of `length` characters from an alphabet without look-alikes. */
  code(length: number): string;
}
