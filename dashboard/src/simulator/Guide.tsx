import { IconCheck } from '@tabler/icons-react';
import { useTexts } from '../i18n/texts.ts';
import { simulatorTexts } from './texts.ts';
import classes from './Simulator.module.css';

/** What shows the most in a minute, in the order in which it makes sense. */
export const STEPS = [
  {
    label: 'step1',
    text: 'Bonjour, je cherche une crème hydratante pour peau sèche moins de 8000 F',
  },
  { label: 'step2', text: 'OUI' },
  { label: 'step3', text: 'moins cher' },
  { label: 'step4', text: '1' },
  { label: 'step5', text: 'CONSEILLER' },
  { label: 'step6', text: 'SUPPRIMER' },
] as const;

const sameWords = (a: string, b: string): boolean =>
  a.trim().toLowerCase() === b.trim().toLowerCase();
export const isDone = (text: string, said: readonly string[]): boolean =>
  said.some((words) => sameWords(words, text));
/** The step after the last one that was taken; null at the end. */
export const nextStep = (said: readonly string[]) =>
  STEPS[STEPS.findLastIndex((step) => isDone(step.text, said)) + 1] ?? null;

export function Guide({
  said,
  onSend,
}: {
  readonly said: readonly string[];
  readonly onSend: (text: string) => void;
}) {
  const t = useTexts(simulatorTexts);
  const next = nextStep(said);
  return (
    <section>
      <div className={classes.sectionHead}>
        <h2>{t.guide}</h2>
      </div>
      <p className={classes.hint}>{t.guideText}</p>
      <ol className={classes.steps}>
        {STEPS.map((step, index) => {
          const done = isDone(step.text, said);
          return (
            <li key={step.text}>
              <button
                type="button"
                data-done={done || undefined}
                data-next={step === next || undefined}
                onClick={() => onSend(step.text)}
              >
                <span className={classes.stepMark}>
                  {done ? <IconCheck size={14} aria-hidden /> : index + 1}
                </span>
                <span>
                  <strong>{t[step.label]}</strong>
                  <span className={classes.stepText} lang="fr">
                    {step.text}
                  </span>
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
