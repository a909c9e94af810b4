import { Alert, Skeleton, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { RichText } from '../../ui/RichText.tsx';
import { campaignTexts } from './texts.ts';
import { usePreview, type Draft } from './use-campaigns.ts';
import classes from './Campaigns.module.css';

/** How many it reaches, how long that takes, and the message as it arrives. */
export function CampaignPreview({ draft }: { readonly draft: Omit<Draft, 'name'> }) {
  const t = useTexts(campaignTexts);
  const format = useFormat();
  // Compared by content: the editor makes a new object at every key.
  const [settled] = useDebouncedValue(JSON.stringify(draft), 400);
  const preview = usePreview(JSON.parse(settled) as typeof draft);
  if (preview.error)
    return (
      <Alert color="red" role="alert">
        {preview.error.message}
      </Alert>
    );
  if (preview.data === undefined) return <Skeleton h={160} />;
  const { audience, excluded, estimated_days: days, sample } = preview.data;
  return (
    <Stack gap="sm">
      <div role="status" aria-busy={preview.isFetching}>
        <Text fw={650}>
          {t.audience} : {format.number(audience)} · {t.duration(days)}
        </Text>
        <Text size="sm" c="dimmed">
          {t.excluded(format.number(excluded.no_consent), format.number(excluded.capped))}
        </Text>
        <Text size="sm" c="dimmed">
          {t.durationText}
        </Text>
      </div>
      <section className={classes.phone} aria-label={t.preview}>
        <div className={classes.bubble}>
          <RichText text={sample} />
          {draft.coupon_pct != null && (
            <div className={classes.coupon}>
              −{draft.coupon_pct} % · {t.couponLine}
            </div>
          )}
        </div>
      </section>
    </Stack>
  );
}
