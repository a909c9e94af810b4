import type { UserId } from '../../domain/customer/customer.ts';
import type { Attachment } from '../../domain/message/message.ts';
import type { MediaStore } from '../../ports/media-store.ts';
import type { PersonalRow } from '../../ports/repositories/erasure.ts';

export interface ExportedFile {
  /** As the person gets it, such as `2026-11-20-1.jpg`. */
  readonly name: string;
  /** In the media store. */
  readonly key: string;
  /** The message that it came with; null: it lies in her folder and no message names it. */
  readonly messageId: string | null;
}

/** What phones send, by the ending under which they open it. */
const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
  'image/gif': '.gif',
  'audio/ogg': '.ogg',
  'audio/mpeg': '.mp3',
  'audio/mp4': '.m4a',
  'audio/aac': '.aac',
  'audio/amr': '.amr',
  'video/mp4': '.mp4',
  'video/3gpp': '.3gp',
  'application/pdf': '.pdf',
};

/** The files that are kept of a person: those that her messages name, and whatever else lies in her folder. */
export async function exportedFiles(
  store: MediaStore,
  userId: UserId,
  messages: readonly PersonalRow[],
): Promise<readonly ExportedFile[]> {
  const files = new Map<string, ExportedFile>();
  for (const message of messages) {
    const attachment = message['attachment'] as Attachment | null;
    const key = attachment?.storageKey ?? null;
    if (attachment === null || key === null || files.has(key)) continue;
    const day = (message['timestamp'] as Date).toISOString().slice(0, 10);
    files.set(key, {
      name: `${day}-${files.size + 1}${ending(attachment.mimeType, attachment.fileName)}`,
      key,
      messageId: message['id'] as string,
    });
  }
  // What a crash left behind, which is rare: its kind is only known once it was read.
  for (const key of await store.list(`customers/${userId}/`)) {
    if (files.has(key)) continue;
    const mimeType = (await store.get(key))?.mimeType ?? '';
    const name = `${files.size + 1}${ending(mimeType, null)}`;
    files.set(key, { name, key, messageId: null });
  }
  return [...files.values()];
}

const ending = (mimeType: string, fileName: string | null): string =>
  ENDINGS[mimeType.split(';')[0]!.trim().toLowerCase()] ??
  /\.[a-z0-9]{1,5}$/i.exec(fileName ?? '')?.[0].toLowerCase() ??
  '';
