import { columnOf, trace } from '../../domain/audit/audit-entry.ts';
import { problemOfBarcode, readBarcode } from '../../domain/catalogue/barcode.ts';
import { NO_CAUTIONS, type Cautions } from '../../domain/catalogue/cautions.ts';
import type { FieldProblem } from '../../domain/catalogue/field-problem.ts';
import { isPriceSwing } from '../../domain/catalogue/price.ts';
import type { ProductId, Product } from '../../domain/catalogue/product.ts';
import { mayBeSameProduct } from '../../domain/catalogue/same-name.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import { LeaError } from '../../domain/shared/errors.ts';
import type { Catalogue } from '../../ports/repositories/catalogue.ts';
import { authorise } from '../audit/authorise.ts';
import type { CatalogueDeps } from './catalogue-deps.ts';
import { dropPictures } from './drop-pictures.ts';
import { notePrices } from './price-changes.ts';
import { changedFields, newProduct, type NewProduct } from './product-fields.ts';
import type { ProductFields } from '../../domain/catalogue/product-fields.ts';
import { introduced } from './product-rules.ts';

/** One line of a file, read but not yet judged. */
export interface ImportLine {
  /** As an editor of texts counts it; the header is line 1. */
  readonly line: number;
  readonly id: ProductId | null;
  readonly fields: Partial<Omit<ProductFields, 'cautions'>>;
  /** Those that the line says; the others stay. */
  readonly cautions: Partial<Cautions>;
  /** What could not be read. */
  readonly problems: readonly FieldProblem[];
}

/** What a person should look at before a line is written. */
export type ImportQuestion =
  /** A price, or a promotion, changes by more than half. */
  | 'price_swing'
  /** The barcode is known, under a wholly different name. */
  | 'other_name';

export interface LineResult {
  readonly line: number;
  readonly action: 'create' | 'update' | 'unchanged' | 'error';
  readonly productId: ProductId | null;
  readonly name: string | null;
  readonly barcode: string | null;
  /** Fields that an update changes. */
  readonly changes: readonly (keyof ProductFields)[];
  readonly problems: readonly FieldProblem[];
  readonly questions: readonly ImportQuestion[];
  /** The product as it was, for the questions. */
  readonly was: Pick<Product, 'name' | 'priceCfa' | 'promoPriceCfa'> | null;
  readonly becomes: Pick<Product, 'name' | 'priceCfa' | 'promoPriceCfa'> | null;
}

export interface ImportResult {
  readonly applied: boolean;
  /** Under which the prices can be undone; null when none changed. */
  readonly priceChangeId: string | null;
  readonly lines: readonly LineResult[];
}

interface Judged extends LineResult {
  readonly before: Product | null;
  readonly product: Product | null;
  /** The address of the picture that it no longer has. */
  readonly dropped: string | null;
}

/** Products written between two words about the progress. */
const BATCH = 500;

/**
 * Takes a whole file of products: every line or none. A line with a known id or a sound, known barcode changes that
 * product.
 */
export class ImportProducts {
  readonly #deps: CatalogueDeps;

  constructor(deps: CatalogueDeps) {
    this.#deps = deps;
  }

