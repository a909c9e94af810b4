import { unsupported } from './rest-error.ts';

export interface Preferences {
  readonly returning: 'representation' | 'minimal' | 'headers-only';
  readonly count: boolean;
  /** What was honoured, for `Preference-Applied`. */
  readonly applied: readonly string[];
}

/**
 * The header `Prefer`. A count is always exact: an estimate that is asked for may well be precise.
 * @throws HttpProblem 400 `unsupported_preference` for what would change the meaning of the request
 */
export function parsePrefer(header: string): Preferences {
  let returning: Preferences['returning'] = 'minimal';
  let count = false;
  const applied: string[] = [];
  for (const preference of header.split(/[,;]/).map((part) => part.trim())) {
    const [name = '', value = ''] = preference.split('=').map((part) => part.trim());
    if (
      name === 'return' &&
      (value === 'representation' || value === 'minimal' || value === 'headers-only')
    ) {
      returning = value;
      applied.push(preference);
    }
    if (name === 'count' && /^(exact|planned|estimated)$/.test(value)) {
      count = true;
      applied.push('count=exact');
    }
    if (name === 'resolution')
      throw unsupported(
        'unsupported_preference',
        'Prefer: upserting is not offered.',
        'Insert or update instead.',
      );
    if (name === 'tx' && value === 'rollback')
      throw unsupported('unsupported_preference', 'Prefer: tx=rollback is not offered.');
  }
  return { returning, count, applied };
}
