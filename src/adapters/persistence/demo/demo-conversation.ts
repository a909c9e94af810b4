/** One entry of `demo/conversations.json`. */
export interface DemoConversation {
  readonly customer: {
    readonly name: string;
    readonly phone: string;
    readonly language: 'fr' | 'en';
    /** Agreed to offers as well. */
    readonly marketing?: true;
  };
  readonly startedDaysAgo: number;
  readonly status: 'open' | 'closed';
  readonly mode: 'assistant' | 'waiting' | 'human';
  readonly labels?: readonly string[];
  readonly messages: readonly {
    readonly sender: 'user' | 'assistant' | 'human';
    readonly text: string;
    readonly minutesAfterStart: number;
    readonly productIds?: readonly string[];
  }[];
  readonly alert?: {
    readonly category: string;
    readonly reason: string;
    readonly handled: boolean;
  };
  readonly order?: {
    readonly items: readonly { readonly productId: string; readonly quantity: number }[];
    readonly status: 'pending' | 'completed' | 'cancelled';
    readonly daysAgo: number;
  };
  readonly rating?: { readonly score: number; readonly comment: string };
  readonly unmet?: { readonly query: string };
}