  /**
   * Nothing is written in a preview, when any line has a problem, or while a question is open.
   * @throws LeaError `forbidden`, `barcode_taken`
   */
  async execute(command: {
    readonly actor: Actor;
    readonly lines: readonly ImportLine[];
    readonly preview: boolean;
    /** Questions that somebody has looked at and answered with yes. */
    readonly confirmed?: readonly ImportQuestion[];
    /** Called as lines are written; they count only when all are. */
    readonly onProgress?: (done: number, total: number) => void;
  }): Promise<ImportResult> {
    const { actor, lines, preview, confirmed = [], onProgress } = command;
    const { uow, clock, ids } = this.#deps;
    await authorise(uow, actor, 'product.import');
    return uow.run(actor, async (repositories) => {
      const { catalogue } = repositories;
      const judged = await this.#judge(catalogue, lines);
      const sound = judged.every(({ action }) => action !== 'error');
      const asked = judged.some(({ questions }) =>
        questions.some((question) => !confirmed.includes(question)),
      );
      const applied = sound && !asked && !preview;
      const written = judged.flatMap(({ action, product }) =>
        action === 'create' || action === 'update' ? (product ?? []) : [],
      );
      const now = clock.now();
      for (let start = 0; applied && start < written.length; start += BATCH) {
        const batch = written.slice(start, start + BATCH);
        await catalogue.put(batch, now);
        onProgress?.(start + batch.length, written.length);
      }
      if (applied)
        await dropPictures(
          repositories,
          judged.map(({ dropped }) => dropped),
        );
      // A preview shows what would change and changes nothing.
      if (applied)
        await repositories.audit.record(
          trace(actor, 'product.import', {
            rows: written.map(({ id }) => id),
            columns: [...new Set(judged.flatMap(({ changes }) => changes))].map(columnOf),
            count: written.length,
          }),
        );
      const priced = judged.flatMap(({ before, product: after }) =>
        applied && before !== null && after !== null ? [{ before, after }] : [],
      );
      const by = { actor, changeId: ids.uuid(), via: 'import', at: now } as const;
      return {
        applied,
        priceChangeId: await notePrices(catalogue, priced, by),
        lines: judged.map(({ product: _, dropped: __, before: ___, ...result }) => result),
      };
    });
  }

  async #judge(catalogue: Catalogue, given: readonly ImportLine[]): Promise<readonly Judged[]> {
    const lines = given.map(withBarcode);
    const known = new Map(
      (await catalogue.lock(lines.flatMap(({ id }) => id ?? []))).map((product) => [
        product.id,
        product,
      ]),
    );
    const byBarcode = new Map(
      (await catalogue.lockByBarcode(lines.flatMap(({ fields }) => fields.barcode ?? []))).map(
        (product) => [product.barcode, product],
      ),
    );
    const seen = new Map<string, number>();
    return lines.map((line) => {
      const barcode = line.fields.barcode ?? null;
      const byId = line.id === null ? undefined : known.get(line.id);
      const before = byId ?? (barcode === null ? undefined : byBarcode.get(barcode)) ?? null;
      const product =
        before === null
          ? this.#new(line)
          : { ...before, ...line.fields, cautions: { ...before.cautions, ...line.cautions } };
      const problems = [
        ...line.problems,
        ...missing(before, line),
        ...clashes(line, before, seen, byBarcode),
      ];
      // Rules about fields that could not be read would only repeat what was said.
      const unread = new Set(problems.map(({ field }) => field));
      if (product !== null)
        problems.push(...introduced(product, before).filter(({ field }) => !unread.has(field)));
      const changes = before === null || product === null ? [] : changedFields(before, product);
      const questions =
        before === null || product === null ? [] : asks(before, product, byId === undefined);
      const action =
        problems.length > 0
          ? 'error'
          : before === null
            ? 'create'
            : changes.length > 0
              ? 'update'
              : 'unchanged';
      return {
        line: line.line,
        action,
        productId: before?.id ?? (action === 'create' ? (product?.id ?? null) : null),
        name: line.fields.name ?? before?.name ?? null,
        barcode: barcode ?? before?.barcode ?? null,
        changes,
        problems,
        questions: action === 'update' ? questions : [],
        was: before === null ? null : shown(before),
        becomes: product === null ? null : shown(product),
        before,
        product,
        dropped: changes.includes('imageUrl') ? (before?.imageUrl ?? null) : null,
      };
    });
  }

  #new({ fields, cautions }: ImportLine): Product | null {
    const { name, priceCfa } = fields;
    if (name === undefined || priceCfa === undefined) return null;
    return newProduct(this.#deps.ids.uuid() as ProductId, {
      ...fields,
      name,
      priceCfa,
      cautions: { ...NO_CAUTIONS, ...cautions },
    } satisfies NewProduct);
  }
}

