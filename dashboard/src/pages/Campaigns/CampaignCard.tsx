import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { notifyDone, notifyError } from '../../ui/notify.ts';
import { StartDialog } from './StartDialog.tsx';
import { campaignTexts } from './texts.ts';
import { usePauseCampaign, useResumeCampaign, type CampaignItem } from './use-campaigns.ts';
import classes from './Campaigns.module.css';

const COLOR = { draft: 'gray', running: 'lea', paused: 'orange', done: 'blue' } as const;

/** One campaign: where it stands, what came of it, and what can be done with it. */
export function CampaignCard({ campaign }: { readonly campaign: CampaignItem }) {
  const t = useTexts(campaignTexts);
  const format = useFormat();
  const [starting, setStarting] = useState(false);
  const pause = usePauseCampaign();
  const resume = useResumeCampaign();
  const told = {
    onSuccess: () => notifyDone(t.stateDone),
    onError: (error: Error) => notifyError(error, t.failedTitle),
  };
  const { counts, audience } = campaign;
  const figures = [
    [t.waiting, counts.pending],
    [t.sentCount, counts.sent],
    [t.repliedCount, counts.replied],
    [t.ordersCount, counts.orders],
    [t.failedCount, counts.failed],
  ] as const;
  return (
    <Paper withBorder p="md" bg="var(--lea-surface)" component="li">
      <Stack gap="sm">
        <Group justify="space-between" gap="xs" align="flex-start">
          <div>
            <Group gap="xs">
              <Title order={2} size="h4">
                {audience === null ? t.followUps : campaign.name}
              </Title>
              <Badge color={COLOR[campaign.state]}>{t[campaign.state]}</Badge>
            </Group>
            <Text size="sm" c="dimmed">
              {format.date(campaign.created_at)}
              {counts.pending > 0 && ` · ${t.duration(campaign.estimated_days)}`}
              {campaign.coupon_pct !== null && ` · −${campaign.coupon_pct} %`}
            </Text>
          </div>
          {campaign.state === 'draft' && (
            <Button
              size="xs"
              leftSection={<IconPlayerPlay size={14} aria-hidden />}
              onClick={() => setStarting(true)}
            >
              {t.start}
            </Button>
          )}
          {campaign.state === 'running' && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPlayerPause size={14} aria-hidden />}
              loading={pause.isPending}
              onClick={() => pause.mutate(campaign.id, told)}
            >
              {t.pause}
            </Button>
          )}
          {campaign.state === 'paused' && (
            <Button
              size="xs"
              leftSection={<IconPlayerPlay size={14} aria-hidden />}
              loading={resume.isPending}
              onClick={() => resume.mutate(campaign.id, told)}
            >
              {t.resume}
            </Button>
          )}
        </Group>
        {campaign.template !== '' && (
          <Text size="sm" lineClamp={2}>
            {campaign.template}
          </Text>
        )}
        {campaign.state !== 'draft' && (
          <dl className={classes.figures} aria-label={t.results}>
            {figures.map(([label, count]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{format.number(count)}</dd>
              </div>
            ))}
          </dl>
        )}
      </Stack>
      {starting && audience !== null && (
        <StartDialog campaign={{ ...campaign, audience }} onClose={() => setStarting(false)} />
      )}
    </Paper>
  );
}
