/** Values that stand in manuals: whoever reads them has them. */
const SAMPLES = new Set([
  // Slack's own page on verifying requests.
  '8f742231b10e8888abcd99yyyzzz85a5',
  // Supabase's local stack.
  'super-secret-jwt-token-with-at-least-32-characters-long',
]);
/** What somebody was meant to replace. Long enough never to turn up in random letters. */
const PLACEHOLDERS = [
  'changeme',
  'changethis',
  'replaceme',
  'replacethis',
  'replacewith',
  'yoursecret',
  'yourown',
  'yourkey',
  'yourtoken',
  'placeholder',
  'opensslrand',
];
const MIN_DISTINCT = 8;

/**
 * What is weak about a secret that a program keeps and nobody has to remember, to follow "… is too weak:";
 * null when it is strong enough.
 */
export function weaknessOfSecret(value: string, minLength: number): string | null {
  if (/^\s|\s$|\p{Cc}/u.test(value)) return 'it holds spaces around it or control characters';
  const letters = value.toLowerCase().replace(/[^a-z]/g, '');
  if (SAMPLES.has(value)) return 'it stands in a manual';
  if (PLACEHOLDERS.some((words) => letters.includes(words))) return 'it is a placeholder';
  if (value.length < minLength) return `at least ${minLength} random characters are needed`;
  if (new Set(value).size < MIN_DISTINCT) return 'it repeats too few characters';
  if (isRepetition(value)) return 'it repeats itself';
  return isSequence(value) ? 'it counts up or down' : null;
}

/** One shorter piece again and again, the last time perhaps cut off. Linear: the borders of Knuth, Morris and Pratt. */
function isRepetition(text: string): boolean {
  const border = [0];
  for (let at = 1, length = 0; at < text.length; at += 1) {
    while (length > 0 && text[at] !== text[length]) length = border[length - 1]!;
    if (text[at] === text[length]) length += 1;
    border[at] = length;
  }
  return border.at(-1)! >= text.length / 2;
}

/** Mostly neighbours of the alphabet or of the digits, as in `abcdefgh01234567`. */
function isSequence(text: string): boolean {
  let steps = 0;
  for (let at = 1; at < text.length; at += 1)
    if (Math.abs(text.charCodeAt(at) - text.charCodeAt(at - 1)) <= 1) steps += 1;
  return steps > 0.75 * (text.length - 1);
}
