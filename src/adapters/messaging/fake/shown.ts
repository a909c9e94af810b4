import type { Choice } from '../../../domain/conversation/dialogue-state.ts';
import type { OutboundContent } from '../../../ports/messaging-gateway.ts';
import { CHANNEL_LIMITS } from '../../../domain/message/channel-limits.ts';
import { presentChoices } from '../../../domain/message/present-choices.ts';
import { shorten } from '../shared/shorten.ts';

/** What a customer would see in WhatsApp, with its limits. */
export interface Shown {
  readonly text: string;
  readonly imageUrl: string | null;
  readonly buttons: readonly Choice[];
  readonly rows: readonly Choice[];
}

/** Renders as a phone would, so that what does not fit there is seen here already. */
export function show(content: OutboundContent): Shown {
  const nothing = { imageUrl: null, buttons: [], rows: [] };
  switch (content.kind) {
    case 'text':
      return { ...nothing, text: shorten(content.text, CHANNEL_LIMITS.text) };
    case 'image': {
      const fits = content.caption.length <= CHANNEL_LIMITS.caption;
      const text = shorten(content.caption, CHANNEL_LIMITS.text);
      return { ...nothing, text, imageUrl: fits ? content.imageUrl : null };
    }
    case 'choices': {
      const presented = presentChoices(content.text, content.choices);
      if (presented.as === 'buttons') {
        return { ...nothing, text: presented.text, buttons: presented.buttons };
      }
      if (presented.as === 'list')
        return { ...nothing, text: presented.text, rows: presented.rows };
      return { ...nothing, text: shorten(presented.text, CHANNEL_LIMITS.text) };
    }
  }
}
