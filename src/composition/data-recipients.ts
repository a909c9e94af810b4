import { looksPublic } from '../adapters/network/public-address.ts';
import type { DataRecipients, ModelProvider } from '../domain/shop/data-recipients.ts';
import type { Config } from './config.ts';

const CARRIERS: Readonly<Record<string, readonly string[]>> = {
  fake: [],
  whapi: ['WhatsApp (Meta)', 'Whapi'],
};
const OPENAI_HOST = 'api.openai.com';

/** Who gets what customers write, told from the configuration alone, so that the consent text cannot err. */
export function dataRecipients(config: Config): DataRecipients {
  const { database, storage, messaging, notifiers } = config;
  return {
    keptIn: config.dataCountry,
    keptBy: [
      ...new Set([
        ...(database.kind === 'url' ? hostOfOthers(database.ownerUrl) : []),
        ...(storage.kind === 's3' ? hostOfOthers(storage.endpoint) : []),
      ]),
    ],
    carriers: CARRIERS[messaging.kind] ?? ['WhatsApp (Meta)'],
    alertsThrough: [
      ...(notifiers.some(({ kind }) => kind === 'smtp') ? ['e-mail'] : []),
      ...(notifiers.some(({ kind }) => kind === 'slack') ? ['Slack'] : []),
    ],
    model: modelProvider(config),
  };
}

function modelProvider({ languageModel, country: shop }: Config): ModelProvider | null {
  if (languageModel.kind === 'stub') return null;
  const { baseUrl, provider } = languageModel;
  const [host] = baseUrl === null ? [OPENAI_HOST] : hostOfOthers(baseUrl);
  const isOpenAi = host === OPENAI_HOST;
  const name = provider.name ?? (isOpenAi ? 'OpenAI' : (host ?? null));
  // A server of our own may hand on to somebody: whoever names them and no country is taken for abroad.
  const isOurs = host === undefined && provider.name === null;
  const country = provider.country ?? (isOpenAi && provider.name === null ? 'US' : null);
  return { name, country, abroad: country === null ? !isOurs : country !== shop };
}

/** The host of a URL that leads out of our own network; none for an address within. */
function hostOfOthers(url: string): readonly string[] {
  const { hostname } = new URL(url);
  return looksPublic(`https://${hostname}`) ? [hostname] : [];
}
