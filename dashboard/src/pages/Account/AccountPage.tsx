import { Paper, Stack } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { ownSessionQuery } from '../../api/account.ts';
import { isMissing } from '../../api/rest.ts';
import { useMe } from '../../api/session.ts';
import { useTexts } from '../../i18n/texts.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { Loaded } from '../../ui/kit/Loaded.tsx';
import { ChangePassword } from './ChangePassword.tsx';
import { Devices } from './Devices.tsx';
import { Push } from './Push.tsx';
import { SecondFactor } from './SecondFactor.tsx';
import { accountTexts } from './texts.ts';

/** What one settles for oneself. */
export function AccountPage() {
  const t = useTexts(accountTexts);
  const own = useQuery(ownSessionQuery);
  const me = useMe().data;
  const pushKey = me?.role === 'product_editor' ? null : me?.push_key;
  const elsewhere = (
    <EmptyState icon={IconKey} title={t.elsewhere}>
      {t.elsewhereText}
    </EmptyState>
  );
  return (
    <Page title={t.title} description={t.description}>
      <Stack gap="lg" maw={640}>
        {pushKey != null && <Push pushKey={pushKey} />}
        {isMissing(own.error) ? (
          <Paper withBorder>{elsewhere}</Paper>
        ) : (
          <Loaded query={own} bars={3} empty={{ when: (data) => data === null, show: elsewhere }}>
            {(data) =>
              data && (
                <>
                  <SecondFactor
                    enabled={data.user.twoFactorEnabled === true}
                    required={data.user.twoFactorRequired === true}
                  />
                  <Devices currentId={data.session.id} />
                  <ChangePassword email={data.user.email} />
                </>
              )
            }
          </Loaded>
        )}
      </Stack>
    </Page>
  );
}
