import { network } from '../../../../src/adapters/http/core/middleware/rate-limit.ts';
import { parseJson, requireJson } from '../../../../src/adapters/http/core/request/parse-json.ts';
import { boundsOf } from '../../../../src/adapters/http/rest/page.ts';
import { parsePrefer } from '../../../../src/adapters/http/rest/parse-prefer.ts';
import { parseQuery } from '../../../../src/adapters/http/rest/parse-query.ts';
import { leadingAway } from '../../../../src/adapters/identity/local/own-page.ts';
import { weaknessOf } from '../../../../src/adapters/identity/local/password-policy.ts';
import { parseAdviceReply } from '../../../../src/adapters/llm/openai/advice-schema.ts';
import { jsonInText } from '../../../../src/adapters/llm/openai/json-in-text.ts';
import { cleanText } from '../../../../src/adapters/llm/openai/prompt.ts';
import { hintFor, judgeTranscript } from '../../../../src/adapters/llm/openai/transcript.ts';
import { markedText } from '../../../../src/adapters/llm/stub/marked-text.ts';
import { StubLanguageModel } from '../../../../src/adapters/llm/stub/stub-language-model.ts';
import { readDataUrl } from '../../../../src/adapters/messaging/fake/sample-media.ts';
import { readChatId } from '../../../../src/adapters/messaging/shared/chat-id.ts';
import { presentChoices } from '../../../../src/domain/message/present-choices.ts';
import { shorten } from '../../../../src/adapters/messaging/shared/shorten.ts';
import { readEvents } from '../../../../src/adapters/messaging/whapi/webhook/read-events.ts';
import { looksPublic } from '../../../../src/adapters/network/public-address.ts';
import { faultOfServiceAddress } from '../../../../src/adapters/network/service-address.ts';
import { alertBlocks } from '../../../../src/adapters/notifier/slack/slack-blocks.ts';
import { alertMail } from '../../../../src/adapters/notifier/smtp/alert-mail.ts';
import { whereSql } from '../../../../src/adapters/persistence/knex/table-sql.ts';
import { filterValue } from '../../../../src/adapters/persistence/knex/table-value.ts';
import { LibphonePhoneNumbers } from '../../../../src/adapters/system/libphone-phone-numbers.ts';
import { maskLogFields } from '../../../../src/adapters/system/mask-log-fields.ts';
import { EMPTY_NEED } from '../../../../src/domain/recommendation/need.ts';
import { asOneLine, withoutLinks } from '../../../../src/domain/shared/others-words.ts';
import { aConversationId, NOW } from '../../../support/builders.ts';
import { refusing, type Reader } from './reader.ts';

const numbers = new LibphonePhoneNumbers({ country: 'GA' });
const model = new StubLanguageModel();
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const query = (text: string): string =>
  new URLSearchParams({ name: text, select: text, order: text }).toString();

const CONTENTS: readonly ((text: string) => object)[] = [
  (body) => ({ type: 'text', text: { body } }),
  (text) => ({ type: 'contact', contact: { name: text, body: text } }),
  (text) => ({
    type: 'image',
    image: { id: text, link: text, mime_type: text, file_name: text, caption: text },
  }),
  (text) => ({
    type: 'location',
    location: { latitude: 1, longitude: 2, name: text, address: text },
  }),
  (text) => ({ type: 'reply', reply: { buttons_reply: { id: text, title: text } } }),
  (text) => ({ type: text, [text]: text }),
];
const body = (text: string) => ({
  messages: CONTENTS.map((content, index) => ({
    id: `m${index}`,
    chat_id: '24177001234@s.whatsapp.net',
    from_me: false,
    from_name: text,
    timestamp: 1_780_000_000,
    ...content(text),
  })),
  statuses: [{ id: text, status: text }],
});

const noticeOf = (text: string) => ({
  alertId: 'a',
  conversationId: aConversationId(),
  category: text,
  severity: 'urgent' as const,
  reason: text,
  customerLabel: text,
  excerpt: [{ sender: 'user' as const, text }],
  url: text,
});

