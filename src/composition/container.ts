import 'reflect-metadata';
import { Container, type ServiceIdentifier } from 'inversify';
import type { PartName, Recipe } from './part.ts';
import type { Parts } from './parts.ts';

const identifier = (name: PartName): ServiceIdentifier => Symbol.for(`lea.${name}`);

/**
 * Puts Léa together: what is given as it is, everything else by its recipe, once, when it is first asked for.
 * What is given stands before a recipe of the same name: so a test replaces a part.
 * @throws when a part is asked for that neither a recipe nor a given one provides
 */
export function assemble(recipes: readonly Recipe[], given: Partial<Parts>): Parts {
  const container = new Container({ defaultScope: 'Singleton' });
  for (const [name, value] of Object.entries(given) as [PartName, unknown][])
    container.bind(identifier(name)).toConstantValue(value);
  for (const { name, needs, make } of recipes) {
    if (Object.hasOwn(given, name)) continue;
    container
      .bind(identifier(name))
      .toResolvedValue(
        (...values: readonly unknown[]) =>
          make(Object.fromEntries(needs.map((need, index) => [need, values[index]]))),
        needs.map(identifier),
      );
  }
  const parts = {};
  for (const name of new Set([...Object.keys(given), ...recipes.map((recipe) => recipe.name)]))
    Object.defineProperty(parts, name, {
      enumerable: true,
      get: () => container.get(identifier(name as PartName)),
    });
  return parts as Parts;
}
