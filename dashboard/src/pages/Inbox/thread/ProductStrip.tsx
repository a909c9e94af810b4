import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatFcfa } from '../../../i18n/format.ts';
import { useTexts } from '../../../i18n/texts.ts';
import type { OfferedProduct } from '../hooks/use-thread.ts';
import { inboxTexts } from '../texts.ts';
import classes from '../Inbox.module.css';

/** A product as it stands now, with what an advisor must know before promising it. */
export function ProductStrip({ product }: { readonly product: OfferedProduct }) {
  return (
    <div className={classes.product}>
      {product.image_url && (
        <img src={product.image_url} alt="" width={44} height={44} loading="lazy" />
      )}
      <div className={classes.productText}>
        <span className={classes.productName}>{product.name}</span>
        <span className={classes.productPrice}>
          {formatFcfa(product.current_price_cfa)}
          {product.current_price_cfa < product.price_cfa && <s>{formatFcfa(product.price_cfa)}</s>}
          <StockMark product={product} />
        </span>
      </div>
    </div>
  );
}

/** The card as it was sent, beside the picture; the mark tells what has changed on the shelf since. */
export function SentProduct({
  product,
  children,
}: {
  readonly product: OfferedProduct;
  readonly children: ReactNode;
}) {
  return (
    <div className={classes.product}>
      {product.image_url && (
        <img src={product.image_url} alt="" width={56} height={56} loading="lazy" />
      )}
      <div className={classes.productText}>
        <div className={classes.text}>{children}</div>
        <StockMark product={product} />
      </div>
    </div>
  );
}

function StockMark({ product }: { readonly product: OfferedProduct }) {
  const t = useTexts(inboxTexts);
  switch (product.mark) {
    case 'ok':
      return null;
    case 'low_stock':
      return (
        <Badge size="sm" color="orange">
          {t.low_stock(product.stock_qty)}
        </Badge>
      );
    default:
      return (
        <Badge size="sm" color="red">
          {t[product.mark]}
        </Badge>
      );
  }
}
