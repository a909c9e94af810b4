const WHATSAPP_BEGAN = Date.UTC(2009, 0, 1);
const DAY_MS = 86_400_000;

/** A second since 1970, given as a number or as a text; null when it cannot be true. */
export function readSentAt(timestamp: unknown, now: Date): Date | null {
  const text = typeof timestamp === 'string' && /^\d{1,12}$/.test(timestamp);
  const seconds = text ? Number(timestamp) : timestamp;
  if (typeof seconds !== 'number' || !Number.isFinite(seconds)) return null;
  const ms = Math.trunc(seconds * 1_000);
  if (ms < WHATSAPP_BEGAN || ms > now.getTime() + DAY_MS) return null;
  return new Date(ms);
}
