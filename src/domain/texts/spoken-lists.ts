/** "a, b et c" */
export function listed(names: readonly string[], and: string): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`;
}

/** `2026-12-25` → `25/12/2026` */
export const dayFirst = (day: string): string => day.split('-').reverse().join('/');