/** What reads requests, a gateway's and a model's answers, and what is written to logs and notices. */
export const READERS_AT_THE_EDGE: readonly Reader[] = [
  { name: 'a webhook', read: (text) => readEvents(body(text), NOW) },
  { name: 'a chat id', read: readChatId },
  { name: 'a phone number', read: (text) => numbers.parse(text) },
  { name: 'JSON', read: refusing((text) => parseJson(bytes(text))) },
  {
    name: 'a string in JSON',
    read: refusing((text) => parseJson(bytes(JSON.stringify({ a: text })))),
  },
  { name: 'a content type', read: refusing(requireJson) },
  { name: 'a query of /rest/v1', read: refusing((text) => parseQuery('products', text, null)) },
  {
    name: 'values of such a query',
    read: refusing((text) => parseQuery('products', query(text), null)),
  },
  {
    name: 'filters of such a query',
    read: (text) =>
      ['ilike.', 'in.(', 'in.("', 'cs.{', 'is.', ''].map((operator) =>
        refusing(() => {
          const { filters } = parseQuery(
            'products',
            `name=${encodeURIComponent(`${operator}${text}`.toWellFormed())}`,
            null,
          );
          return whereSql('products', filters);
        })(text),
      ),
  },
  {
    name: 'values of columns',
    read: (text) =>
      (['uuid', 'integer', 'boolean', 'date', 'timestamptz', 'text'] as const).map((type) =>
        refusing(() => filterValue('c', type, text))(text),
      ),
  },
  { name: 'a preference', read: refusing(parsePrefer) },
  { name: 'a range', read: refusing((text) => boundsOf({ limit: null, offset: null }, text, '')) },
  { name: 'an address', read: network },
  { name: 'a password', read: (text) => weaknessOf(text, [text]) },
  { name: 'JSON in a model’s text', read: jsonInText },
  {
    name: 'a model’s answer',
    read: (text) =>
      parseAdviceReply(
        {
          kind: 'ask',
          message: text,
          items: [{ id: text, reason: text }],
          options: [text],
          red_flag: 'handoff',
          red_flag_reason: text,
        },
        new Map(),
      ),
  },
  { name: 'a text of the prompt', read: (text) => [cleanText(text, 700), cleanText(text, 20_000)] },
  { name: 'a transcript', read: (text) => judgeTranscript(text, 12, hintFor([text])) },
  { name: 'the words in a sample file', read: (text) => markedText(bytes(`lea-demo:${text}`)) },
  {
    name: 'the stub',
    read: (text) =>
      void model.advise({
        language: 'fr',
        tone: text,
        text,
        summary: text,
        history: [{ from: 'customer', text }],
        need: { ...EMPTY_NEED, terms: ['creme'] },
        preferences: {},
        health: {},
        mayAsk: true,
        candidates: [
          {
            id: 'p',
            name: text,
            brand: text,
            category: text,
            priceCfa: 1,
            attributes: [text],
            description: text,
          },
        ],
      } as never),
  },
  { name: 'a data URL', read: readDataUrl },
  { name: 'a public address', read: looksPublic },
  { name: 'the address of a service', read: faultOfServiceAddress },
  { name: 'words in a mail of ours', read: (text) => withoutLinks(asOneLine(text)) },
  {
    name: 'where a sign-in leads',
    read: (text) => {
      void leadingAway(
        new Request(`http://x/?callbackURL=${encodeURIComponent(text.toWellFormed())}`),
        ['http://x'],
      );
    },
  },
  { name: 'shortening', read: (text) => shorten(text, 1_000) },
  {
    name: 'choices on a phone',
    read: (text) => presentChoices(text, [{ id: 'a', title: text, description: text }]),
  },
  {
    name: 'the masks of the log',
    read: (text) => maskLogFields({ event: text, [text]: { error: new Error(text) } }),
  },
  { name: 'an alert by mail', read: (text) => alertMail(noticeOf(text)) },
  { name: 'an alert in Slack', read: (text) => alertBlocks(noticeOf(text)) },
];
