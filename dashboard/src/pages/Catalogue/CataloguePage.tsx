import { Alert, Button, Group, Select, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconBox, IconDownload, IconPlus, IconSearchOff, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useMe } from '../../api/session.ts';
import { formatFcfa } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { notifyError } from '../../ui/notify.ts';
import { Page } from '../../ui/Page.tsx';
import { useDays } from '../../i18n/days.ts';
import { Loaded } from '../../ui/kit/Loaded.tsx';
import { Pager, pageOf, Rows, type Column } from '../../ui/kit/Rows.tsx';
import { SearchBox } from '../../ui/kit/SearchBox.tsx';
import { kitTexts } from '../../ui/kit/texts.ts';
import { usePhone } from '../../ui/kit/use-phone.ts';
import { useUrlState } from '../../ui/kit/use-url-state.ts';
import { Picture } from './Picture.tsx';
import { isPromoted, ProductMarks } from './ProductMarks.tsx';
import { MAX_PRICE_CFA } from './price.ts';
import { useGuardedChange } from './use-guarded-change.tsx';
import { QuickNumber } from './QuickNumber.tsx';
import { useRefusals } from './use-refusals.ts';
import { catalogueTexts } from './texts.ts';
import {
  indexQuery,
  PAGE_SIZE,
  SHELVES,
  useProducts,
  type Product,
  type ProductChanges,
} from './use-products.ts';
import classes from './Catalogue.module.css';

const ProductDrawer = lazy(() =>
  import('./ProductDrawer.tsx').then((module) => ({ default: module.ProductDrawer })),
);
const ImportDialog = lazy(() =>
  import('./ImportDialog.tsx').then((module) => ({ default: module.ImportDialog })),
);

const ORDERS = ['name.asc', 'price_cfa.asc', 'stock_qty.asc', 'updated_at.desc'] as const;

