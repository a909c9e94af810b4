import { LeaError } from '../../domain/shared/errors.ts';

/** Segments begin with a letter, digit, `-` or `_`, so that no `..`, hidden file or absolute path can be written. */
const KEY = /^[a-z0-9_-][a-z0-9_.-]{0,199}(?:\/[a-z0-9_-][a-z0-9_.-]{0,199})*$/;
const PREFIX = /^(?:[a-z0-9_-][a-z0-9_.-]{0,199}(?:\/|$))*$/;
const MAX_LENGTH = 512;

/** At most this many keys in one list. */
export const LIST_LIMIT = 1000;

/** Refuses a key that could leave the store or be read differently by another one. */
export function checkKey(key: string): void {
  if (key.length > MAX_LENGTH || !KEY.test(key))
    throw new LeaError('invalid', 'bad_media_key', 'This is no key of a stored file.');
}

/** As `checkKey`, for the beginning of one; an empty prefix means every key. */
export function checkPrefix(prefix: string): void {
  if (prefix.length > MAX_LENGTH || !PREFIX.test(prefix))
    throw new LeaError('invalid', 'bad_media_key', 'This is no beginning of a key.');
}
