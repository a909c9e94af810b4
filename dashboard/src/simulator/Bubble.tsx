import {
  IconAlertCircle,
  IconCheck,
  IconChecks,
  IconClock,
  IconListDetails,
  IconMicrophone,
  IconPhoto,
} from '@tabler/icons-react';
import { useRef } from 'react';
import { useTexts } from '../i18n/texts.ts';
import { RichText } from '../ui/RichText.tsx';
import { simulatorTexts } from './texts.ts';
import type { PhoneMessage, Unsent } from './use-phone.ts';
import classes from './Simulator.module.css';

type Choice = PhoneMessage['buttons'][number];
/** WhatsApp shows up to three choices as buttons, more as a list. */
const MOST_BUTTONS = 3;
const clock = (at: string): string =>
  new Date(at).toLocaleTimeString('fr', { hour: '2-digit', minute: '2-digit' });

interface BubbleProps {
  readonly message: PhoneMessage;
  readonly active: boolean;
  /** The shop has answered since. */
  readonly answered: boolean;
  readonly onChoose: (choice: Choice) => void;
}

export function Bubble({ message, active, answered, onChoose }: BubbleProps) {
  const t = useTexts(simulatorTexts);
  const mine = message.from === 'customer';
  return (
    <div className={classes.line} data-mine={mine || undefined}>
      <div className={classes.stack}>
        <div className={classes.bubble} data-mine={mine || undefined}>
          {message.from === 'advisor' && <span className={classes.author}>{t.advisor}</span>}
          {message.image_url !== null && (
            <img className={classes.picture} src={message.image_url} alt="" loading="lazy" />
          )}
          {mine && message.text === '' && message.image_url === null && <VoiceMark />}
          <span className={classes.text}>
            <RichText text={message.text} />
          </span>
          <span className={classes.time}>
            {clock(message.at)}
            {mine && <Tick status={answered ? 'read' : 'delivered'} />}
          </span>
        </div>
        {message.buttons.length > 0 && (
          <Choices choices={message.buttons} active={active} onChoose={onChoose} />
        )}
      </div>
    </div>
  );
}

export function UnsentBubble({
  item,
  onRetry,
}: {
  readonly item: Unsent;
  readonly onRetry: () => void;
}) {
  const t = useTexts(simulatorTexts);
  const { outgoing } = item;
  return (
    <div className={classes.line} data-mine>
      <div className={classes.bubble} data-mine>
        {outgoing.voice && <VoiceMark />}
        {outgoing.image && (
          <span className={classes.media}>
            <IconPhoto size={18} aria-hidden /> {t.photoSent}
          </span>
        )}
        <span className={classes.text}>{outgoing.text ?? ''}</span>
        <span className={classes.time}>
          {clock(item.at)}
          <Tick status={item.state} />
        </span>
        {item.state === 'failed' && (
          <button type="button" className={classes.retry} onClick={onRetry}>
            {t.failed}
          </button>
        )}
      </div>
    </div>
  );
}

function VoiceMark() {
  const t = useTexts(simulatorTexts);
  return (
    <span className={classes.media}>
      <IconMicrophone size={18} aria-hidden />
      <span className={classes.wave} aria-hidden>
        {[5, 9, 14, 8, 12, 16, 10, 6, 13, 15, 7, 11, 5, 9, 12, 6].map((height, index) => (
          <i key={index} style={{ height }} />
        ))}
      </span>
      <span className={classes.hidden}>{t.voiceNote}</span>
    </span>
  );
}

function Tick({ status }: { readonly status: string }) {
  const t = useTexts(simulatorTexts);
  if (status === 'failed') return <IconAlertCircle size={15} role="img" aria-label={t.failed} />;
  if (status === 'sending') return <IconClock size={13} role="img" aria-label={t.sending} />;
  if (status === 'read')
    return <IconChecks size={16} role="img" aria-label={t.read} className={classes.readTick} />;
  if (status === 'delivered') return <IconChecks size={16} role="img" aria-label={t.delivered} />;
  return <IconCheck size={16} role="img" aria-label={t.sent} />;
}

function Choices({
  choices,
  active,
  onChoose,
}: {
  readonly choices: readonly Choice[];
  readonly active: boolean;
  readonly onChoose: (choice: Choice) => void;
}) {
  const t = useTexts(simulatorTexts);
  const sheet = useRef<HTMLDialogElement>(null);
  const choose = (choice: Choice) => {
    sheet.current?.close();
    onChoose(choice);
  };
  if (choices.length <= MOST_BUTTONS) {
    return (
      <div className={classes.choices}>
        {choices.map((choice) => (
          <button key={choice.id} type="button" disabled={!active} onClick={() => choose(choice)}>
            {choice.title}
          </button>
        ))}
      </div>
    );
  }
  return (
    <div className={classes.choices}>
      <button type="button" disabled={!active} onClick={() => sheet.current?.showModal()}>
        <IconListDetails size={16} aria-hidden /> {t.list}
      </button>
      <dialog
        ref={sheet}
        className={classes.sheet}
        aria-label={t.list}
        onClick={(event) => {
          if (event.target === sheet.current) sheet.current.close();
        }}
      >
        <div>
          {choices.map((choice) => (
            <button key={choice.id} type="button" onClick={() => choose(choice)}>
              <strong>{choice.title}</strong>
            </button>
          ))}
          <button type="button" onClick={() => sheet.current?.close()}>
            {t.close}
          </button>
        </div>
      </dialog>
    </div>
  );
}
