import { base64 } from './sample-voice.ts';

const LONGEST = 1280;

/** Made smaller before it leaves, as WhatsApp does. */
export async function readPhoto(file: File): Promise<{ readonly data: string; readonly mime_type: string }> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.82));
  return { data: base64(new Uint8Array(await (blob ?? file).arrayBuffer())), mime_type: blob ? 'image/jpeg' : file.type };
}
