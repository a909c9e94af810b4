import { NumberInput, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useLanguage } from '../../i18n/language.tsx';
import { productWord } from '../../i18n/product-words.ts';
import type { FORM_COLUMNS, ProductForm } from './product-form.ts';

const AREA_FROM = 300;

interface FurtherFieldProps {
  readonly facts: (typeof FORM_COLUMNS)[number];
  readonly form: UseFormReturnType<ProductForm>;
}

/** A field that the editor has no place of its own for, by what it holds. */
export function FurtherField({ facts, form }: FurtherFieldProps) {
  const { language } = useLanguage();
  const { column, kind, max, needed } = facts;
  const common = {
    label: productWord(language, column) ?? column,
    required: needed === true,
    ...form.getInputProps(column, kind === 'flag' ? { type: 'checkbox' } : {}),
  };
  switch (kind) {
    case 'price':
    case 'count':
      return (
        <NumberInput
          {...common}
          allowDecimal={false}
          allowNegative={false}
          thousandSeparator=" "
          {...(kind === 'price' && { suffix: ' FCFA' })}
        />
      );
    case 'day':
      return <TextInput type="date" {...common} />;
    case 'flag':
      return <Switch {...common} required={false} />;
    case 'words':
      return <TagsInput maxTags={50} {...common} />;
    default:
      return (max ?? 0) > AREA_FROM ? (
        <Textarea autosize minRows={2} maxRows={8} maxLength={max} {...common} />
      ) : (
        <TextInput maxLength={max} {...common} />
      );
  }
}
