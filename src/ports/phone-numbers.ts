/** Reads phone numbers as people write them. */
export interface PhoneNumbers {
  /** E.164 with `+`, national numbers read for the shop's country; null when it is no number. */
  parse(text: string): string | null;
}
