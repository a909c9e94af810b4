import { Alert, Checkbox, List, Stack, Text } from '@mantine/core';
import type { ImportReport } from '@http/catalogue/contract.ts';
import { useTexts } from '../../i18n/texts.ts';
import { catalogueTexts } from './texts.ts';
import { swingText } from './use-guarded-change.tsx';

export type ImportQuestion = ImportReport['questions'][number]['question'];

const SHOWN = 20;

interface ImportQuestionsProps {
  readonly questions: ImportReport['questions'];
  readonly confirmed: readonly ImportQuestion[];
  readonly onConfirm: (confirmed: readonly ImportQuestion[]) => void;
}

/** What a person should look at before the file is taken, one tick for each kind. */
export function ImportQuestions({ questions, confirmed, onConfirm }: ImportQuestionsProps) {
  const t = useTexts(catalogueTexts);
  const kinds = [...new Set(questions.map(({ question }) => question))];
  return (
    <>
      {kinds.map((kind) => {
        const of = questions.filter(({ question }) => question === kind);
        return (
          <Alert key={kind} color="orange" title={t[`asks_${kind}`](of.length)}>
            <Stack gap="xs">
              <List size="sm">
                {of.slice(0, SHOWN).map(({ line, before, after }) => (
                  <List.Item key={line}>
                    {t.importLine} {line} :{' '}
                    {kind === 'other_name'
                      ? `${before.name} → ${after.name}`
                      : `${after.name}, ${swingText({
                          price_before: before.price_cfa,
                          price_after: after.price_cfa,
                          promo_before: before.promo_price_cfa,
                          promo_after: after.promo_price_cfa,
                        })}`}
                  </List.Item>
                ))}
              </List>
              {of.length > SHOWN && <Text size="sm">{t.importMore(of.length - SHOWN)}</Text>}
              <Checkbox
                label={t[`confirm_${kind}`]}
                checked={confirmed.includes(kind)}
                onChange={(event) =>
                  onConfirm(
                    event.currentTarget.checked
                      ? [...confirmed, kind]
                      : confirmed.filter((other) => other !== kind),
                  )
                }
              />
            </Stack>
          </Alert>
        );
      })}
    </>
  );
}
