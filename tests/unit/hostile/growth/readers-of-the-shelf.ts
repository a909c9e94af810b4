import { readProductsCsv } from '../../../../src/adapters/http/catalogue/read-products-csv.ts';
import { csvOf } from '../../../../src/adapters/http/catalogue/write-products-csv.ts';
import { readCell } from '../../../../src/adapters/http/catalogue/csv-cell.ts';
import type { CsvKind } from '../../../../src/adapters/http/catalogue/csv-columns.ts';
import { headerKey } from '../../../../src/adapters/http/catalogue/csv-columns.ts';
import { problemsOf } from '../../../../src/application/catalogue/product-rules.ts';
import { readBarcode } from '../../../../src/domain/catalogue/barcode.ts';
import { checkTemplate, renderTemplate } from '../../../../src/domain/campaign/template.ts';
import { NO_CAUTIONS } from '../../../../src/domain/catalogue/cautions.ts';
import { unsuitableReasons } from '../../../../src/domain/recommendation/cautions.ts';
import { groundAdvice } from '../../../../src/domain/recommendation/ground-advice.ts';
import { lexiconOf } from '../../../../src/domain/recommendation/match-concepts.ts';
import { EMPTY_NEED } from '../../../../src/domain/recommendation/need.ts';
import { neutralReason } from '../../../../src/domain/recommendation/neutral-reason.ts';
import { safeSentence } from '../../../../src/domain/recommendation/safe-sentence.ts';
import { isAskedFor, rankProducts } from '../../../../src/domain/recommendation/search-score.ts';
import { hasUnfoundedClaim } from '../../../../src/domain/recommendation/unfounded-claim.ts';
import { aProduct } from '../../../support/builders.ts';
import { refusing, type Reader } from './reader.ts';

const KINDS: readonly CsvKind[] = ['id', 'text', 'price', 'count', 'day', 'flag', 'words'];
const NEED = { ...EMPTY_NEED, terms: ['creme', 'hydratante', 'aaaaaaaa'] };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** As long as a name or a label may be. */
const namesIn = (text: string): readonly string[] => text.match(/[^]{1,100}/g) ?? [];
/** Every text of it is hostile. */
const productOf = (text: string) =>
  aProduct({
    name: text,
    description: text,
    category: text,
    brand: text,
    ingredients: text,
    attributes: [text],
    tags: [text],
    cautions: { ...NO_CAUTIONS, allergens: [text], interactions: [text] },
  });

/** What reads the texts of products, files of them and templates, and a model's sentences about them. */
export const READERS_OF_THE_SHELF: readonly Reader[] = [
  {
    name: 'the rank of a product',
    read: (text) => rankProducts([productOf(text)], NEED, '2026-03-02'),
  },
  { name: 'whether it was asked for', read: (text) => isAskedFor(productOf(text), NEED) },
  {
    name: 'what speaks against a product',
    read: (text) =>
      unsuitableReasons(productOf(text), { allergens: ['miel', text], medicines: ['xyz', text] }),
  },
  {
    name: 'a plain reason',
    read: (text) => {
      const attributes = namesIn(text).slice(0, 50);
      return neutralReason({ attributes, category: attributes[0] ?? null }, 'fr', attributes);
    },
  },
  {
    name: 'the words of a catalogue',
    read: (text) => {
      const names = namesIn(text);
      return lexiconOf({ categories: names, brands: names, attributes: names });
    },
  },
  {
    name: 'a claim about a product',
    read: (text) =>
      hasUnfoundedClaim('sans alcool, adapté aux bébés', productOf(text), [productOf(text)]),
  },
  {
    name: "a model's sentence",
    read: (text) => safeSentence(text, { names: [text], texts: [text] }),
  },
  {
    name: "a model's advice",
    read: (text) =>
      (['recommend', 'ask', 'talk'] as const).map((kind) => {
        const product = productOf(text);
        return groundAdvice(
          {
            kind,
            message: text,
            redFlag: { emergency: false, reason: text },
            items: [{ productId: product.id, reason: text }],
            options: [text],
          },
          [product],
          'fr',
        );
      }),
  },
  { name: 'a template', read: (text) => renderTemplate(text, null) },
  { name: 'a name in a template', read: (text) => renderTemplate('Bonjour {prenom},', text) },
  { name: 'the braces of a template', read: refusing(checkTemplate) },
  {
    name: 'the rules of a product',
    read: (text) =>
      problemsOf({ ...productOf(text), barcode: text, imageUrl: text, lowStockThreshold: 1 }),
  },
  { name: 'a barcode', read: readBarcode },
  { name: 'a header of a file', read: headerKey },
  { name: 'cells of a file', read: (text) => KINDS.map((kind) => readCell(kind, text)) },
  { name: 'a file', read: refusing((text) => readProductsCsv(bytes(text))) },
  {
    name: 'the lines of a file',
    read: refusing((text) => readProductsCsv(bytes(`nom;prix;attributs\n${text}`))),
  },
  {
    name: 'a quoted cell of a file',
    read: refusing((text) =>
      readProductsCsv(bytes(`nom;prix;attributs\n"${text.replaceAll('"', '""')}";${text};x`)),
    ),
  },
  { name: 'an export', read: (text) => csvOf([{ ...productOf(text), lowStockThreshold: 1 }]) },
];
