import {
  Alert,
  Badge,
  Button,
  FileButton,
  Group,
  Loader,
  Modal,
  Stack,
  Table,
  Text,
} from '@mantine/core';
import { IconFileTypeCsv } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState, type DragEvent } from 'react';
import type { ImportReport } from '@http/catalogue/contract.ts';
import { firstRows } from '../../csv/first-rows.ts';
import { useTexts } from '../../i18n/texts.ts';
import { notifyDone, notifyError, notifyUndo } from '../../ui/notify.ts';
import { kitTexts } from '../../ui/kit/texts.ts';
import { usePhone } from '../../ui/kit/use-phone.ts';
import { ImportQuestions, type ImportQuestion } from './ImportQuestions.tsx';
import { undoChange } from './use-guarded-change.tsx';
import { useColumnLabel, useLabelledProblem, useRefusals } from './use-refusals.ts';
import { catalogueTexts } from './texts.ts';
import { importCsv } from './use-products.ts';
import classes from './Catalogue.module.css';
import { useFocusBack } from '../../ui/kit/use-focus-back.ts';

const SHOWN_LINES = 100;
const SAMPLE_ROWS = 4;
/** Of the file's beginning, in bytes: four rows and more. */
const SAMPLE_SIZE = 65_536;
const COLOR = { create: 'lea', update: 'blue', unchanged: 'gray', error: 'red' } as const;

/** First what the file would do, line by line; then, on request, doing it. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  useFocusBack();
  const t = useTexts(catalogueTexts);
  const kit = useTexts(kitTexts);
  const phone = usePhone();
  const worded = useRefusals();
  const [file, setFile] = useState<File | null>(null);
  const [sample, setSample] = useState<readonly string[][]>([]);
  const [share, setShare] = useState(0);
  const [confirmed, setConfirmed] = useState<readonly ImportQuestion[]>([]);
  const run = (chosen: File, previewOnly: boolean) => {
    setShare(0);
    return importCsv(chosen, previewOnly, previewOnly ? [] : confirmed, setShare);
  };
  const undo = (changeId: string) =>
    undoChange(changeId).then(
      () => notifyDone(kit.saved),
      (error: unknown) => notifyError(worded(error), kit.actionFailed),
    );
  const preview = useMutation({ mutationFn: (chosen: File) => run(chosen, true) });
  const apply = useMutation({
    mutationFn: (chosen: File) => run(chosen, false),
    onSuccess: (report) => {
      const done = t.importDone(report.created + report.updated);
      const { price_change_id: prices } = report;
      if (prices === null) notifyDone(done);
      else notifyUndo(done, t.importUndo, () => void undo(prices));
      onClose();
    },
  });
  const choose = (chosen: File | null) => {
    if (chosen === null) return;
    setFile(chosen);
    setConfirmed([]);
    apply.reset();
    preview.mutate(chosen);
    setSample([]);
    void chosen
      .slice(0, SAMPLE_SIZE)
      .text()
      .then((text) => setSample(firstRows(text, SAMPLE_ROWS)))
      // A file that cannot be read is told of by the preview.
      .catch(() => setSample([]));
  };
  const report = preview.data;
  const error = preview.error ?? apply.error;
  const open = report?.questions.some(({ question }) => !confirmed.includes(question)) ?? false;
  const count = report === undefined ? 0 : report.created + report.updated;

  return (
    <Modal opened onClose={onClose} size="xl" fullScreen={phone} title={t.importTitle}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t.importText}
        </Text>
        <DropZone file={file} onFile={choose} />
        {preview.isPending && <Underway label={t.importChecking} share={share} />}
        {apply.isPending && <Underway label={t.importUnderway} share={share} />}
        {error && (
          <Alert color="red" title={t.importFailed}>
            {worded(error).message}
          </Alert>
        )}
        {report === undefined && sample.length > 0 && <Sample rows={sample} />}
        {report !== undefined && <Report report={report} />}
        {report !== undefined && report.error_count === 0 && (
          <ImportQuestions
            questions={report.questions}
            confirmed={confirmed}
            onConfirm={setConfirmed}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {kit.cancel}
          </Button>
          {file !== null && report !== undefined && (
            <Button
              disabled={count === 0 || report.error_count > 0 || open}
              loading={apply.isPending}
              onClick={() => apply.mutate(file)}
            >
              {t.importApply(count)}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

/** A long file takes seconds: how far it is. */
function Underway({ label, share }: { readonly label: string; readonly share: number }) {
  const percent = Math.round(share * 100);
  return (
    <Stack gap={4}>
      <Group gap="xs" role="status">
        <Loader size="xs" aria-hidden />
        <Text size="sm">{label}</Text>
      </Group>
      <progress className={classes.progress} aria-label={label} max={100} value={percent}>
        {percent} %
      </progress>
    </Stack>
  );
}

