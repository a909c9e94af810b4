import { OpenAiLanguageModel } from '../../src/adapters/llm/openai/openai-language-model.ts';
import { StubLanguageModel } from '../../src/adapters/llm/stub/stub-language-model.ts';
import {
  firstProducts,
  OpenAiPeer,
  type PeerRequest,
  type PeerScript,
} from '../support/peers/openai-peer.ts';
import { languageModelContract } from './language-model.contract.ts';

languageModelContract('stub', async () => ({
  model: new StubLanguageModel(),
  close: async () => {},
}));

languageModelContract('openai', async () => {
  const peer = await new OpenAiPeer().start();
  peer.respond = answer;
  const model = new OpenAiLanguageModel({
    apiKey: 'sk-test',
    baseUrl: peer.baseUrl,
    model: 'gpt-4o',
    fallbackModel: 'gpt-5.4-mini',
    transcribeModel: 'gpt-transcribe',
    timeoutMs: 5_000,
  });
  return { model, close: () => peer.stop() };
});

/** What a real model would see in the sample files, and a first choice among products. */
function answer(request: PeerRequest): PeerScript {
  if (request.path.endsWith('/audio/transcriptions'))
    return {
      kind: 'transcript',
      text:
        /lea-demo:([^\n]+)/.exec(request.raw)?.[1] ??
        'Sous-titres réalisés par la communauté d’Amara.org',
    };
  const format = (request.body?.['response_format'] as { json_schema: { name: string } })
    .json_schema.name;
  if (format === 'score') return { kind: 'json', value: { delta: 40, reason: 'Fidèle' } };
  if (format === 'conseil') return firstProducts()(request);
  const url = /base64,([^"]+)/.exec(JSON.stringify(request.body))?.[1] ?? '';
  const text = /lea-demo:([^\n]+)/.exec(Buffer.from(url, 'base64').toString('utf8'))?.[1] ?? '';
  return {
    kind: 'json',
    value:
      text === 'ordonnance'
        ? { kind: 'prescription', search_text: 'doliprane' }
        : { kind: 'product', search_text: text },
  };
}
