import { Paper, Stack } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { ownSessionQuery } from '../../api/account.ts';
import { isMissing } from '../../api/rest.ts';
import { useTexts } from '../../i18n/texts.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { Loaded } from '../../ui/kit/Loaded.tsx';
import { ChangePassword } from './ChangePassword.tsx';
import { Devices } from './Devices.tsx';
import { SecondFactor } from './SecondFactor.tsx';
import { accountTexts } from './texts.ts';

/** What one settles for oneself. */
export function AccountPage() {
  const t = useTexts(accountTexts);
  const own = useQuery(ownSessionQuery);
  const elsewhere = (
    <EmptyState icon={IconKey} title={t.elsewhere}>
      {t.elsewhereText}
    </EmptyState>
  );
  return (
    <Page title={t.title} description={t.description}>
      {isMissing(own.error) ? (
        <Paper withBorder>{elsewhere}</Paper>
      ) : (
        <Loaded query={own} bars={3} empty={{ when: (data) => data === null, show: elsewhere }}>
          {(data) =>
            data && (
              <Stack gap="lg" maw={640}>
                <SecondFactor
                  enabled={data.user.twoFactorEnabled === true}
                  required={data.user.twoFactorRequired === true}
                />
                <Devices currentId={data.session.id} />
                <ChangePassword email={data.user.email} />
              </Stack>
            )
          }
        </Loaded>
      )}
    </Page>
  );
}
