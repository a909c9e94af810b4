import { Alert, Anchor, Button, Divider, PasswordInput, Stack, TextInput } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { ApiError } from '../../api/client.ts';
import { sendMagicLink, signIn, verifyBackupCode, verifyCode } from '../../api/session.ts';
import { useTexts } from '../../i18n/texts.ts';
import { signInTexts } from './texts.ts';

interface SignInFormProps {
  readonly onSignedIn: () => void;
  /** A link was used already, and only the code is missing. */
  readonly owesCode?: boolean;
  /** What went wrong before this page. */
  readonly notice?: string | null;
}

/** E-mail and password, a second factor when the account has one, or a link by e-mail. */
export function SignInForm({ onSignedIn, owesCode = false, notice = null }: SignInFormProps) {
  const t = useTexts(signInTexts);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(owesCode ? '' : null);
  const [backup, setBackup] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(notice);
  const [sent, setSent] = useState(false);

  const attempt = async (work: () => Promise<void>, refused: string) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      const status = error instanceof ApiError ? error.status : 0;
      setProblem(
        status === 429 ? t.tooMany : status === 0 || status >= 500 ? t.unreachable : refused,
      );
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code !== null) {
      void attempt(async () => {
        await (backup ? verifyBackupCode : verifyCode)(code.trim());
        onSignedIn();
      }, t.wrongCode);
      return;
    }
    void attempt(async () => {
      const { needsCode } = await signIn(email, password);
      if (needsCode) setCode('');
      else onSignedIn();
    }, t.wrong);
  };
  const link = () => {
    if (!email.includes('@')) return setProblem(t.emailFirst);
    void attempt(async () => {
      await sendMagicLink(email);
      setSent(true);
    }, t.unreachable);
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {problem && (
          <Alert color="red" role="alert" p="xs">
            {problem}
          </Alert>
        )}
        {sent && (
          <Alert color="lea" role="status" p="xs">
            {t.magicSent}
          </Alert>
        )}
        {code === null ? (
          <>
            <TextInput
              label={t.email}
              type="email"
              name="email"
              autoComplete="username"
              required
              size="md"
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <PasswordInput
              label={t.password}
              name="password"
              autoComplete="current-password"
              required
              size="md"
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Button type="submit" size="md" loading={busy} fullWidth>
              {t.signIn}
            </Button>
            <Anchor href="/sign-in/password" size="sm" ta="center">
              {t.forgotten}
            </Anchor>
            <Divider label={t.or} />
            <Button
              variant="default"
              size="md"
              leftSection={<IconMail size={18} />}
              onClick={link}
              disabled={busy}
              fullWidth
            >
              {t.magic}
            </Button>
          </>
        ) : (
          <>
            <TextInput
              key={backup ? 'backup' : 'app'}
              label={backup ? t.backupCode : t.code}
              inputMode={backup ? 'text' : 'numeric'}
              autoComplete={backup ? 'off' : 'one-time-code'}
              maxLength={backup ? 20 : 6}
              autoFocus
              required
              size="md"
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
            <Button type="submit" size="md" loading={busy} fullWidth>
              {t.verify}
            </Button>
            <Button
              variant="subtle"
              onClick={() => {
                setBackup(!backup);
                setCode('');
              }}
            >
              {backup ? t.useApp : t.useBackup}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              onClick={() => {
                setCode(null);
                setProblem(null);
              }}
            >
              {t.startOver}
            </Button>
          </>
        )}
      </Stack>
    </form>
  );
}
