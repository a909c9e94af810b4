import { IconArrowLeft, IconCamera, IconMicrophone, IconSend2 } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useRef, useState, type FormEvent } from 'react';
import { useTexts } from '../i18n/texts.ts';
import { Logo } from '../ui/Logo.tsx';
import { Bubble, UnsentBubble } from './Bubble.tsx';
import type { SimulatedCustomer } from './customers.ts';
import { nextStep } from './Guide.tsx';
import { readPhoto } from './read-photo.ts';
import { sampleVoice } from './sample-voice.ts';
import { simulatorTexts } from './texts.ts';
import type { usePhone } from './use-phone.ts';
import classes from './Simulator.module.css';

interface PhoneProps {
  readonly customer: SimulatedCustomer;
  readonly phone: ReturnType<typeof usePhone>;
  readonly said: readonly string[];
  readonly onBack: () => void;
}

/** The customer's screen. */
export function Phone({ customer, phone, said, onBack }: PhoneProps) {
  const t = useTexts(simulatorTexts);
  const [text, setText] = useState('');
  const end = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const { messages, unsent, typing, send } = phone;
  const suggestion = nextStep(said);
  // Buttons are answered once: only those of the newest message can still be tapped.
  const last = messages.at(-1);
  const lastAnswer = messages.findLastIndex((message) => message.from !== 'customer');

  useLayoutEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  }, [messages.length, unsent.length, typing]);
  useEffect(() => {
    // On a real phone the keyboard would cover half of the screen unasked.
    if (window.matchMedia('(min-width: 60em)').matches) input.current?.focus();
  }, [customer.phone]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    send({ text: text.trim() });
    setText('');
  };
  const addPhoto = async (chosen: File | undefined) => {
    if (chosen) send({ image: await readPhoto(chosen) });
    if (file.current) file.current.value = '';
  };

  return (
    <div className={classes.phone}>
      <header className={classes.top}>
        <button type="button" className={classes.back} aria-label={t.back} onClick={onBack}>
          <IconArrowLeft size={22} />
        </button>
        <Logo size={38} />
        <div className={classes.topText}>
          <strong>Léa · {t.shop}</strong>
          <span role="status">{!phone.reachable ? t.offline : typing ? t.typing : t.online}</span>
        </div>
      </header>
      <div className={classes.screen} role="log" aria-label={t.conversation} tabIndex={0}>
        <p className={classes.notice}>{t.encrypted}</p>
        {phone.signedOut && (
          <p className={classes.notice} role="alert">
            {t.signedOut} <a href="/sign-in">{t.signIn}</a>
          </p>
        )}
        {messages.length === 0 && unsent.length === 0 && (
          <p className={classes.notice}>{t.empty}</p>
        )}
        {messages.map((message, index) => (
          <Bubble
            key={message.id}
            message={message}
            active={message === last && unsent.length === 0}
            answered={index < lastAnswer}
            onChoose={(choice) => send({ button: choice.id, text: choice.title })}
          />
        ))}
        {unsent.map((item) => (
          <UnsentBubble key={item.key} item={item} onRetry={() => phone.retry(item)} />
        ))}
        {typing && (
          <div className={classes.line}>
            <div className={classes.bubble} aria-hidden>
              <span className={classes.dots}>
                <i />
                <i />
                <i />
              </span>
            </div>
          </div>
        )}
        <div ref={end} />
      </div>
      {suggestion && (
        <button
          type="button"
          className={classes.suggestion}
          lang="fr"
          onClick={() => send({ text: suggestion.text })}
        >
          {suggestion.text}
        </button>
      )}
      <form className={classes.bar} onSubmit={submit}>
        <div className={classes.field}>
          <input
            ref={input}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            placeholder={t.message}
            aria-label={t.message}
            maxLength={4000}
            enterKeyHint="send"
            autoComplete="off"
          />
          <button type="button" aria-label={t.photo} onClick={() => file.current?.click()}>
            <IconCamera size={22} stroke={1.6} />
          </button>
          <input
            ref={file}
            type="file"
            accept="image/*"
            hidden
            onChange={(event) => void addPhoto(event.currentTarget.files?.[0])}
          />
        </div>
        {text.trim() === '' ? (
          <button
            type="button"
            className={classes.round}
            aria-label={t.voice}
            title={t.voice}
            onClick={() => send({ voice: sampleVoice() })}
          >
            <IconMicrophone size={22} />
          </button>
        ) : (
          <button type="submit" className={classes.round} aria-label={t.send}>
            <IconSend2 size={21} />
          </button>
        )}
      </form>
    </div>
  );
}
