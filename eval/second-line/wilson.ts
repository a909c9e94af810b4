const Z = 1.96;

/** Wilson's 95 % interval of a share. */
export function wilson(good: number, of: number): readonly [number, number] {
  if (of === 0) return [0, 1];
  const share = good / of;
  const middle = share + (Z * Z) / (2 * of);
  const spread = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  const whole = 1 + (Z * Z) / of;
  return [(middle - spread) / whole, (middle + spread) / whole];
}

/** "141/200 (70.5 %, 63.8 to 76.4)". */
export function shareOf(good: number, of: number): string {
  if (of === 0) return '–';
  const percent = (value: number): string => (100 * value).toFixed(1);
  const [low, high] = wilson(good, of);
  return `${good}/${of} (${percent(good / of)} %, ${percent(low)} to ${percent(Math.min(1, high))})`;
}
