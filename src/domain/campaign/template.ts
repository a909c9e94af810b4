import { LeaError } from '../shared/errors.ts';

const FIRST_NAME = '{prenom}';

/** @throws LeaError `invalid_template` for braces other than `{prenom}` */
export function checkTemplate(template: string): void {
  if (/[{}]/.test(template.replaceAll(FIRST_NAME, '')))
    throw new LeaError('unprocessable', 'invalid_template', 'Only {prenom} may stand in braces.');
}

/** The sentence for one person; without a name, "Bonjour {prenom}," is "Bonjour,". */
export function renderTemplate(template: string, name: string | null): string {
  const first = firstName(name);
  if (first !== null) return template.replaceAll(FIRST_NAME, first);
  return template
    .replace(/(?:(?<![ \u00a0])[ \u00a0]+)?\{prenom\}/g, '')
    .replace(/^[\s,;:!.]+/, '')
    .trim();
}

/** The first word of a profile name, if it looks like a name; profiles hold emoji and slogans too. */
function firstName(name: string | null): string | null {
  const first = name?.trim().split(/\s+/)[0] ?? '';
  return /^\p{L}[\p{L}'’-]{1,24}$/u.test(first) ? first : null;
}
