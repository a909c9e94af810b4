const RATE = 8000;
const SECONDS = 2;

/** A short hum as a WAV data URL: one that can be heard in the inbox, too. */
export function sampleVoice(): string {
  const samples = RATE * SECONDS;
  const bytes = new Uint8Array(44 + samples);
  const view = new DataView(bytes.buffer);
  const word = (offset: number, text: string) =>
    [...text].forEach((char, index) => view.setUint8(offset + index, char.charCodeAt(0)));
  word(0, 'RIFF');
  view.setUint32(4, 36 + samples, true);
  word(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  word(36, 'data');
  view.setUint32(40, samples, true);
  for (let index = 0; index < samples; index += 1) {
    const at = index / RATE;
    const syllable = Math.abs(Math.sin(at * Math.PI * 2.5));
    bytes[44 + index] =
      128 + Math.round(60 * syllable * Math.sin(at * 2 * Math.PI * (170 + 40 * Math.sin(at * 7))));
  }
  return `data:audio/wav;base64,${base64(bytes)}`;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 8192)
    text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  return btoa(text);
}
