import { Alert, Button, Group, List, Modal, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type FormEvent } from 'react';
import { ApiError } from '../../api/client.ts';
import { formatPhone } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { kitTexts } from '../../ui/kit/texts.ts';
import { couponTexts } from './texts.ts';
import { useCustomers, useIssueCoupon } from './use-coupons.ts';
import { useFocusBack } from '../../ui/kit/use-focus-back.ts';

interface Verdict {
  readonly score: number | null;
  readonly reasons: readonly string[];
}
const isVerdict = (details: unknown): details is Verdict =>
  typeof details === 'object' &&
  details !== null &&
  'reasons' in details &&
  Array.isArray(details.reasons);

/** Whoever decides sees why: the score and its reasons, given or refused. */
export function IssueDialog({ onClose }: { readonly onClose: () => void }) {
  useFocusBack();
  const t = useTexts(couponTexts);
  const kit = useTexts(kitTexts);
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const [userId, setUserId] = useState<string | null>(null);
  const customers = useCustomers(q);
  const issue = useIssueCoupon();
  const details = issue.error instanceof ApiError ? issue.error.details : null;
  const refused = isVerdict(details) ? details : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (userId !== null) issue.mutate({ userId, key: crypto.randomUUID() });
  };
  return (
    <Modal opened onClose={onClose} title={t.issue}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm" c="dimmed">
            {t.issueText}
          </Text>
          <Select
            label={t.customer}
            placeholder={t.customerHint}
            searchable
            openOnFocus={false}
            data-autofocus
            searchValue={typed}
            onSearchChange={setTyped}
            value={userId}
            onChange={(value) => {
              setUserId(value);
              issue.reset();
            }}
            // The server has searched already, by number too.
            filter={({ options }) => options}
            data={(customers.data ?? []).map((customer) => ({
              value: customer.id,
              label: [
                customer.name ?? t.unknown,
                customer.phone_number && formatPhone(customer.phone_number),
              ]
                .filter(Boolean)
                .join(' · '),
            }))}
            nothingFoundMessage={customers.isFetching ? t.searching : t.nobody}
          />
          {issue.data !== undefined && (
            <Alert
              color="lea"
              title={`${t.issued} : ${issue.data.code} (${issue.data.discount_pct} %)`}
            >
              <Reasons verdict={issue.data} />
            </Alert>
          )}
          {refused !== null && (
            <Alert color="orange" title={t.notEligible}>
              <Reasons verdict={refused} />
            </Alert>
          )}
          {issue.error !== null && refused === null && (
            <Alert color="red" title={kit.actionFailed}>
              {issue.error.message}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {kit.close}
            </Button>
            <Button
              type="submit"
              disabled={userId === null || issue.isSuccess}
              loading={issue.isPending}
            >
              {t.issue}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

export function Reasons({ verdict }: { readonly verdict: Verdict }) {
  const t = useTexts(couponTexts);
  return (
    <Stack gap={4}>
      {verdict.score !== null && (
        <Text size="sm" fw={600}>
          {t.scoreOf(verdict.score)}
        </Text>
      )}
      <List size="sm" spacing={2}>
        {verdict.reasons.map((reason) => (
          <List.Item key={reason}>{reason}</List.Item>
        ))}
      </List>
    </Stack>
  );
}
