import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { devicesQuery, endDevice, endOtherDevices, refreshAccount } from '../../api/account.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { Loaded } from '../../ui/kit/Loaded.tsx';
import { notifyDone, notifyError } from '../../ui/notify.ts';
import { Card } from './Card.tsx';
import { deviceName } from './device-name.ts';
import { accountTexts } from './texts.ts';

/** Where one is signed in, and the way to end that. */
export function Devices({ currentId }: { readonly currentId: string }) {
  const t = useTexts(accountTexts);
  const format = useFormat();
  const devices = useQuery(devicesQuery);
  const told = {
    onSuccess: () => {
      notifyDone(t.ended);
      return refreshAccount();
    },
    onError: (error: Error) => notifyError(error, t.failed),
  };
  const end = useMutation({ mutationFn: endDevice, ...told });
  const endOthers = useMutation({ mutationFn: endOtherDevices, ...told });
  return (
    <Card title={t.devices} text={t.devicesText}>
      <Loaded query={devices} bars={2}>
        {(list) => (
          <Stack gap="sm">
            {list
              .toSorted((a, b) => Number(b.id === currentId) - Number(a.id === currentId))
              .map((device) => {
                const name = deviceName(device.userAgent) ?? t.unknownDevice;
                const mobile = /mobile|android|iphone/i.test(device.userAgent ?? '');
                const IconOf = mobile ? IconDeviceMobile : IconDeviceDesktop;
                return (
                  <Group key={device.id} gap="sm" wrap="nowrap">
                    <IconOf size={22} stroke={1.6} aria-hidden />
                    <div style={{ flex: 1, minWidth: 0 }}>
                      <Text size="sm" fw={600}>
                        {name} {device.id === currentId && <Badge>{t.thisOne}</Badge>}
                      </Text>
                      <Text size="xs" c="dimmed">
                        {t.seen(format.dateTime(device.updatedAt))}
                        {device.ipAddress ? ` · ${device.ipAddress}` : ''}
                      </Text>
                    </div>
                    {device.id !== currentId && (
                      <Button
                        size="xs"
                        variant="default"
                        aria-label={t.endOf(name)}
                        loading={end.isPending && end.variables === device.token}
                        onClick={() => end.mutate(device.token)}
                      >
                        {t.end}
                      </Button>
                    )}
                  </Group>
                );
              })}
            {list.length > 2 && (
              <Button
                variant="default"
                w="fit-content"
                loading={endOthers.isPending}
                onClick={() => endOthers.mutate()}
              >
                {t.endOthers}
              </Button>
            )}
          </Stack>
        )}
      </Loaded>
    </Card>
  );
}