export function CataloguePage() {
  const t = useTexts(catalogueTexts);
  const kit = useTexts(kitTexts);
  const worded = useRefusals();
  const days = useDays();
  const phone = usePhone();
  const canEdit = useMe().data?.role !== 'support';
  const [url, setUrl] = useUrlState('q', 'category', 'shelf', 'order', 'page', 'product');
  const [importing, setImporting] = useState(false);
  const change = useGuardedChange();
  const index = useQuery(indexQuery);

  const search = {
    q: url.q ?? '',
    category: url.category ?? '',
    shelf: SHELVES.find((shelf) => shelf === url.shelf) ?? 'all',
    order: /^(name|price_cfa|stock_qty|expiration_date|updated_at)\.(asc|desc)$/.test(
      url.order ?? '',
    )
      ? (url.order ?? 'name.asc')
      : 'name.asc',
    page: pageOf(url.page),
  } as const;
  const products = useProducts(search, days.today);
  const filtered = search.q !== '' || search.category !== '' || search.shelf !== 'all';
  const filter = (changes: Parameters<typeof setUrl>[0]) => setUrl({ page: undefined, ...changes });
  const clearFilters = () => filter({ q: undefined, category: undefined, shelf: undefined });

  const categories = [
    ...new Set(index.data?.flatMap((product) => product.category ?? []) ?? []),
  ].toSorted((a, b) => a.localeCompare(b));
  const save = (product: Product, changes: ProductChanges): void =>
    void change
      .save(product, changes)
      .catch((error: unknown) => notifyError(worded(error), kit.saveFailed));
  const open = (id: string) => setUrl({ product: id });

  const price = (product: Product) => (
    <QuickNumber
      label={t.editPrice(product.name)}
      value={product.price_cfa}
      min={1}
      max={MAX_PRICE_CFA}
      suffix=" FCFA"
      disabled={!canEdit}
      onSave={(value) => save(product, { price_cfa: value })}
    >
      {isPromoted(product, days.today) && product.promo_price_cfa !== null ? (
        <>
          <s className={classes.old}>{formatFcfa(product.price_cfa)}</s>{' '}
          <strong>{formatFcfa(product.promo_price_cfa)}</strong>
        </>
      ) : (
        formatFcfa(product.price_cfa)
      )}
    </QuickNumber>
  );
  const stock = (product: Product) => (
    <QuickNumber
      label={t.editStock(product.name)}
      value={product.stock_qty}
      disabled={!canEdit}
      onSave={(value) => save(product, { stock_qty: value })}
    >
      {phone ? t.units(product.stock_qty) : product.stock_qty}
    </QuickNumber>
  );
  const title = (product: Product) => (
    <UnstyledButton className={classes.open} onClick={() => open(product.id)}>
      <Picture url={product.image_url} />
      <span>
        <span className={classes.name}>{product.name}</span>
        <span className={classes.about}>
          {[product.brand, product.category].filter(Boolean).join(' · ')}
        </span>
      </span>
    </UnstyledButton>
  );
  const columns: Column<Product>[] = [
    { key: 'name', title: t.product, sort: 'name', render: title },
    { key: 'price', title: t.price, sort: 'price_cfa', align: 'right', render: price },
    { key: 'stock', title: t.stock, sort: 'stock_qty', align: 'right', render: stock },
    {
      key: 'expiry',
      title: t.expiry,
      sort: 'expiration_date',
      render: (product) =>
        product.expiration_date === null ? '–' : days.show(product.expiration_date),
    },
    {
      key: 'status',
      title: t.status,
      render: (product) => <ProductMarks product={product} today={days.today} />,
    },
  ];

  return (
    <Page
      title={t.title}
      {...(!phone && { description: t.description })}
      actions={
        canEdit && (
          <>
            <Button
              component="a"
              href="/functions/export-products"
              download
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              {t.export}
            </Button>
            <Button
              variant="default"
              leftSection={<IconUpload size={16} aria-hidden />}
              onClick={() => setImporting(true)}
            >
              {t.import}
            </Button>
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => open('new')}>
              {t.new}
            </Button>
          </>
        )
      }
    >
      <div className={classes.filters}>
        <SearchBox label={t.search} value={search.q} onChange={(q) => filter({ q })} />
        <Select
          aria-label={t.category}
          placeholder={t.anyCategory}
          data={categories}
          value={search.category === '' ? null : search.category}
          onChange={(category) => filter({ category: category ?? undefined })}
          clearable
          clearButtonProps={{ 'aria-label': kit.clear }}
          searchable
          w={phone ? '100%' : 210}
        />
        <Select
          aria-label={t.state}
          data={SHELVES.map((shelf) => ({ value: shelf, label: t[`shelf_${shelf}`] }))}
          value={search.shelf}
          onChange={(shelf) =>
            filter({ shelf: shelf === 'all' ? undefined : (shelf ?? undefined) })
          }
          allowDeselect={false}
          flex={phone ? 1 : undefined}
          w={phone ? undefined : 170}
        />
        {phone && (
          <Select
            aria-label={t.sortName}
            data={[
              { value: ORDERS[0], label: t.sort_name },
              { value: ORDERS[1], label: t.sort_price },
              { value: ORDERS[2], label: t.sort_stock },
              { value: ORDERS[3], label: t.sort_recent },
            ]}
            value={search.order}
            onChange={(order) => filter({ order: order ?? undefined })}
            allowDeselect={false}
            flex={1}
          />
        )}
      </div>
      <Loaded
        query={products}
        bars={8}
        empty={{
          when: (data) => data.rows.length === 0 && !products.isPlaceholderData,
          show: filtered ? (
            <EmptyState icon={IconSearchOff} title={t.noMatch}>
              <Stack gap="sm" align="center">
                <span>{t.noMatchText}</span>
                <Button variant="default" size="xs" onClick={clearFilters}>
                  {t.resetFilters}
                </Button>
              </Stack>
            </EmptyState>
          ) : (
            <EmptyState icon={IconBox} title={t.empty}>
              {t.emptyText}
            </EmptyState>
          ),
        }}
      >
        {(data) => (
          <Stack gap="md">
            {data.cut && <Alert color="blue">{t.tooMany}</Alert>}
            <Rows
              label={t.list}
              rows={data.rows}
              rowKey={(product) => product.id}
              columns={columns}
              order={search.order}
              onOrder={(order) => filter({ order })}
              busy={products.isPlaceholderData}
              card={(product) => (
                <Stack gap={8}>
                  {title(product)}
                  <Group justify="space-between" gap="xs">
                    {price(product)}
                    {stock(product)}
                  </Group>
                  <Group justify="space-between" gap="xs">
                    <ProductMarks product={product} today={days.today} />
                    {product.expiration_date !== null && (
                      <Text size="xs" c="dimmed">
                        {t.expiry} : {days.show(product.expiration_date)}
                      </Text>
                    )}
                  </Group>
                </Stack>
              )}
            />
            <Pager
              page={search.page}
              size={PAGE_SIZE}
              total={data.total}
              onPage={(page) => setUrl({ page: page === 1 ? undefined : String(page) })}
            />
          </Stack>
        )}
      </Loaded>
      {change.dialog}
      <Suspense fallback={null}>
        {url.product !== undefined && (
          <ProductDrawer
            key={url.product}
            id={url.product === 'new' ? null : url.product}
            categories={categories}
            canEdit={canEdit}
            onClose={() => setUrl({ product: undefined })}
          />
        )}
        {importing && <ImportDialog onClose={() => setImporting(false)} />}
      </Suspense>
    </Page>
  );
}
