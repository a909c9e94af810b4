import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  OpenAiLanguageModel,
  type OpenAiOptions,
} from '../../../src/adapters/llm/openai/openai-language-model.ts';
import { ProviderError } from '../../../src/ports/provider-error.ts';
import { aRequest } from '../../contract/language-model.contract.ts';
import {
  dataOf,
  firstProducts,
  OpenAiPeer,
  type PeerScript,
} from '../../support/peers/openai-peer.ts';

const peer = new OpenAiPeer();
beforeAll(() => peer.start());
afterEach(() => peer.reset());
afterAll(() => peer.stop());

const TALK = {
  kind: 'talk',
  message: 'Avec plaisir !',
  items: [],
  options: [],
  red_flag: 'none',
  red_flag_reason: null,
};
const aModel = (options: Partial<OpenAiOptions> = {}): OpenAiLanguageModel =>
  new OpenAiLanguageModel({
    apiKey: 'sk-test',
    baseUrl: peer.baseUrl,
    model: 'gpt-4o',
    fallbackModel: 'gpt-5.4-mini',
    transcribeModel: 'gpt-transcribe',
    timeoutMs: 3_000,
    maxRetries: 1,
    ...options,
  });
const failureOf = async (call: Promise<unknown>): Promise<ProviderError> => {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ProviderError);
  return error as ProviderError;
};

describe('the request', () => {
  it('asks for a strict schema, stores nothing, and bounds the answer', async () => {
    peer.queue({ kind: 'json', value: TALK });
    await aModel().advise(aRequest());
    const { body, path, headers } = peer.requests[0]!;
    expect(path).toBe('/v1/chat/completions');
    expect(headers.authorization).toBe('Bearer sk-test');
    expect(body).toMatchObject({
      model: 'gpt-4o',
      store: false,
      max_completion_tokens: 700,
      temperature: 0.3,
      response_format: {
        type: 'json_schema',
        json_schema: { strict: true, schema: { type: 'object', additionalProperties: false } },
      },
    });
    expect(body).not.toHaveProperty('max_tokens');
    const schema = (
      body?.['response_format'] as {
        json_schema: { schema: { properties: object; required: string[] } };
      }
    ).json_schema.schema;
    expect(schema.required.toSorted()).toEqual(Object.keys(schema.properties).toSorted());
    expect(JSON.stringify(schema)).not.toMatch(/\$schema|minimum|default/);
  });
  it('gives newer models no temperature', async () => {
    peer.queue({ kind: 'json', value: TALK });
    await aModel({ model: 'gpt-5.4-mini' }).advise(aRequest());
    expect(peer.requests[0]!.body).not.toHaveProperty('temperature');
  });
  it('leaves out what a compatible server refuses, and remembers', async () => {
    peer.queue(
      {
        kind: 'status',
        status: 400,
        error: {
          message: "Unsupported parameter: 'store'",
          param: 'store',
          code: 'unsupported_parameter',
        },
      },
      { kind: 'json', value: TALK },
      { kind: 'json', value: TALK },
    );
    const model = aModel();
    await model.advise(aRequest());
    await model.advise(aRequest());
    expect(peer.requests.map(({ body }) => 'store' in body!)).toEqual([true, false, false]);
  });
});

