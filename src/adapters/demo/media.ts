import { readFile } from 'node:fs/promises';
import { SAMPLE_MEDIA } from '../messaging/fake/sample-media.ts';

const STORY = new URL('../../../demo/story/', import.meta.url);

const dataUrl = (mimeType: string, bytes: Uint8Array): string =>
  `data:${mimeType};base64,${Buffer.from(bytes).toString('base64')}`;

/** A silent note that the stub hears as these words. */
export function voiceNote(words: string): string {
  const { bytes, mimeType } = SAMPLE_MEDIA.get('sample:voice')!;
  return dataUrl(mimeType, Buffer.concat([bytes, Buffer.from(`lea-demo:${words}`)]));
}

/** A picture of the story's folder, which says itself what the stub sees in it. */
export const picture = async (name: string): Promise<string> =>
  dataUrl('image/png', await readFile(new URL(`${name}.png`, STORY)));
