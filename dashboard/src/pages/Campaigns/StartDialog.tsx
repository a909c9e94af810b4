import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { useFocusBack } from '../../ui/kit/use-focus-back.ts';
import { notifyDone, notifyError } from '../../ui/notify.ts';
import { CampaignPreview } from './CampaignPreview.tsx';
import { campaignTexts } from './texts.ts';
import { useStartCampaign, type CampaignItem } from './use-campaigns.ts';

interface StartDialogProps {
  readonly campaign: CampaignItem & { readonly audience: NonNullable<CampaignItem['audience']> };
  readonly onClose: () => void;
}

/** What will go out and to how many, before anything does. */
export function StartDialog({ campaign, onClose }: StartDialogProps) {
  useFocusBack();
  const t = useTexts(campaignTexts);
  const format = useFormat();
  const start = useStartCampaign();
  const confirm = () =>
    start.mutate(campaign.id, {
      onSuccess: ({ pending }) => {
        notifyDone(t.started(format.number(pending)));
        onClose();
      },
      onError: (error) => notifyError(error, t.failedTitle),
    });
  return (
    <Modal opened onClose={onClose} title={t.startTitle}>
      <Stack>
        <Text size="sm">{t.startText}</Text>
        <CampaignPreview
          draft={{
            type: 'reactivation',
            template: campaign.template,
            audience: campaign.audience,
            coupon_pct: campaign.coupon_pct,
          }}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button loading={start.isPending} onClick={confirm}>
            {t.start}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
