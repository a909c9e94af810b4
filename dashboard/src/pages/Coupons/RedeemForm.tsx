import { Alert, Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { ApiError } from '../../api/client.ts';
import { useTexts } from '../../i18n/texts.ts';
import { couponTexts } from './texts.ts';
import { useRedeemCoupon } from './use-coupons.ts';

/** At the till: type the code, see at once whether it counts. */
export function RedeemForm() {
  const t = useTexts(couponTexts);
  const [code, setCode] = useState('');
  const [order, setOrder] = useState('');
  const redeem = useRedeemCoupon();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() === '') return;
    redeem.mutate(
      { code: code.trim(), order: order.trim() },
      {
        onSuccess: () => {
          setCode('');
          setOrder('');
        },
      },
    );
  };
  const problem = (error: Error): string => {
    const key = error instanceof ApiError ? error.code : '';
    return key === 'coupon_used' ||
      key === 'coupon_expired' ||
      key === 'coupon_not_found' ||
      key === 'order_not_found'
      ? t[key]
      : error.message;
  };
  return (
    <Paper withBorder p="md" bg="var(--lea-surface)">
      <form onSubmit={submit}>
        <Stack gap="xs">
          <div>
            <Text component="h2" fw={650} m={0}>
              {t.redeem}
            </Text>
            <Text size="sm" c="dimmed">
              {t.redeemText}
            </Text>
          </div>
          <Group gap="xs" align="flex-start">
            <TextInput
              aria-label={t.code}
              placeholder={t.code}
              flex="1 1 180px"
              maw={280}
              autoComplete="off"
              spellCheck={false}
              maxLength={64}
              value={code}
              onChange={(event) => {
                setCode(event.currentTarget.value.toUpperCase());
                redeem.reset();
              }}
            />
            <TextInput
              aria-label={t.redeemOrder}
              placeholder={t.redeemOrder}
              flex="1 1 180px"
              maw={220}
              autoComplete="off"
              spellCheck={false}
              maxLength={32}
              value={order}
              onChange={(event) => {
                setOrder(event.currentTarget.value);
                redeem.reset();
              }}
            />
            <Button type="submit" loading={redeem.isPending} disabled={code.trim() === ''}>
              {t.redeemNow}
            </Button>
          </Group>
          <div aria-live="polite">
            {redeem.data && (
              <Alert color="lea">
                {redeem.data.code} · {t.redeemed(redeem.data.discount_pct)}
              </Alert>
            )}
            {redeem.error && <Alert color="red">{problem(redeem.error)}</Alert>}
          </div>
        </Stack>
      </form>
    </Paper>
  );
}
