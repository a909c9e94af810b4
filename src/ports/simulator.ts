/** What somebody does on the simulator page: one of text, button, voice and image. */
export interface SimulatorInput {
  /** With country code. */
  readonly phone: string;
  /** Also the caption of an image and the title of a button. */
  readonly text?: string;
  /** The id of a button. */
  readonly button?: string;
  /** A base64 data URL, or true for a sample. */
  readonly voice?: string | true;
  readonly image?: string | true;
  readonly name?: string;
}

export interface SimulatorMessage {
  readonly id: string;
  readonly from: 'customer' | 'lea' | 'advisor';
  readonly text: string;
  readonly buttons: readonly { readonly id: string; readonly title: string }[];
  readonly imageUrl: string | null;
  readonly status: string;
  readonly at: Date;
}

/** The imagined phone's way in and out, beside the real channel. */
export interface SimulatorPort {
  /** The id by which the message comes back on the phone. @throws LeaError `invalid_message` (400) */
  send(input: SimulatorInput): Promise<{ readonly id: string }>;
  /** Both sides, oldest first; empty when the phone is unknown or no customer of the simulator. */
  messages(phone: string): Promise<readonly SimulatorMessage[]>;
}
