import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstProducts } from '../../support/peers/openai-peer.ts';
import { eventually, startRealLea, type RealLea } from '../../support/running-lea.ts';

/** The head of an Ogg stream with Opus in it, as WhatsApp records. */
const VOICE = Buffer.concat([
  Buffer.from('OggS\0\x02', 'latin1'),
  Buffer.alloc(21, 1),
  Buffer.from('\x13OpusHead', 'latin1'),
  Buffer.alloc(4_000, 7),
]);
const PHOTO = readFileSync(new URL('../../fixtures/pixel.png', import.meta.url));

let lea: RealLea;
let owner: pg.Client;
let photo: 'product' | 'prescription' = 'product';

beforeAll(async () => {
  lea = await startRealLea();
  owner = new pg.Client({ connectionString: lea.database.ownerUrl });
  await owner.connect();
  const advise = firstProducts(1);
  lea.openai.respond = (request) => {
    if (request.body === null)
      return { kind: 'transcript', text: 'Je cherche un savon pour peau sèche.' };
    if (JSON.stringify(request.body).includes('image_url'))
      return { kind: 'json', value: { kind: photo, search_text: 'savon peau sèche' } };
    return advise(request);
  };
});
afterAll(async () => {
  await owner.end();
  await lea.stop();
});

const wordsTo = (phone: string): string =>
  JSON.stringify(lea.whapi.sent(`${phone}@s.whatsapp.net`).map(({ body }) => body));
const said = (phone: string, part: string) =>
  eventually(() => wordsTo(phone).includes(part), `"${part}" to ${phone}`, 60_000);
const consented = async (phone: string): Promise<void> => {
  await lea.write(phone, 'Bonjour');
  await said(phone, 'SUPPRIMER');
  await lea.write(phone, 'oui');
  await said(phone, 'Merci');
};
const attachment = async (phone: string): Promise<Record<string, unknown>> => {
  const { rows } = await owner.query<{ attachment: Record<string, unknown> }>(
    `select m.attachment from messages m join conversations c on c.id = m.conversation_id
     where c.chat_id = $1 and m.attachment is not null`,
    [`${phone}@s.whatsapp.net`],
  );
  return rows[0]!.attachment;
};

describe('files of customers, in production', () => {
  it('a voice note is fetched, kept, heard and answered with products', async () => {
    const phone = '24174300001';
    await consented(phone);
    lea.whapi.addMedia('oga-1', { bytes: VOICE, contentType: 'audio/ogg; codecs=opus' });
    await lea.write(phone, '', {
      type: 'voice',
      text: undefined,
      voice: {
        id: 'oga-1',
        mime_type: 'audio/ogg; codecs=opus',
        file_size: VOICE.length,
        seconds: 3,
      },
    });
    await said(phone, 'FCFA');
    expect(JSON.stringify(await attachment(phone))).toContain('savon pour peau sèche');
    const heard = lea.openai.requests.find(({ body }) => body === null)!;
    expect(heard.path).toContain('/audio/transcriptions');
  });

  it('a photo of a product is looked at and answered', async () => {
    const phone = '24174300002';
    await consented(phone);
    photo = 'product';
    lea.whapi.addMedia('img-1', { bytes: PHOTO, contentType: 'image/png' });
    await lea.write(phone, '', {
      type: 'image',
      text: undefined,
      image: {
        id: 'img-1',
        mime_type: 'image/png',
        file_size: PHOTO.length,
        caption: 'avez-vous ceci ?',
      },
    });
    await said(phone, 'FCFA');
  });

  it('a photo of a prescription goes to a person, and no product is named', async () => {
    const phone = '24174300003';
    await consented(phone);
    photo = 'prescription';
    lea.whapi.addMedia('img-2', { bytes: PHOTO, contentType: 'image/png' });
    await lea.write(phone, '', {
      type: 'image',
      text: undefined,
      image: { id: 'img-2', mime_type: 'image/png', file_size: PHOTO.length },
    });
    await said(phone, 'ordonnance');
    expect(wordsTo(phone)).not.toContain('FCFA');
    const { rows } = await owner.query<{ mode: string }>(
      'select mode from conversations where chat_id = $1',
      [`${phone}@s.whatsapp.net`],
    );
    expect(rows).toEqual([{ mode: 'waiting' }]);
  });
});
