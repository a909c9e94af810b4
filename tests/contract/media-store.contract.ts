import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MediaStore } from '../../src/ports/media-store.ts';

export interface MediaStoreUnderTest {
  readonly store: MediaStore;
  close(): Promise<void>;
}

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

/** What every store of files keeps to. */
export function mediaStoreContract(name: string, start: () => Promise<MediaStoreUnderTest>): void {
  describe(`MediaStore: ${name}`, () => {
    let under: MediaStoreUnderTest;
    let store: MediaStore;
    beforeEach(async () => {
      under = await start();
      ({ store } = under);
    });
    afterEach(() => under.close());

    it('gives back every byte and the type', async () => {
      const all = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
      await store.put('customers/0a1b/voice-1.ogg', all, 'audio/ogg; codecs=opus');
      const found = await store.get('customers/0a1b/voice-1.ogg');
      expect(found?.mimeType).toBe('audio/ogg; codecs=opus');
      expect(Buffer.from(found?.bytes ?? []).equals(all)).toBe(true);
    });

    it('keeps an empty file and one that begins with a line end', async () => {
      await store.put('empty', bytes(''), 'text/plain');
      await store.put('line', bytes('\n{"mimeType":"x"}\n'), 'text/plain');
      expect((await store.get('empty'))?.bytes).toHaveLength(0);
      expect(Buffer.from((await store.get('line'))?.bytes ?? []).toString()).toBe(
        '\n{"mimeType":"x"}\n',
      );
    });

    it('has null for what is not there', async () => {
      expect(await store.get('nothing/here.jpg')).toBeNull();
    });

    it('replaces content and type', async () => {
      await store.put('products/a.jpg', bytes('old and longer'), 'image/jpeg');
      await store.put('products/a.jpg', bytes('new'), 'image/webp');
      expect(await store.get('products/a.jpg')).toEqual({
        bytes: bytes('new'),
        mimeType: 'image/webp',
      });
      expect(await store.list('products/')).toEqual(['products/a.jpg']);
    });

    it('deletes, also what is not there', async () => {
      await store.put('x/y/z.png', bytes('1'), 'image/png');
      await store.delete('x/y/z.png');
      await store.delete('x/y/z.png');
      expect(await store.get('x/y/z.png')).toBeNull();
      expect(await store.list('')).toEqual([]);
    });

    it('keeps a key and another below it apart', async () => {
      await store.put('a', bytes('leaf'), 'text/plain');
      await store.put('a/b', bytes('below'), 'text/plain');
      await store.delete('a/b');
      expect(Buffer.from((await store.get('a'))?.bytes ?? []).toString()).toBe('leaf');
    });

    it('lists by the beginning of the key, in order', async () => {
      for (const key of [
        'c/12/b.jpg',
        'c/1/a.jpg',
        'c/2/a.jpg',
        'c1',
        'd/c/1',
        'c/1/a-b',
        'c/1/a/b',
      ])
        await store.put(key, bytes('.'), 'image/jpeg');
      expect(await store.list('c/1')).toEqual(['c/1/a-b', 'c/1/a.jpg', 'c/1/a/b', 'c/12/b.jpg']);
      expect(await store.list('c/1/')).toEqual(['c/1/a-b', 'c/1/a.jpg', 'c/1/a/b']);
      expect(await store.list('none/')).toEqual([]);
      expect(await store.list('')).toHaveLength(7);
    });

    it('lists at most a thousand, the first ones', async () => {
      const keys = Array.from(
        { length: 1005 },
        (_, index) => `many/${String(index).padStart(5, '0')}`,
      );
      for (let from = 0; from < keys.length; from += 100) {
        await Promise.all(
          keys.slice(from, from + 100).map((key) => store.put(key, bytes('.'), 'text/plain')),
        );
      }
      expect(await store.list('many/')).toEqual(keys.slice(0, 1000));
    });

    it.each([
      '',
      '/',
      '/etc/passwd',
      '../x',
      'a/../b',
      'a/..',
      'a//b',
      'a/',
      '.hidden',
      'a/.env',
      'a\\b',
      'A.jpg',
      'a b',
      'a\0b',
      'a%2fb',
      'a@media',
      'é.jpg',
      'ａ',
      'a\n',
      'x'.repeat(600),
    ])('refuses the key %j everywhere', async (key) => {
      const refused = { name: 'LeaError', kind: 'invalid', code: 'bad_media_key' };
      await expect(store.put(key, bytes('.'), 'text/plain')).rejects.toMatchObject(refused);
      await expect(store.get(key)).rejects.toMatchObject(refused);
      await expect(store.delete(key)).rejects.toMatchObject(refused);
    });

    it.each(['../', '/', 'a/../', '.', 'É', '*'])('refuses the prefix %j', async (prefix) => {
      await expect(store.list(prefix)).rejects.toMatchObject({ code: 'bad_media_key' });
    });

    it('leaves one whole file when many write the same key', async () => {
      const writers = Array.from({ length: 30 }, (_, index) => index);
      await Promise.all(
        writers.map((index) =>
          store.put('race/one', bytes(`${index};`.repeat(5000)), `text/x-${index}`),
        ),
      );
      const found = await store.get('race/one');
      const winner = found?.mimeType.replace('text/x-', '') ?? '';
      expect(Buffer.from(found?.bytes ?? []).toString()).toBe(`${winner};`.repeat(5000));
    });

    it('shows a reader the old file or the new one, never half of it', async () => {
      const versions = ['a', 'b'].map((letter) => bytes(letter.repeat(400_000)));
      await store.put('torn', versions[0] ?? bytes(''), 'text/plain');
      const seen = new Set<string>();
      const writing = (async () => {
        for (let round = 0; round < 20; round += 1)
          await store.put('torn', versions[round % 2] ?? bytes(''), 'text/plain');
      })();
      const reading = (async () => {
        for (let round = 0; round < 60; round += 1) {
          const found = Buffer.from((await store.get('torn'))?.bytes ?? []).toString();
          seen.add(`${found.charAt(0)}${found.length} ${new Set(found).size}`);
        }
      })();
      await Promise.all([writing, reading]);
      expect([...seen].filter((version) => !/^[ab]400000 1$/.test(version))).toEqual([]);
    });

    it('keeps what is put while neighbours come and go', async () => {
      const comeAndGo = async (name: string): Promise<void> => {
        for (let round = 0; round < 60; round += 1) {
          await store.put(`shared/${name}`, bytes(name), 'text/plain');
          expect(await store.get(`shared/${name}`)).toEqual({
            bytes: bytes(name),
            mimeType: 'text/plain',
          });
          await store.delete(`shared/${name}`);
        }
      };
      await Promise.all(['a', 'b', 'c', 'd'].map(comeAndGo));
      expect(await store.list('shared/')).toEqual([]);
    });
  });
}
