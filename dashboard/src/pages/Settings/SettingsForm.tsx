import {
  Alert,
  Button,
  Fieldset,
  Group,
  NumberInput,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import { ApiError } from '../../api/client.ts';
import { useLanguage, type Language } from '../../i18n/language.tsx';
import { useTexts } from '../../i18n/texts.ts';
import { notifyDone, notifyError } from '../../ui/notify.ts';
import { kitTexts } from '../../ui/kit/texts.ts';
import { AutonomyField } from './AutonomyField.tsx';
import { HoursField } from './HoursField.tsx';
import { PairsField } from './PairsField.tsx';
import { settingsTexts, triageReplyTexts } from './texts.ts';
import { useSaveSettings, type Settings, type SettingsVersion } from './use-settings.ts';
import classes from './Settings.module.css';

interface SettingsFormProps {
  readonly settings: SettingsVersion;
  readonly onReload: () => void;
}

const AMOUNT = {
  min: 0,
  max: 1_000_000_000,
  suffix: ' FCFA',
  thousandSeparator: ' ',
  allowDecimal: false,
} as const;

/** What a number field that was emptied holds is an empty text; where null may be, it means that. */
const cleaned = (values: Settings): Settings => ({
  ...values,
  monthlyModelBudgetCfa:
    (values.monthlyModelBudgetCfa as number | string | null) === ''
      ? null
      : values.monthlyModelBudgetCfa,
  triageReviewedBy: values.triageReviewedBy?.trim() ? values.triageReviewedBy : null,
  consentTexts: {
    fr: values.consentTexts.fr?.trim() ? values.consentTexts.fr : null,
    en: values.consentTexts.en?.trim() ? values.consentTexts.en : null,
  },
});

/** The schema comes with the first check: nobody needs it to read the page. */
async function problemsOf(values: Settings, language: Language): Promise<Record<string, string>> {
  const { checkSettings } = await import('./check-settings.ts');
  return checkSettings(cleaned(values), language);
}

export function SettingsForm({ settings, onReload }: SettingsFormProps) {
  const t = useTexts(settingsTexts);
  const kit = useTexts(kitTexts);
  const signs = Object.entries(useTexts(triageReplyTexts)).map(([value, label]) => ({
    value,
    label,
  }));
  const languages = [
    { value: 'fr', label: t.french },
    { value: 'en', label: t.english },
  ];
  const { language } = useLanguage();
  const save = useSaveSettings();
  const form = useForm<Settings>({
    initialValues: structuredClone(settings.value),
    validate: (values) => problemsOf(values, language),
    validateInputOnBlur: true,
  });
  const text = (path: string, label: string, hint?: string) => (
    <TextInput
      label={label}
      {...(hint !== undefined && { description: hint })}
      {...form.getInputProps(path)}
      value={(form.getInputProps(path).value as string | null) ?? ''}
    />
  );
  const long = (path: string, label: string, hint: string) => (
    <Textarea
      label={label}
      description={hint}
      autosize
      minRows={2}
      {...form.getInputProps(path)}
      value={(form.getInputProps(path).value as string | null) ?? ''}
    />
  );
  const number = (path: string, label: string, hint?: string) => (
    <NumberInput
      label={label}
      {...(hint !== undefined && { description: hint })}
      min={0}
      allowDecimal={false}
      {...form.getInputProps(path)}
    />
  );
  const submit = (values: Settings) =>
    save.mutate(
      { version: settings.version, value: cleaned(values) },
      {
        onSuccess: (saved) => {
          form.setValues(structuredClone(saved.value));
          form.resetDirty(structuredClone(saved.value));
          notifyDone(kit.saved);
        },
        onError: (error) => {
          const field = (error as { details?: { field?: string } }).details?.field;
          if (field !== undefined) form.setFieldError(field.replace(/^value\./, ''), error.message);
          notifyError(error, kit.saveFailed);
        },
      },
    );
  const invalid = () => {
    notifyError(new Error(t.errors), kit.saveFailed);
    window.requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('#settings [aria-invalid="true"]')?.focus(),
    );
  };
  const conflict = save.error instanceof ApiError && save.error.code === 'settings_changed';
  const dirty = form.isDirty();

  return (
    <form id="settings" onSubmit={form.onSubmit(submit, invalid)} noValidate>
      <Stack gap="lg">
        <Fieldset legend={t.shop}>
          <Stack gap="sm">
            <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
              {text('shopName', t.shopName)}
              {text('country', t.country, t.countryHint)}
              {text('timeZone', t.timeZone, 'Africa/Libreville')}
            </SimpleGrid>
            <Text size="sm" c="dimmed">
              {t.factsHint}
            </Text>
            {text('address', t.address)}
            <Textarea label={t.delivery} autosize minRows={2} {...form.getInputProps('delivery')} />
            <Textarea label={t.payment} autosize minRows={2} {...form.getInputProps('payment')} />
          </Stack>
        </Fieldset>
        <Fieldset legend={t.hours}>
          <HoursField form={form} />
        </Fieldset>
        <Fieldset legend={t.voice}>
          <Stack gap="md">
            {text('tone', t.tone, t.toneHint)}
            <AutonomyField form={form} />
          </Stack>
        </Fieldset>
        <Fieldset legend={t.replies}>
          <PairsField
            form={form}
            path="cannedReplies"
            hint={t.repliesHint}
            fields={[
              { key: 'shortcut', label: t.shortcut, width: 160 },
              { key: 'text', label: t.text, long: true },
            ]}
            blank={{ shortcut: '', text: '' }}
            add={t.addReply}
            remove={(row) => t.removeReply(form.values.cannedReplies[row]?.shortcut ?? '')}
          />
        </Fieldset>
        <Fieldset legend={t.safety}>
          <Stack gap="md">
            {settings.value.triageReviewedBy === null && (
              <Alert color="orange" icon={<IconAlertTriangle size={18} aria-hidden />}>
                {t.reviewMissing}
              </Alert>
            )}
            {text('triageReviewedBy', t.review, t.reviewHint)}
            <div>
              <Text size="sm" fw={500}>
                {t.emergency}
              </Text>
              <PairsField
                form={form}
                path="emergencyNumbers"
                hint={t.emergencyHint}
                fields={[
                  { key: 'label', label: t.label },
                  { key: 'number', label: t.number, width: 160 },
                ]}
                blank={{ label: '', number: '' }}
                add={t.addNumber}
                remove={(row) => t.removeNumber(form.values.emergencyNumbers[row]?.label ?? '')}
              />
            </div>
            <div>
              <Text size="sm" fw={500}>
                {t.triageReplies}
              </Text>
              <PairsField
                form={form}
                path="triageReplies"
                hint={t.triageRepliesHint}
                fields={[
                  { key: 'reply', label: t.triageReply, width: 220, options: signs },
                  { key: 'language', label: t.language, width: 130, options: languages },
                  { key: 'text', label: t.text, long: true },
                ]}
                blank={{ reply: 'emergency', language: 'fr', text: '' }}
                add={t.addTriageReply}
                remove={(row) => t.removeTriageReply(row + 1)}
              />
            </div>
          </Stack>
        </Fieldset>
        <Fieldset legend={t.rhythm}>
          <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
            {number('humanSilenceMinutes', t.humanSilence, t.humanSilenceHint)}
            {number('conversationQuietHours', t.quietHours, t.quietHoursHint)}
            <NumberInput
              label={t.largeCart}
              description={t.largeCartHint}
              {...AMOUNT}
              {...form.getInputProps('largeCartCfa')}
            />
          </SimpleGrid>
        </Fieldset>
        <Fieldset legend={t.cost}>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <NumberInput
              label={t.budget}
              description={t.budgetHint}
              {...AMOUNT}
              {...form.getInputProps('monthlyModelBudgetCfa')}
              value={form.values.monthlyModelBudgetCfa ?? ''}
            />
            {number('modelCallsPerMinute', t.perMinute)}
            {number('modelCallsPerDay', t.perDay)}
          </SimpleGrid>
        </Fieldset>
        <Fieldset legend={t.coupons}>
          <Stack gap="md">
            <div>
              <Text size="sm" fw={500}>
                {t.tiers}
              </Text>
              <PairsField
                form={form}
                path="couponRules.tiers"
                fields={[
                  { key: 'minScore', label: t.minScore, number: true },
                  { key: 'discountPct', label: t.discount, number: true, suffix: ' %' },
                ]}
                blank={{ minScore: 50, discountPct: 5 }}
                add={t.addTier}
                remove={(row) => t.removeTier(row + 1)}
              />
            </div>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
              <NumberInput
                label={t.couponBudget}
                {...AMOUNT}
                {...form.getInputProps('couponRules.monthlyBudgetCfa')}
              />
              {number('couponRules.validDays', t.validDays)}
              {number('couponRules.cooldownDays', t.cooldown)}
              {number('couponRules.maxPerYear', t.maxPerYear)}
            </SimpleGrid>
          </Stack>
        </Fieldset>
        <Fieldset legend={t.campaigns}>
          <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
            {number('campaignRules.capDays', t.capDays, t.capDaysHint)}
            {number('campaignRules.surveyAfterDays', t.surveyAfter)}
            {number('campaignRules.usageTipAfterDays', t.tipAfter)}
            {number('attribution.campaignDays', t.campaignDays, t.campaignDaysHint)}
            {number('attribution.humanHours', t.humanHours, t.humanHoursHint)}
          </SimpleGrid>
        </Fieldset>
        <Fieldset legend={t.privacy}>
          <Stack gap="sm">
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
              {text('consentVersion', t.consentVersion, t.consentVersionHint)}
              {number('retention.conversationsDays', t.keepConversations)}
              {number('retention.customersDays', t.keepCustomers)}
              {number('retention.quarantineDays', t.keepQuarantine)}
              {number('retention.auditDays', t.keepAudit, t.keepAuditHint)}
            </SimpleGrid>
            {long('consentTexts.fr', t.consentTextFr, t.consentTextHint)}
            {long('consentTexts.en', t.consentTextEn, t.consentTextHint)}
          </Stack>
        </Fieldset>
        {conflict && (
          <Alert color="orange">
            <Stack gap="xs" align="flex-start">
              {t.changedMeanwhile}
              <Button size="xs" variant="default" onClick={onReload}>
                {t.reload}
              </Button>
            </Stack>
          </Alert>
        )}
        {dirty && (
          <Group justify="space-between" className={classes.bar}>
            <Text size="sm" fw={600} role="status">
              {t.unsaved}
            </Text>
            <Group gap="xs">
              <Button variant="default" onClick={() => form.reset()}>
                {t.undo}
              </Button>
              <Button type="submit" loading={save.isPending}>
                {kit.save}
              </Button>
            </Group>
          </Group>
        )}
      </Stack>
    </form>
  );
}
