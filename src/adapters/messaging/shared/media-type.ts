import { fileTypeFromBuffer } from 'file-type';
import { ProviderError } from '../../../ports/provider-error.ts';

type Family = 'audio' | 'image' | 'pdf';

/** What a file may turn out to be, by its own first bytes, and how we call it. */
const ALLOWED = new Map<string, readonly [Family, string]>([
  ['audio/ogg', ['audio', 'audio/ogg']],
  ['audio/mpeg', ['audio', 'audio/mpeg']],
  ['audio/mp4', ['audio', 'audio/mp4']],
  ['audio/x-m4a', ['audio', 'audio/mp4']],
  ['audio/aac', ['audio', 'audio/aac']],
  ['audio/amr', ['audio', 'audio/amr']],
  ['audio/wav', ['audio', 'audio/wav']],
  ['image/jpeg', ['image', 'image/jpeg']],
  ['image/png', ['image', 'image/png']],
  ['image/webp', ['image', 'image/webp']],
  ['image/gif', ['image', 'image/gif']],
  ['application/pdf', ['pdf', 'application/pdf']],
]);

/** Containers whose first bytes do not tell sound from film; believed to be sound when declared so. */
const CONTAINERS = new Map([
  ['application/ogg', 'audio/ogg'],
  ['video/ogg', 'audio/ogg'],
  ['video/mp4', 'audio/mp4'],
  ['video/webm', 'audio/webm'],
  ['video/3gpp', 'audio/3gpp'],
]);

const UNTOLD = new Set(['', 'application/octet-stream', 'binary/octet-stream']);

const bare = (type: string): string => (type.split(';')[0] ?? '').trim().toLowerCase();

function isOf(family: Family, declared: string): boolean {
  if (UNTOLD.has(declared)) return true;
  if (family === 'pdf') return declared === 'application/pdf';
  return declared.startsWith(`${family}/`) || (family === 'audio' && CONTAINERS.has(declared));
}

/**
 * What a file is, by its bytes. Names and headers are claims of others: they may be silent, but where they
 * speak they must agree.
 * @throws ProviderError `rejected` for anything but sound, a picture or a PDF, and for false claims
 */
export async function vettedMediaType(
  bytes: Uint8Array,
  claimed: string,
  contentType = '',
): Promise<string> {
  const sniffed = bare((await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime ?? '');
  const container = bare(claimed).startsWith('audio/') ? CONTAINERS.get(sniffed) : undefined;
  const found: readonly [Family, string] | undefined =
    container === undefined ? ALLOWED.get(sniffed) : ['audio', container];
  if (found === undefined) throw rejected('neither sound nor picture nor PDF');
  const [family, type] = found;
  if (!isOf(family, bare(claimed)) || !isOf(family, bare(contentType))) {
    throw rejected('not what it claims to be');
  }
  return type;
}

const rejected = (why: string): ProviderError =>
  new ProviderError('media', 'rejected', `The file is refused: it is ${why}.`);
