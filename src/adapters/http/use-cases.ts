import type { PersonalData } from '../../application/privacy/export-user-data.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import type { ChannelEvent } from '../../ports/inbound-channel.ts';

/** One thing that the application does. */
export interface UseCase<Command, Result> {
  execute(command: Command): Promise<Result>;
}

interface OnConversation {
  readonly actor: Actor;
  readonly conversationId: string;
}

/** The use cases that HTTP calls, by shape: the classes of `src/application` fit as they are. */
export interface UseCases {
  readonly handleInboundMessage: UseCase<
    { readonly events: readonly ChannelEvent[] },
    { readonly stored: number }
  >;
  readonly startConversation: UseCase<
    {
      readonly actor: Actor;
      readonly userId?: string | undefined;
      readonly phoneNumber?: string | undefined;
      readonly name?: string | undefined;
    },
    { readonly conversationId: string; readonly created: boolean }
  >;
  readonly sendMessage: UseCase<
    OnConversation & { readonly content: string; readonly echoId?: string | undefined },
    { readonly messageId: string }
  >;
  readonly takeOver: UseCase<OnConversation, void>;
  readonly handBack: UseCase<OnConversation, void>;
  readonly closeConversation: UseCase<OnConversation, void>;
  readonly recommendProducts: UseCase<
    {
      readonly actor: Actor;
      readonly query: string;
      readonly conversationId?: string | undefined;
    },
    {
      readonly recommendations: readonly { readonly productId: string; readonly reason: string }[];
    }
  >;
  readonly escalateToAdvisor: UseCase<
    OnConversation & { readonly reason: string },
    { readonly alertId: string }
  >;
  readonly takeAlert: UseCase<
    {
      readonly actor: Actor;
      readonly alertId: string;
      readonly advisorName: string;
      readonly advisorId: string | null;
    },
    { readonly taken: boolean }
  >;
  readonly createOrderLink: UseCase<
    OnConversation & {
      readonly items: readonly { readonly productId: string; readonly quantity: number }[];
    },
    { readonly orderId: string }
  >;
  readonly settleOrder: UseCase<
    {
      readonly orderId: string;
      readonly via?: 'cart' | 'demo_cart' | undefined;
      readonly reportKey?: string | undefined;
      readonly status: 'pending' | 'completed' | 'cancelled';
      readonly amountCfa?: number | undefined;
      readonly deliveredAt?: Date | undefined;
      readonly trackingUrl?: string | undefined;
    },
    void
  >;
  readonly followOrderLink: UseCase<
    { readonly code: string },
    { readonly location: string } | null
  >;
  readonly purgeUserData: UseCase<
    {
      readonly actor: Actor;
      readonly userId?: string | undefined;
      readonly phoneNumber?: string | undefined;
    },
    { readonly counts: Readonly<Record<string, number>> }
  >;
  readonly exportUserData: UseCase<
    { readonly actor: Actor; readonly userId: string },
    PersonalData
  >;
}