describe('the answer', () => {
  it('maps short ids back and leaves foreign ones for grounding to drop', async () => {
    peer.queue({
      kind: 'json',
      value: {
        ...TALK,
        kind: 'recommend',
        items: [
          { id: 'p2', reason: 'Douce' },
          { id: 'p9', reason: 'x' },
          { id: 'evil', reason: 'x' },
        ],
      },
    });
    const { advice } = await aModel().advise(aRequest());
    expect(advice).toMatchObject({
      kind: 'recommend',
      items: [
        { productId: aRequest().candidates[1]!.id },
        { productId: 'p9' },
        { productId: 'evil' },
      ],
    });
  });
  it.each<[string, PeerScript]>([
    ['in a fence among prose', { kind: 'fenced', value: TALK }],
    [
      'without the empty fields',
      { kind: 'json', value: { kind: 'talk', message: 'Avec plaisir !' } },
    ],
  ])('is read %s', async (_, script) => {
    peer.queue(script);
    expect((await aModel().advise(aRequest())).advice).toEqual({
      kind: 'talk',
      message: 'Avec plaisir !',
      redFlag: null,
    });
  });
  it('carries a red flag', async () => {
    peer.queue({
      kind: 'json',
      value: { ...TALK, kind: 'handoff', red_flag: 'emergency', red_flag_reason: 'détresse' },
    });
    expect((await aModel().advise(aRequest())).advice).toMatchObject({
      kind: 'handoff',
      redFlag: { emergency: true, reason: 'détresse' },
    });
  });
  it('counts tokens and cost', async () => {
    peer.queue({ kind: 'json', value: TALK });
    const { usage } = await aModel().advise(aRequest());
    // (600 × 2.5 + 400 × 1.25 + 100 × 10) dollars per million, at 600 F
    expect(usage).toEqual({
      model: 'gpt-4o',
      promptTokens: 1_000,
      cachedTokens: 400,
      completionTokens: 100,
      costMilliCfa: 1_800,
    });
  });
  it('costs nothing where the price is not known', async () => {
    peer.queue({ kind: 'json', value: TALK });
    expect((await aModel({ model: 'mistral-large' }).advise(aRequest())).usage.costMilliCfa).toBe(
      0,
    );
  });
  it.each<[string, PeerScript]>([
    ['prose', { kind: 'text', text: 'Bonjour, je vous conseille la crème.' }],
    ['broken JSON', { kind: 'text', text: '{"kind": "talk", "message": ' }],
    ['an empty text', { kind: 'text', text: '' }],
    ['another schema', { kind: 'json', value: { answer: 42 } }],
    ['an unknown kind', { kind: 'json', value: { ...TALK, kind: 'order' } }],
    ['a refusal', { kind: 'refusal' }],
    ['a cut-off answer', { kind: 'finish', reason: 'length', value: TALK }],
    ['a filtered answer', { kind: 'finish', reason: 'content_filter', value: TALK }],
    ['no choices', { kind: 'no_choices' }],
  ])('is rejected for good when it is %s', async (_, script) => {
    peer.queue(script);
    expect(await failureOf(aModel().advise(aRequest()))).toMatchObject({
      provider: 'openai',
      kind: 'rejected',
      retryable: false,
    });
    expect(peer.requests).toHaveLength(1);
  });
});

it('tells a refusal from an empty answer', async () => {
  peer.queue({ kind: 'refusal' });
  expect((await failureOf(aModel().advise(aRequest()))).message).toMatch(/declined/);
});

describe('failures', () => {
  it.each<[string, PeerScript, string, boolean, number]>([
    ['500', { kind: 'status', status: 500 }, 'unavailable', true, 2],
    ['503', { kind: 'status', status: 503 }, 'unavailable', true, 2],
    ['429', { kind: 'status', status: 429 }, 'rate_limited', true, 2],
    [
      '429 with a long retry-after',
      { kind: 'status', status: 429, headers: { 'retry-after': '60' } },
      'rate_limited',
      true,
      1,
    ],
    [
      'a spent quota',
      { kind: 'status', status: 429, error: { code: 'insufficient_quota' } },
      'rejected',
      false,
      1,
    ],
    [
      'a wrong key',
      { kind: 'status', status: 401, error: { code: 'invalid_api_key' } },
      'rejected',
      false,
      1,
    ],
    ['a bad request', { kind: 'status', status: 400 }, 'rejected', false, 1],
    [
      'a wrong address',
      { kind: 'status', status: 404, error: { message: 'Not Found' } },
      'rejected',
      false,
      1,
    ],
    ['a cut connection', { kind: 'drop' }, 'unavailable', true, 2],
  ])('%s', async (_, script, kind, retryable, calls) => {
    peer.queue(script, script, script);
    expect(await failureOf(aModel().advise(aRequest()))).toMatchObject({ kind, retryable });
    expect(peer.requests).toHaveLength(calls);
  });
  it('recovers on the second try, after as long as it was told to wait', async () => {
    peer.queue(
      { kind: 'status', status: 429, headers: { 'retry-after': '1' } },
      { kind: 'json', value: TALK },
    );
    const before = performance.now();
    expect((await aModel().advise(aRequest())).advice.kind).toBe('talk');
    expect(performance.now() - before).toBeGreaterThan(950);
  });
  it.each<[string, PeerScript]>([
    ['never', { kind: 'hang' }],
    ['half', { kind: 'hang', afterHeaders: true }],
    ['too late', { kind: 'slow', milliseconds: 5_000, then: { kind: 'json', value: TALK } }],
  ])('keeps its deadline, retries included, with a server that answers %s', async (_, script) => {
    peer.queue(script, script, script);
    expect(await failureOf(aModel({ timeoutMs: 2_500 }).advise(aRequest()))).toMatchObject({
      kind: 'unavailable',
      retryable: true,
    });
    expect(peer.requests).toHaveLength(2);
  });
  it('tells nothing of what was said', async () => {
    peer.queue({ kind: 'status', status: 400, error: { message: 'secret boutons +24177123456' } });
    const error = await failureOf(aModel().advise(aRequest({ text: 'secret boutons' })));
    expect(`${error.message} ${JSON.stringify(error.cause)}`).not.toMatch(/secret|boutons|\d{6}/);
  });
  it('is unavailable when nobody listens', async () => {
    expect(
      await failureOf(aModel({ baseUrl: 'http://127.0.0.1:1/v1' }).advise(aRequest())),
    ).toMatchObject({ kind: 'unavailable' });
  });
});

