import { IconShoppingBag, IconSpeakerphone } from '@tabler/icons-react';
import { useTexts } from '../../../i18n/texts.ts';
import type { ThreadMessage } from '../hooks/use-thread.ts';
import { inboxTexts } from '../texts.ts';
import classes from '../Inbox.module.css';

/** What a message carries beside its words: a basket of WhatsApp's catalogue, the advertisement that it came from. */
export function Carried({ message }: { readonly message: ThreadMessage }) {
  const t = useTexts(inboxTexts);
  const { basket, advertisement, kind, content } = message;
  const facts = [
    basket?.count == null ? null : t.basketCount(basket.count),
    basket?.total == null
      ? null
      : t.basketTotal([basket.total, basket.currency].filter(Boolean).join(' ')),
    basket?.id == null ? null : t.basketNumber(basket.id),
  ].filter((fact) => fact !== null);
  const isBasket = basket !== null || (kind === 'order' && content === '');
  return (
    <>
      {advertisement && (
        <div className={classes.carried}>
          <IconSpeakerphone size={15} aria-hidden />
          {advertisement.url === null ? (
            t.fromAdvertisement(advertisement.title)
          ) : (
            <a href={advertisement.url} target="_blank" rel="noreferrer noopener">
              {t.fromAdvertisement(advertisement.title)}
            </a>
          )}
        </div>
      )}
      {isBasket && (
        <div className={classes.carried} data-basket>
          <IconShoppingBag size={18} aria-hidden />
          <span>
            <strong>{t.basket}</strong>
            {facts.length > 0 && ` · ${facts.join(' · ')}`}
          </span>
        </div>
      )}
    </>
  );
}
