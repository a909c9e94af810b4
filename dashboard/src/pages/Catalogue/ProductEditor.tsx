import {
  Autocomplete,
  Button,
  Checkbox,
  Fieldset,
  Group,
  NumberInput,
  SimpleGrid,
  Stack,
  Switch,
  TagsInput,
  Text,
  Textarea,
  TextInput,
  Alert,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { ApiError } from '../../api/client.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useTexts } from '../../i18n/texts.ts';
import { notifyDone, notifyError } from '../../ui/notify.ts';
import { kitTexts } from '../../ui/kit/texts.ts';
import { PictureField } from './PictureField.tsx';
import { fieldProblems } from './refusals.ts';
import { useProblemSentence, useRefusals } from './use-refusals.ts';
import { FurtherField } from './FurtherField.tsx';
import {
  FORM_COLUMNS,
  fieldOf,
  problemsOf,
  toForm,
  toRow,
  type ProductForm,
} from './product-form.ts';
import { RemoveProduct } from './RemoveProduct.tsx';
import { MAX_PRICE_CFA } from './price.ts';
import { useGuardedChange } from './use-guarded-change.tsx';
import { catalogueTexts } from './texts.ts';
import { uploadImage, useCreateProduct, type Product } from './use-products.ts';
import classes from './ProductEditor.module.css';

interface ProductEditorProps {
  readonly product: Product | null;
  readonly categories: readonly string[];
  readonly canEdit: boolean;
  readonly onDirty: (dirty: boolean) => void;
  readonly onDone: () => void;
}

const PRICE = {
  max: MAX_PRICE_CFA,
  allowDecimal: false,
  allowNegative: false,
  thousandSeparator: ' ',
} as const;
const AMOUNT = {
  min: 0,
  max: 1_000_000_000,
  allowDecimal: false,
  allowNegative: false,
  thousandSeparator: ' ',
} as const;

/** What has a place of its own below; any other field comes at the end. */
const PLACED: ReadonlySet<string> = new Set<keyof ProductForm>([
  'active',
  'attributes',
  'barcode',
  'brand',
  'category',
  'description',
  'expiration_date',
  'ingredients',
  'low_stock_threshold',
  'name',
  'price_cfa',
  'promo_from',
  'promo_price_cfa',
  'promo_to',
  'stock_qty',
  'tags',
  'usage_tip',
]);

export function ProductEditor(props: ProductEditorProps) {
  const { product, categories, canEdit, onDirty, onDone } = props;
  const t = useTexts(catalogueTexts);
  const kit = useTexts(kitTexts);
  const { language } = useLanguage();
  const [picture, setPicture] = useState<File | null>(null);
  const [noPicture, setNoPicture] = useState(false);
  const change = useGuardedChange();
  const worded = useRefusals();
  const sentence = useProblemSentence();
  const create = useCreateProduct();
  const [busy, setBusy] = useState(false);
  const form = useForm<ProductForm>({
    initialValues: toForm(product),
    validate: (values) => problemsOf(values, language, t),
    validateInputOnBlur: true,
  });
  const dirty = form.isDirty() || picture !== null || noPicture;
  useEffect(() => onDirty(dirty), [dirty, onDirty]);

  const showProblem = (error: unknown) => {
    if (error instanceof ApiError)
      for (const problem of fieldProblems(error))
        form.setFieldError(fieldOf(problem.field), sentence(problem));
    notifyError(worded(error), kit.saveFailed);
  };
  const save = async (values: ProductForm) => {
    setBusy(true);
    try {
      const row = { ...toRow(values), ...(noPicture && { image_url: null }) };
      const saved =
        product === null ? await create.mutateAsync(row) : await change.save(product, row);
      // Asked about a price that leaps, the person thought better of it.
      if (product !== null && saved === null) return;
      const id = product?.id ?? saved?.id;
      if (picture !== null && id !== undefined)
        await uploadImage(id, picture).catch((error: unknown) =>
          notifyError(worded(error), t.imageFailed),
        );
      if (product === null) notifyDone(t.created);
      onDone();
    } catch (error) {
      showProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const invalid = () =>
    window.requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus(),
    );
  const field = <K extends keyof ProductForm>(key: K) => form.getInputProps(key);
  const tick = (key: keyof ProductForm) => form.getInputProps(key, { type: 'checkbox' });

  return (
    <form onSubmit={form.onSubmit((values) => void save(values), invalid)} noValidate>
      {change.dialog}
      <Stack gap="lg" pb={76}>
        {!canEdit && <Alert color="blue">{t.readOnly}</Alert>}
        <fieldset disabled={!canEdit || busy} className={classes.plain}>
          <Stack gap="lg">
            <PictureField
              url={noPicture ? null : (product?.image_url ?? null)}
              file={picture}
              canEdit={canEdit}
              onFile={(file) => {
                setPicture(file);
                setNoPicture(false);
              }}
              onRemove={() => {
                setPicture(null);
                setNoPicture(product?.image_url != null);
              }}
            />
            <Fieldset legend={t.basics}>
              <Stack gap="sm">
                <TextInput
                  label={t.name}
                  required
                  maxLength={300}
                  {...(product === null && { 'data-autofocus': true })}
                  {...field('name')}
                />
                <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
                  <TextInput label={t.brand} maxLength={100} {...field('brand')} />
                  <Autocomplete
                    label={t.category}
                    data={[...categories]}
                    maxLength={100}
                    {...field('category')}
                  />
                  <NumberInput
                    label={t.price}
                    required
                    suffix=" FCFA"
                    {...PRICE}
                    {...field('price_cfa')}
                  />
                  <NumberInput label={t.stock} required {...AMOUNT} {...field('stock_qty')} />
                  <NumberInput
                    label={t.threshold}
                    description={t.thresholdHint}
                    inputWrapperOrder={['label', 'input', 'description', 'error']}
                    {...AMOUNT}
                    {...field('low_stock_threshold')}
                  />
                  <TextInput type="date" label={t.expiry} {...field('expiration_date')} />
                  <TextInput
                    label={t.barcode}
                    inputMode="numeric"
                    maxLength={64}
                    {...field('barcode')}
                  />
                </SimpleGrid>
                <Switch label={t.selling} description={t.sellingHint} {...tick('active')} />
                <Textarea
                  label={t.description_}
                  autosize
                  minRows={2}
                  maxRows={8}
                  {...field('description')}
                />
                <Textarea
                  label={t.ingredients}
                  autosize
                  minRows={2}
                  maxRows={8}
                  {...field('ingredients')}
                />
                <TagsInput
                  label={t.attributes}
                  description={t.attributesHint}
                  maxTags={50}
                  {...field('attributes')}
                />
                <TagsInput label={t.tags} maxTags={50} {...field('tags')} />
              </Stack>
            </Fieldset>
            <Fieldset legend={t.cautions}>
              <Stack gap="sm">
                <Text size="sm" c="dimmed">
                  {t.cautionsText}
                </Text>
                <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
                  <Checkbox label={t.pregnancy} {...tick('pregnancy')} />
                  <Checkbox label={t.breastfeeding} {...tick('breastfeeding')} />
                  <Checkbox label={t.essentialOils} {...tick('essentialOils')} />
                  <Checkbox label={t.asthma} {...tick('asthma')} />
                  <Checkbox label={t.epilepsy} {...tick('epilepsy')} />
                </SimpleGrid>
                <NumberInput
                  label={t.minAge}
                  description={t.minAgeHint}
                  w={{ base: '100%', xs: '50%' }}
                  min={0}
                  max={1200}
                  allowDecimal={false}
                  {...field('minAgeMonths')}
                />
                <TagsInput
                  label={t.allergens}
                  description={t.allergensHint}
                  {...field('allergens')}
                />
                <TagsInput
                  label={t.interactions}
                  description={t.interactionsHint}
                  {...field('interactions')}
                />
              </Stack>
            </Fieldset>
            <Fieldset legend={t.promotion}>
              <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
                <NumberInput
                  label={t.promoPrice}
                  suffix=" FCFA"
                  {...PRICE}
                  {...field('promo_price_cfa')}
                />
                <TextInput type="date" label={t.promoFrom} {...field('promo_from')} />
                <TextInput type="date" label={t.promoTo} {...field('promo_to')} />
              </SimpleGrid>
            </Fieldset>
            <Textarea
              label={t.tip}
              description={t.tipHint}
              autosize
              minRows={2}
              maxLength={1000}
              {...field('usage_tip')}
            />
            {FORM_COLUMNS.filter(({ column }) => !PLACED.has(column)).map((facts) => (
              <FurtherField key={facts.column} facts={facts} form={form} />
            ))}
          </Stack>
        </fieldset>
        {canEdit && (
          <Group justify="space-between" className={classes.bar}>
            {product === null ? (
              <span />
            ) : (
              <RemoveProduct product={product} onDone={onDone}>
                {(ask) => (
                  <Button
                    variant="subtle"
                    color="red"
                    leftSection={<IconTrash size={16} aria-hidden />}
                    onClick={ask}
                  >
                    {t.remove}
                  </Button>
                )}
              </RemoveProduct>
            )}
            <Button type="submit" loading={busy} disabled={product !== null && !dirty}>
              {kit.save}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