describe('a model that is gone', () => {
  it('is replaced by the fallback, which is remembered for a while', async () => {
    let now = 0;
    const model = aModel({ now: () => now });
    peer.goneModels.add('gpt-4o');
    peer.respond = firstProducts();
    expect((await model.advise(aRequest())).usage.model).toBe('gpt-5.4-mini');
    await model.advise(aRequest());
    expect(peer.requests.map(({ body }) => body?.model)).toEqual([
      'gpt-4o',
      'gpt-5.4-mini',
      'gpt-5.4-mini',
    ]);
    now += 11 * 60_000;
    peer.goneModels.clear();
    expect((await model.advise(aRequest())).usage.model).toBe('gpt-4o');
  });
  it('is known by a 400 as well', async () => {
    peer.queue(
      {
        kind: 'status',
        status: 400,
        error: { message: 'The model `gpt-4o` has been deprecated and is no longer available.' },
      },
      { kind: 'json', value: TALK },
    );
    expect((await aModel().advise(aRequest())).usage.model).toBe('gpt-5.4-mini');
  });
  it('fails for good when the fallback is gone too', async () => {
    peer.goneModels.add('gpt-4o').add('gpt-5.4-mini');
    expect(await failureOf(aModel().advise(aRequest()))).toMatchObject({
      kind: 'rejected',
      retryable: false,
    });
    expect(peer.requests).toHaveLength(2);
  });
  it('has a fallback for transcription', async () => {
    peer.goneModels.add('gpt-transcribe');
    peer.queue({ kind: 'transcript', text: 'Je cherche un savon' });
    const { usage } = await aModel().transcribe(
      { bytes: new Uint8Array(10), mimeType: 'audio/ogg', seconds: 30 },
      [],
    );
    expect(usage).toMatchObject({ model: 'whisper-1', costMilliCfa: 1_800 });
  });
});

describe('files', () => {
  it('sends a photo as low-detail data, and never its instructions', async () => {
    peer.queue({
      kind: 'json',
      value: { kind: 'product', search_text: 'crème <b>nivea</b> https://x.ga 077123456' },
    });
    const { reading } = await aModel().readPhoto({
      bytes: new Uint8Array([255, 216]),
      mimeType: 'image/jpeg; x=y',
    });
    expect(peer.requests[0]!.body?.messages[1]?.content).toEqual([
      { type: 'image_url', image_url: { url: 'data:image/jpeg;base64,/9g=', detail: 'low' } },
    ]);
    expect(reading.searchText).not.toMatch(/[<>:/.]|\d{6}/);
  });
  it('calls nobody for a format that cannot be read', async () => {
    expect(
      (await aModel().readPhoto({ bytes: new Uint8Array(9), mimeType: 'image/heic' })).reading.kind,
    ).toBe('unreadable');
    expect(peer.requests).toHaveLength(0);
  });
  it('sends audio as a file with the catalogue as a hint', async () => {
    peer.queue({ kind: 'transcript', text: 'Je cherche du karité' });
    await aModel().transcribe(
      { bytes: new TextEncoder().encode('OGG'), mimeType: 'audio/ogg; codecs=opus', seconds: 2 },
      ['karité', 'Ogoolia'],
    );
    expect(peer.requests[0]).toMatchObject({
      path: '/v1/audio/transcriptions',
      fields: { file: 'voice.ogg', model: 'gpt-transcribe', response_format: 'json' },
    });
    expect(peer.requests[0]!.fields['prompt']).toContain('karité, Ogoolia');
  });
  it('keeps a loyalty adjustment within bounds', async () => {
    peer.queue({ kind: 'json', value: { delta: -500, reason: 'x' } });
    expect((await aModel().adjustLoyaltyScore({ score: 50, reasons: [] })).delta).toBe(-10);
  });
});

it('sends no personal data', async () => {
  peer.queue({ kind: 'json', value: TALK });
  await aModel().advise(
    aRequest({
      text: "je m'appelle Grace Mboumba, mon num 077 12 34 56 ou grace@mail.ga, lien https://lea.ga/o/XyZ12",
      summary: 'Cliente au +241 70 00 01 01',
      history: [
        { from: 'customer', text: 'appelez moi au 24170000101' },
        { from: 'lea', text: 'Votre commande : https://lea.ga/o/AbC' },
      ],
    }),
  );
  expect(peer.requests[0]!.raw).not.toMatch(
    /Grace|Mboumba|077 ?12|70 ?00 ?01|mail\.ga|lea\.ga|XyZ12|AbC/,
  );
  expect(dataOf(peer.requests[0]!).client).toContain("je m'appelle [nom]");
});
