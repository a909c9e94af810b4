import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';

/** A regular expression with the place where it stands. */
export interface Found {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

/** All that are written as literals in a file. */
export function written(file: string): readonly Found[] {
  const found: Found[] = [];
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) {
      const text = node.getText();
      const end = text.lastIndexOf('/');
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({
        where: `${file}:${line}`,
        source: text.slice(1, end),
        flags: text.slice(end + 1),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** All that these files build from strings while they are loaded; ESLint lets them build none later. */
export async function built(files: readonly string[]): Promise<readonly Found[]> {
  const found: Found[] = [];
  const paths = files.map((file) => resolve(file));
  const original = globalThis.RegExp;
  const note = (regex: RegExp): RegExp => {
    const frames = new Error().stack?.split('\n') ?? [];
    const file = files.find((_, index) => frames.some((frame) => frame.includes(paths[index]!)));
    if (file !== undefined) found.push({ where: file, source: regex.source, flags: regex.flags });
    return regex;
  };
  globalThis.RegExp = new Proxy(original, {
    construct: (target, [pattern, flags]: [string, string?]) => note(new target(pattern, flags)),
    apply: (target, _, [pattern, flags]: [string, string?]) => note(target(pattern, flags)),
  });
  try {
    for (const path of paths) await import(path);
  } finally {
    globalThis.RegExp = original;
  }
  return found;
}
