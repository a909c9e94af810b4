import { Group, Text } from '@mantine/core';
import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import { useFormat } from '../../../i18n/format.ts';
import { useTexts } from '../../../i18n/texts.ts';
import type { CustomerSheet } from '../hooks/use-customer.ts';
import { inboxTexts } from '../texts.ts';

interface ConsentsProps {
  readonly customer: NonNullable<CustomerSheet['customer']>;
  readonly consents: CustomerSheet['consents'];
}

/** Both purposes as they stand, with the date and the version of the decision. */
export function Consents({ customer, consents }: ConsentsProps) {
  const t = useTexts(inboxTexts);
  const format = useFormat();
  const rows = [
    { purpose: 'service', label: t.consentService, given: customer.service_consent },
    { purpose: 'marketing', label: t.consentMarketing, given: customer.marketing_consent },
  ];
  return rows.map(({ purpose, label, given }) => {
    const last = consents.find((entry) => entry.purpose === purpose);
    const StateIcon = given === null ? IconMinus : given ? IconCheck : IconX;
    return (
      <Group key={purpose} gap={8} wrap="nowrap" align="flex-start" mb={4}>
        <StateIcon size={16} aria-hidden style={{ marginTop: 2, flex: 'none' }} />
        <div>
          <Text size="sm">
            {label} : {given === null ? t.consentUnasked : given ? t.consentYes : t.consentNo}
          </Text>
          {last && (
            <Text size="xs" c="dimmed">
              {format.dateTime(last.at)}
              {last.version && ` · ${t.consentVersion(last.version)}`}
            </Text>
          )}
        </div>
      </Group>
    );
  });
}
