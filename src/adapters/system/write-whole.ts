import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Replaces a file by a whole new one that only its owner may read, or leaves it as it was: a crash or a full disk
 * never leaves half of it, a power cut neither.
 */
export async function writeWhole(file: string, content: string): Promise<void> {
  const fresh = `${file}.${process.pid}.new`;
  try {
    const handle = await open(fresh, 'w', 0o600);
    try {
      await handle.writeFile(content);
      await handle.chmod(0o600);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
  // A rename lasts once its folder does; Windows opens no folders and needs none of it.
  if (process.platform === 'win32') return;
  const folder = await open(path.dirname(file), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
