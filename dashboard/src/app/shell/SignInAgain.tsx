import { Modal, Text } from '@mantine/core';
import { queryClient } from '../../api/query-client.ts';
import { meQuery } from '../../api/session.ts';
import { useTexts } from '../../i18n/texts.ts';
import { SignInForm } from '../../pages/SignIn/SignInForm.tsx';
import { shellTexts } from './texts.ts';
import { useFocusBack } from '../../ui/kit/use-focus-back.ts';

/** Over the page as it stands, so that an ended session loses nothing that was typed. */
export function SignInAgain({ onDone }: { readonly onDone: () => void }) {
  useFocusBack();
  const t = useTexts(shellTexts);
  const done = async () => {
    await queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
    onDone();
    await queryClient.invalidateQueries();
  };
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t.expiredTitle}
    >
      <Text size="sm" c="dimmed" mb="md">
        {t.expiredText}
      </Text>
      <SignInForm onSignedIn={() => void done()} />
    </Modal>
  );
}
