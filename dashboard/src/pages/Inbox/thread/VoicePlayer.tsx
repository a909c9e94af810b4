import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTexts } from '../../../i18n/texts.ts';
import type { ThreadMessage } from '../hooks/use-thread.ts';
import { inboxTexts } from '../texts.ts';
import classes from '../Inbox.module.css';

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
const SPEEDS = [1, 1.5, 2] as const;

/** A voice note: listen, move, faster; what was understood stands below, so that both can be compared. */
export function VoicePlayer({
  attachment,
}: {
  readonly attachment: NonNullable<ThreadMessage['attachment']>;
}) {
  const t = useTexts(inboxTexts);
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState(attachment.seconds ?? 0);
  const [speed, setSpeed] = useState<(typeof SPEEDS)[number]>(1);

  const faster = () => {
    const next = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1;
    setSpeed(next);
    if (audio.current) audio.current.playbackRate = next;
  };
  return (
    <div className={classes.voice}>
      {attachment.url === null ? (
        <div className={classes.hint}>{t.voicePending}</div>
      ) : (
        <div className={classes.player}>
          <audio
            ref={audio}
            src={attachment.url}
            preload="none"
            onPlay={() => setPlaying(true)}
            onPause={() => setPlaying(false)}
            onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
            onDurationChange={(event) => {
              if (Number.isFinite(event.currentTarget.duration))
                setLength(event.currentTarget.duration);
            }}
            onEnded={() => setAt(0)}
          />
          <button
            type="button"
            className={classes.play}
            aria-label={playing ? t.pause : t.play}
            onClick={() =>
              void (playing ? audio.current?.pause() : audio.current?.play().catch(() => undefined))
            }
          >
            {playing ? <IconPlayerPauseFilled size={18} /> : <IconPlayerPlayFilled size={18} />}
          </button>
          <input
            type="range"
            min={0}
            max={Math.max(length, 1)}
            step={0.1}
            value={at}
            aria-label={t.position}
            aria-valuetext={clock(at)}
            onChange={(event) => {
              const next = Number(event.currentTarget.value);
              setAt(next);
              if (audio.current) audio.current.currentTime = next;
            }}
          />
          <span className={classes.clock}>{clock(at > 0 ? at : length)}</span>
          <button
            type="button"
            className={classes.speed}
            onClick={faster}
            aria-label={`${t.speed} ${speed}×`}
          >
            {speed}×
          </button>
        </div>
      )}
      <div className={classes.transcript}>{attachment.transcript ?? t.noTranscript}</div>
    </div>
  );
}
