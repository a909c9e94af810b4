import { Paper, Text } from '@mantine/core';
import { IconArrowDownRight, IconArrowUpRight, IconMinus } from '@tabler/icons-react';
import { useTexts } from '../../i18n/texts.ts';
import { useFigures, type FIGURES } from './figures.ts';
import { kpiTexts } from './texts.ts';
import classes from './Kpis.module.css';

interface FigureCardProps {
  readonly figure: (typeof FIGURES)[number];
  readonly value: number | null;
  readonly previous: number | null;
}

/** One figure and how it moved: by arrow, sign and word, so that no colour has to be told apart. */
export function FigureCard({ figure, value, previous }: FigureCardProps) {
  const t = useTexts(kpiTexts);
  const figures = useFigures();
  return (
    <Paper withBorder p="md" className={classes.card}>
      <dt className={classes.cardTitle}>{t[figure.key]}</dt>
      <dd className={classes.cardValue}>
        {value === null ? (
          <span className={classes.none}>{t.none}</span>
        ) : (
          figures.show(figure.kind, value)
        )}
        <Movement figure={figure} value={value} previous={previous} />
      </dd>
      <Text component="dd" size="xs" c="dimmed" m={0}>
        {t[`${figure.key}_hint`]}
      </Text>
    </Paper>
  );
}

function Movement({ figure, value, previous }: FigureCardProps) {
  const t = useTexts(kpiTexts);
  const figures = useFigures();
  if (value === null) return null;
  const comparable =
    previous !== null && (previous !== 0 || figure.kind === 'share' || figure.kind === 'score');
  if (!comparable && value !== previous)
    return <span className={classes.moved}>{t.noPrevious}</span>;
  if (value === previous)
    return (
      <span className={classes.moved}>
        <IconMinus size={14} aria-hidden /> {t.same}
      </span>
    );
  const up = value > (previous ?? 0);
  const better = up === (figure.good === 'up');
  const IconOf = up ? IconArrowUpRight : IconArrowDownRight;
  return (
    <span className={classes.moved} data-better={better}>
      <IconOf size={14} aria-hidden /> {figures.change(figure.kind, value, previous ?? 0)} (
      {better ? t.better : t.worse})
    </span>
  );
}