function DropZone({
  file,
  onFile,
}: {
  readonly file: File | null;
  readonly onFile: (file: File | null) => void;
}) {
  const t = useTexts(catalogueTexts);
  const [over, setOver] = useState(false);
  const drag = (event: DragEvent, inside: boolean) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false);
        onFile(event.dataTransfer.files[0] ?? null);
      }}
    >
      <Stack gap={6} align="center">
        <FileButton
          accept=".csv,text/csv,text/plain"
          onChange={onFile}
          inputProps={{ 'aria-label': t.importChoose }}
        >
          {(props) => (
            <Button
              variant={file === null ? 'light' : 'default'}
              leftSection={<IconFileTypeCsv size={18} aria-hidden />}
              {...props}
            >
              {file === null ? t.importChoose : t.importOther}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          {file === null ? t.importDrop : file.name}
        </Text>
      </Stack>
    </div>
  );
}

/** What the file looks like, while the server reads it or when it cannot. */
function Sample({ rows }: { readonly rows: readonly string[][] }) {
  const t = useTexts(catalogueTexts);
  return (
    <Table.ScrollContainer
      minWidth={500}
      scrollAreaProps={{
        viewportProps: { tabIndex: 0, role: 'region', 'aria-label': t.importFirst },
      }}
    >
      <Table fz="xs" withTableBorder aria-label={t.importFirst}>
        <Table.Tbody>
          {rows.map((cells, row) => (
            <Table.Tr key={row} fw={row === 0 ? 600 : undefined}>
              {cells.slice(0, 10).map((cell, column) => (
                <Table.Td key={column}>{cell.slice(0, 40)}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Report({ report }: { readonly report: ImportReport }) {
  const t = useTexts(catalogueTexts);
  const label = useColumnLabel();
  const labelled = useLabelledProblem();
  const lines = (report.lines ?? [])
    .filter((line) => line.action !== 'unchanged')
    .toSorted(
      (a, b) => Number(b.action === 'error') - Number(a.action === 'error') || a.line - b.line,
    );
  const figures = [
    [t.importCreate, report.created],
    [t.importUpdate, report.updated],
    [t.importUnchanged, report.unchanged],
    [t.importErrors, report.error_count],
  ] as const;
  return (
    <Stack gap="sm">
      <dl className={classes.figures}>
        {figures.map(([label, value]) => (
          <div key={label} className={classes.figure}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {report.ignored_columns.length > 0 && (
        <Alert color="orange">{t.importIgnored(report.ignored_columns.join(', '))}</Alert>
      )}
      {report.error_count > 0 && <Alert color="red">{t.importBlocked}</Alert>}
      {report.error_count === 0 && report.created + report.updated === 0 && (
        <Alert color="blue">{report.total === 0 ? t.importEmpty : t.importNothing}</Alert>
      )}
      {lines.length > 0 && (
        <Table.ScrollContainer
          minWidth={420}
          mah={320}
          scrollAreaProps={{
            mah: 320,
            viewportProps: { tabIndex: 0, role: 'region', 'aria-label': t.importTitle },
          }}
        >
          <Table fz="sm" aria-label={t.importTitle}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t.importLine}</Table.Th>
                <Table.Th>{t.importAction}</Table.Th>
                <Table.Th>{t.product}</Table.Th>
                <Table.Th>{t.importDetail}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.slice(0, SHOWN_LINES).map((line) => (
                <Table.Tr key={line.line}>
                  <Table.Td>{line.line}</Table.Td>
                  <Table.Td>
                    <Badge miw="max-content" color={COLOR[line.action]}>
                      {t[`action_${line.action}`]}
                    </Badge>
                  </Table.Td>
                  <Table.Td>{line.name ?? line.barcode ?? '–'}</Table.Td>
                  <Table.Td>
                    {line.action === 'error'
                      ? line.errors.map((problem) => labelled(problem)).join(' ')
                      : line.changes.map((column) => label(column)).join(', ')}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {lines.length > SHOWN_LINES && (
        <Text size="sm" c="dimmed">
          {t.importMore(lines.length - SHOWN_LINES)}
        </Text>
      )}
    </Stack>
  );
}
