import fc from 'fast-check';
import { nastyJson, nastyNumber, nastyText } from './nasty-values.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

const DEEPEST = 6;

/**
 * Values that a JSON Schema of the API's document allows, for the most part: enough of it is obeyed to get
 * past validation, and every so often one place holds something else.
 * @param ids ids that exist, so that what is done is done to something
 */
export function fromSchema(
  schema: JsonSchema | undefined,
  ids: () => readonly string[],
  depth = 0,
): fc.Arbitrary<unknown> {
  const good = obeying(schema, ids, depth);
  return fc.oneof({ weight: 14, arbitrary: good }, { weight: 1, arbitrary: nastyJson });
}

function obeying(
  schema: JsonSchema | undefined,
  ids: () => readonly string[],
  depth: number,
): fc.Arbitrary<unknown> {
  if (schema === undefined || depth > DEEPEST) return nastyJson;
  const choices = (schema['anyOf'] ?? schema['oneOf']) as readonly JsonSchema[] | undefined;
  if (choices !== undefined)
    return fc.oneof(...choices.map((choice) => fromSchema(choice, ids, depth + 1)));
  const all = schema['allOf'] as readonly JsonSchema[] | undefined;
  if (all !== undefined) return obeying(Object.assign({}, ...all) as JsonSchema, ids, depth + 1);
  if ('const' in schema) return fc.constant(schema['const']);
  if (Array.isArray(schema['enum'])) return fc.constantFrom<unknown>(...(schema['enum'] as []));
  const type = Array.isArray(schema['type'])
    ? (schema['type'] as readonly string[])[0]
    : schema['type'];
  switch (type) {
    case 'object':
      return objectOf(schema, ids, depth);
    case 'array': {
      const { minItems = 0, maxItems = 5 } = schema as { minItems?: number; maxItems?: number };
      return fc.array(fromSchema(schema['items'] as JsonSchema, ids, depth + 1), {
        minLength: Math.min(minItems, 5),
        maxLength: Math.min(Math.max(maxItems, minItems), 6),
      });
    }
    case 'integer':
    case 'number':
      return numberOf(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return stringOf(schema, ids);
    default:
      return nastyJson;
  }
}

function objectOf(
  schema: JsonSchema,
  ids: () => readonly string[],
  depth: number,
): fc.Arbitrary<unknown> {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>;
  const required = (schema['required'] ?? []) as readonly string[];
  const known = fc.record(
    Object.fromEntries(
      Object.entries(properties).map(([name, inner]) => [name, fromSchema(inner, ids, depth + 1)]),
    ),
    // Now and then something required is missing.
    { requiredKeys: required as string[] },
  );
  const more = fc.dictionary(nastyText, nastyJson, { maxKeys: 2 });
  return fc.oneof(
    { weight: 12, arbitrary: known },
    { weight: 1, arbitrary: fc.tuple(known, more).map(([a, b]) => ({ ...a, ...b })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(known, fc.nat())
        .map(([value, at]) =>
          Object.fromEntries(
            Object.entries(value as object).filter(
              (_, index, entries) => index !== at % Math.max(1, entries.length),
            ),
          ),
        ),
    },
  );
}

function numberOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const bound = (name: string): number | undefined =>
    typeof schema[name] === 'number' ? schema[name] : undefined;
  const min = bound('minimum') ?? (bound('exclusiveMinimum') ?? -2) + 1;
  const max = bound('maximum') ?? (bound('exclusiveMaximum') ?? 10_001) - 1;
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc.integer({
        min: Math.max(Math.ceil(min), -(2 ** 31)),
        max: Math.max(Math.ceil(min), Math.min(Math.floor(max), 2 ** 31 - 1)),
      }),
    },
    { weight: 1, arbitrary: fc.constantFrom(min, max) },
    { weight: 1, arbitrary: nastyNumber },
  );
}

function stringOf(schema: JsonSchema, ids: () => readonly string[]): fc.Arbitrary<unknown> {
  const fits = (): fc.Arbitrary<string> => {
    switch (schema['format']) {
      case 'uuid':
        return fc.oneof(
          { weight: 6, arbitrary: fc.nat().map((at) => ids()[at % Math.max(1, ids().length)]!) },
          { weight: 1, arbitrary: fc.uuid() },
        );
      case 'date':
        return fc
          .date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
          .map((date) => date.toISOString().slice(0, 10));
      case 'date-time':
        return fc
          .date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
          .map((date) => date.toISOString());
      case 'email':
        return fc.emailAddress();
      case 'uri':
        return fc.webUrl();
    }
    if (typeof schema['pattern'] === 'string') {
      try {
        return fc.stringMatching(new RegExp(schema['pattern']));
      } catch {
        // fast-check knows no look-behind and the like: any text will do there.
        return nastyText;
      }
    }
    const { minLength = 0, maxLength = 200 } = schema as { minLength?: number; maxLength?: number };
    return fc.string({
      unit: 'grapheme',
      minLength: Math.min(minLength, 200),
      maxLength: Math.min(Math.max(maxLength, minLength), 400),
    });
  };
  return fc.oneof({ weight: 8, arbitrary: fits() }, { weight: 1, arbitrary: nastyText });
}
