import { Group, Pagination, Paper, Stack, Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { kitTexts } from './texts.ts';
import { usePhone } from './use-phone.ts';
import classes from './Rows.module.css';

export interface Column<T> {
  readonly key: string;
  readonly title: string;
  readonly render: (row: T) => ReactNode;
  /** The database's column, when the list can be sorted by it. */
  readonly sort?: string;
  readonly align?: 'right';
  readonly width?: number | string;
}

interface RowsProps<T> {
  readonly label: string;
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly columns: readonly Column<T>[];
  /** One row on a phone. */
  readonly card: (row: T) => ReactNode;
  /** PostgREST's: `name.asc`. */
  readonly order?: string;
  readonly onOrder?: (order: string) => void;
  readonly busy?: boolean;
}

/** A table with sortable columns; below 48em a list of cards. */
export function Rows<T>(props: RowsProps<T>) {
  const { label, rows, rowKey, columns, card, busy = false } = props;
  const phone = usePhone();
  if (phone)
    return (
      <Stack component="ul" gap="xs" m={0} p={0} aria-label={label} aria-busy={busy}>
        {rows.map((row) => (
          <Paper component="li" key={rowKey(row)} withBorder p="sm" className={classes.card}>
            {card(row)}
          </Paper>
        ))}
      </Stack>
    );
  return (
    <Paper withBorder className={classes.frame} data-busy={busy || undefined}>
      <Table.ScrollContainer
        minWidth={Math.min(900, columns.length * 120)}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': label, role: 'region' } }}
      >
        <Table
          highlightOnHover
          verticalSpacing="xs"
          horizontalSpacing="md"
          aria-label={label}
          aria-busy={busy}
        >
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Head
                  key={column.key}
                  column={column}
                  order={props.order}
                  onOrder={props.onOrder}
                />
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={rowKey(row)}>
                {columns.map((column) => (
                  <Table.Td key={column.key} ta={column.align} className={classes.cell}>
                    {column.render(row)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

interface HeadProps<T> {
  readonly column: Column<T>;
  readonly order: string | undefined;
  readonly onOrder: ((order: string) => void) | undefined;
}

function Head<T>({ column, order, onOrder }: HeadProps<T>) {
  const t = useTexts(kitTexts);
  const style = column.width === undefined ? {} : { w: column.width };
  if (column.sort === undefined || onOrder === undefined)
    return (
      <Table.Th ta={column.align} {...style}>
        {column.title}
      </Table.Th>
    );
  const [by, direction] = (order ?? '').split('.');
  const active = by === column.sort;
  const IconOf = !active ? IconArrowsSort : direction === 'desc' ? IconArrowDown : IconArrowUp;
  return (
    <Table.Th
      ta={column.align}
      aria-sort={!active ? 'none' : direction === 'desc' ? 'descending' : 'ascending'}
      {...style}
    >
      <UnstyledButton
        className={classes.sort}
        aria-label={t.sortBy(column.title)}
        onClick={() => onOrder(`${column.sort}.${active && direction !== 'desc' ? 'desc' : 'asc'}`)}
      >
        {column.title}
        <IconOf
          size={14}
          aria-hidden
          className={classes.sortIcon}
          data-active={active || undefined}
        />
      </UnstyledButton>
    </Table.Th>
  );
}

interface PagerProps {
  readonly page: number;
  readonly size: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}

/** Which rows these are, and the way to the others. */
export function Pager({ page, size, total, onPage }: PagerProps) {
  const t = useTexts(kitTexts);
  const format = useFormat();
  const phone = usePhone();
  if (total === 0) return null;
  const pages = Math.ceil(total / size);
  const first = (page - 1) * size;
  return (
    <Group justify="space-between" gap="sm">
      <Text size="sm" c="dimmed" role="status">
        {t.range(
          format.number(first + 1),
          format.number(Math.min(total, first + size)),
          format.number(total),
        )}
      </Text>
      {pages > 1 && (
        <nav aria-label={t.pages}>
          <Pagination
            total={pages}
            value={page}
            onChange={onPage}
            size="sm"
            siblings={phone ? 0 : 1}
            getControlProps={(control) => ({
              'aria-label': control === 'previous' ? t.previous : t.next,
            })}
            getItemProps={(item) => ({ 'aria-label': t.page(item) })}
          />
        </nav>
      )}
    </Group>
  );
}

/** The page that an address names. */
export const pageOf = (text: string | undefined): number =>
  Math.max(1, Math.floor(Number(text ?? 1)) || 1);
