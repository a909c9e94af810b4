/** A basket of WhatsApp's own catalogue. Its prices are the customer's phone's, not ours. */
export interface Basket {
  readonly id: string | null;
  /** How many articles. */
  readonly count: number | null;
  /** As the channel wrote it; of its unit nothing is known but the currency. */
  readonly total: string | null;
  readonly currency: string | null;
}

/** The advertisement that somebody tapped to write. */
export interface Advertisement {
  readonly id: string | null;
  readonly title: string | null;
  readonly url: string | null;
}

/** What a message carries beside words and files. */
export interface MessageDetails {
  readonly basket?: Basket;
  readonly advertisement?: Advertisement;
}
