import {
  Alert,
  Button,
  Group,
  Modal,
  NumberInput,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTexts } from '../../i18n/texts.ts';
import { notifyDone } from '../../ui/notify.ts';
import { usePhone } from '../../ui/kit/use-phone.ts';
import { CampaignPreview } from './CampaignPreview.tsx';
import { campaignTexts } from './texts.ts';
import { useCreateCampaign } from './use-campaigns.ts';
import { useFocusBack } from '../../ui/kit/use-focus-back.ts';

const SILENT_DAYS = 60;
const COUPON_PCT = 10;
/** The box may be empty while a number is being typed. */
const numberOr = (value: number | string, fallback: number): number =>
  typeof value === 'number' ? value : fallback;

/** A reminder as a draft, with its audience and its look beside it. */
export function CampaignEditor({ onClose }: { readonly onClose: () => void }) {
  useFocusBack();
  const t = useTexts(campaignTexts);
  const phone = usePhone();
  const [name, setName] = useState('');
  const [template, setTemplate] = useState(t.defaultMessage);
  const [silentDays, setSilentDays] = useState<number | string>(SILENT_DAYS);
  const [minOrders, setMinOrders] = useState<number | string>(0);
  const [withCoupon, setWithCoupon] = useState(false);
  const [percent, setPercent] = useState<number | string>(COUPON_PCT);
  const create = useCreateCampaign();
  const draft = {
    type: 'reactivation',
    template,
    audience: { silent_days: numberOr(silentDays, 1), min_orders: numberOr(minOrders, 0) },
    coupon_pct: withCoupon ? numberOr(percent, COUPON_PCT) : null,
  } as const;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(
      { name: name.trim(), ...draft },
      {
        onSuccess: () => {
          notifyDone(t.drafted);
          onClose();
        },
      },
    );
  };
  return (
    <Modal opened onClose={onClose} title={t.create} size="xl" fullScreen={phone}>
      <form onSubmit={submit}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
          <Stack gap="sm">
            <TextInput
              label={t.name}
              description={t.nameHint}
              required
              maxLength={120}
              data-autofocus
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Textarea
              label={t.message}
              description={t.messageHint}
              required
              autosize
              minRows={4}
              maxRows={10}
              maxLength={1000}
              value={template}
              onChange={(event) => setTemplate(event.currentTarget.value)}
            />
            <NumberInput
              label={t.silentDays}
              suffix={t.days}
              min={1}
              max={3650}
              allowDecimal={false}
              required
              value={silentDays}
              onChange={setSilentDays}
            />
            <NumberInput
              label={t.minOrders}
              min={0}
              max={1000}
              allowDecimal={false}
              required
              value={minOrders}
              onChange={setMinOrders}
            />
            <Switch
              label={t.coupon}
              description={t.couponHint}
              checked={withCoupon}
              onChange={(event) => setWithCoupon(event.currentTarget.checked)}
            />
            {withCoupon && (
              <NumberInput
                label={t.percent}
                suffix=" %"
                min={1}
                max={100}
                allowDecimal={false}
                required
                value={percent}
                onChange={setPercent}
              />
            )}
          </Stack>
          <Stack gap="xs">
            <Text fw={600}>{t.preview}</Text>
            <CampaignPreview draft={draft} />
          </Stack>
        </SimpleGrid>
        {create.error && (
          <Alert color="red" role="alert" mt="md">
            {create.error.message}
          </Alert>
        )}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {t.saveDraft}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