const shown = ({ name, priceCfa, promoPriceCfa }: Product) => ({
  name,
  priceCfa,
  promoPriceCfa,
});

function asks(before: Product, after: Product, byBarcode: boolean): readonly ImportQuestion[] {
  return [
    ...(isPriceSwing(before, after) ? (['price_swing'] as const) : []),
    ...(byBarcode && !mayBeSameProduct(before.name, after.name) ? (['other_name'] as const) : []),
  ];
}

/** With the barcode in its one form. One that says nothing leaves things as they are; a damaged one finds nothing. */
function withBarcode(line: ImportLine): ImportLine {
  const { barcode, ...others } = line.fields;
  if (typeof barcode !== 'string') return line;
  const read = readBarcode(barcode);
  switch (read.kind) {
    case 'none':
      return { ...line, fields: others };
    case 'bad': {
      const problem = { field: 'barcode', ...problemOfBarcode(read) };
      return { ...line, fields: others, problems: [...line.problems, problem] };
    }
    default:
      return { ...line, fields: { ...others, barcode: read.value } };
  }
}

function missing(
  before: Product | null,
  { fields, problems }: ImportLine,
): readonly FieldProblem[] {
  if (before !== null) return [];
  const unread = new Set(problems.map(({ field }) => field));
  const needed = [
    ...(fields.name === undefined ? ['name'] : []),
    ...(fields.priceCfa === undefined ? ['price_cfa'] : []),
  ];
  return needed
    .filter((field) => !unread.has(field))
    .map((field) => ({ field, code: 'needed', message: 'A new product needs it.' }));
}

/** Two lines for one product, or a barcode that is another product's. */
function clashes(
  line: ImportLine,
  before: Product | null,
  seen: Map<string, number>,
  byBarcode: ReadonlyMap<string | null, Product>,
): readonly FieldProblem[] {
  const barcode = line.fields.barcode ?? null;
  const found: FieldProblem[] = [];
  const keys = [
    ...(barcode === null ? [] : [['barcode', barcode] as const]),
    ...(before === null ? [] : [['id', before.id] as const]),
  ];
  for (const [field, value] of keys) {
    const earlier = seen.get(`${field} ${value}`);
    if (earlier === undefined) seen.set(`${field} ${value}`, line.line);
    else if (found.length === 0)
      found.push({
        field,
        code: 'same_product',
        message: `Line ${earlier} is about the same product.`,
        values: { line: earlier },
      });
  }
  const owner = barcode === null ? undefined : byBarcode.get(barcode);
  if (owner !== undefined && before !== null && owner.id !== before.id)
    found.push({
      field: 'barcode',
      code: 'barcode_taken',
      message: 'Another product has this barcode.',
    });
  return found;
}

/**
 * Refuses what an import reports as wrong.
 * @throws LeaError `import_refused` with the errors of all lines; `confirmation_needed` with the open questions
 */
export function mustBeApplied({ applied, lines }: ImportResult, most: number): void {
  if (applied) return;
  if (lines.every(({ action }) => action !== 'error')) {
    const open = lines.filter(({ questions }) => questions.length > 0);
    throw new LeaError(
      'unprocessable',
      'confirmation_needed',
      'Nothing was imported: look at the questions first, and confirm them.',
      {
        count: open.length,
        questions: [...new Set(open.flatMap(({ questions }) => questions))],
        lines: open.slice(0, most).map(({ line, questions }) => ({ line, questions })),
      },
    );
  }
  const errors = lines.flatMap(({ line, problems }) =>
    problems.map(({ field, message }) => ({ line, field, message })),
  );
  const [first] = errors;
  throw new LeaError(
    'unprocessable',
    'import_refused',
    first === undefined
      ? 'Nothing was imported.'
      : `Nothing was imported. Line ${first.line}, ${first.field}: ${first.message}`,
    { error_count: errors.length, errors: errors.slice(0, most) },
  );
}
