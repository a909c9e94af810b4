import { chmod, mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LocalMediaStore } from '../../../src/adapters/storage/local/local-media-store.ts';

describe('LocalMediaStore', () => {
  let directory: string;
  const bytes = new Uint8Array([1, 2, 3]);
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'lea-media-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it('leaves nothing of a deleted file, not even the name of its folder', async () => {
    const store = new LocalMediaStore({ directory });
    await store.put('customers/awa/1.ogg', bytes, 'audio/ogg');
    await store.delete('customers/awa/1.ogg');
    expect(await readdir(directory, { recursive: true })).toEqual(['.tmp']);
  });

  it('sweeps what a crash left half-written, but no write under way', async () => {
    await mkdir(join(directory, '.tmp'));
    await writeFile(join(directory, '.tmp', 'old'), 'canari');
    await writeFile(join(directory, '.tmp', 'fresh'), 'x');
    const yesterday = new Date(Date.now() - 86_400_000);
    await utimes(join(directory, '.tmp', 'old'), yesterday, yesterday);
    await new LocalMediaStore({ directory }).put('a', bytes, 'text/plain');
    expect(await readdir(join(directory, '.tmp'))).toEqual(['fresh']);
  });

  it('shares its directory with other processes', async () => {
    await new LocalMediaStore({ directory }).put('a/b', bytes, 'image/png');
    expect(await new LocalMediaStore({ directory: `${directory}/` }).get('a/b')).toEqual({
      bytes,
      mimeType: 'image/png',
    });
    expect(await new LocalMediaStore({ directory: `${directory}/` }).list('a')).toEqual(['a/b']);
  });

  it('is no other account’s to read, unless somebody set it up so', async () => {
    const modeOf = async (at: string): Promise<number> => (await stat(at)).mode & 0o777;
    const fresh = join(directory, 'fresh');
    await new LocalMediaStore({ directory: fresh }).put('a', bytes, 'text/plain');
    expect(await modeOf(fresh)).toBe(0o700);
    for (const [before, after] of [
      [0o755, 0o700],
      [0o770, 0o770],
    ] as const) {
      await chmod(fresh, before);
      await new LocalMediaStore({ directory: fresh }).put('b', bytes, 'text/plain');
      expect(await modeOf(fresh)).toBe(after);
    }
  });

  it('goes on once a trouble is over that it began with', async () => {
    const broken = join(directory, 'broken');
    await writeFile(broken, 'a file where the folder should be');
    const store = new LocalMediaStore({ directory: broken });
    await expect(store.put('a', bytes, 'text/plain')).rejects.toThrow();
    await rm(broken);
    await store.put('a', bytes, 'text/plain');
    expect(await store.get('a')).toMatchObject({ mimeType: 'text/plain' });
  });

  it('lists neither its temporary files nor foreign ones', async () => {
    await mkdir(join(directory, '.tmp'));
    await writeFile(join(directory, '.tmp', 'x@media'), 'x');
    await writeFile(join(directory, 'README.txt'), 'x');
    await new LocalMediaStore({ directory }).put('a', bytes, 'text/plain');
    expect(await new LocalMediaStore({ directory }).list('')).toEqual(['a']);
  });
});
