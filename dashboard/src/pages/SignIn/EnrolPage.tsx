import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { queryClient } from '../../api/query-client.ts';
import { signOut } from '../../api/session.ts';
import { useTexts } from '../../i18n/texts.ts';
import { Enrol } from '../Account/Enrol.tsx';
import { accountTexts } from '../Account/texts.ts';
import { Plain } from './Plain.tsx';

/** All that is open to whom an admin demands a second factor of. */
export function EnrolPage() {
  const t = useTexts(accountTexts);
  const navigate = useNavigate();
  return (
    <Plain title={t.required} text={t.requiredText}>
      <Enrol
        onDone={() => {
          queryClient.clear();
          void navigate({ to: '/', replace: true });
        }}
      />
      <Button
        variant="subtle"
        w="fit-content"
        onClick={() => void signOut().finally(() => window.location.assign('/sign-in'))}
      >
        {t.signOut}
      </Button>
    </Plain>
  );
}
