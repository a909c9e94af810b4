/** What the consent question is made of in one language; `shop/consent-text.ts` puts it together. */
export interface ConsentWords {
  readonly language: 'fr' | 'en';
  hello(shopName: string): string;
  readonly keptHere: string;
  keptIn(country: string): string;
  keptBy(hosts: string, country: string | null): string;
  kept(place: string): string;
  carriers(names: string): string;
  alerts(names: string): string;
  readonly noModel: string;
  modelHere(provider: string): string;
  readonly modelAbroad: string;
  law(law: string): string;
  readonly ask: string;
  /** The question of its own before anything goes to a model abroad. */
  transfer(provider: string): string;
  /** What `{modele}` stands for in a shop's own text. */
  readonly noProvider: string;
  readonly ownModel: string;
  readonly unknownCountry: string;
}

export const consentFr: ConsentWords = {
  language: 'fr',
  hello: (shopName) => `Bonjour, je suis Léa, l'assistante de ${shopName} 🌿`,
  keptHere: 'sur notre serveur',
  keptIn: (country) => `sur notre serveur (${country})`,
  keptBy: (hosts, country) => `chez ${hosts}${country === null ? '' : ` (${country})`}`,
  kept: (place) => `Pour vous conseiller, nous enregistrons votre numéro et nos échanges ${place}.`,
  carriers: (names) => `Ils passent par ${names}, hors de votre pays.`,
  alerts: (names) => `Si un conseiller doit intervenir, un extrait lui parvient par ${names}.`,
  noModel: `Aucun fournisseur d'intelligence artificielle ne les reçoit.`,
  modelHere: (provider) =>
    `Vos questions, notes vocales et photos sont lues par ${provider} ; des textes, nous retirons d'abord les noms et les numéros que nous reconnaissons ; une voix ou une photo part telle quelle.`,
  modelAbroad: `Aucune intelligence artificielle à l'étranger ne les reçoit sans un second accord, que je vous demande ensuite.`,
  law: (law) =>
    `C'est régi par ${law}. Vous pouvez tout effacer à tout moment en écrivant SUPPRIMER.`,
  ask: `Est-ce d'accord ? Répondez OUI ou NON.`,
  transfer: (provider) =>
    `Pour mieux vous comprendre, je peux faire traiter vos questions, notes vocales et photos par ${provider}, hors de votre pays. ` +
    `Des textes, nous retirons d'abord les noms et les numéros que nous reconnaissons ; une voix ou une photo part telle quelle. ` +
    `Sans cela je vous aide quand même. D'accord ? Répondez OUI ou NON ; RETRAIT annule vos accords à tout moment.`,
  noProvider: `aucun fournisseur d'intelligence artificielle`,
  ownModel: 'une intelligence artificielle sur nos propres machines',
  unknownCountry: 'pays non précisé',
};

export const consentEn: ConsentWords = {
  language: 'en',
  hello: (shopName) => `Hello, I am Léa, the assistant of ${shopName} 🌿`,
  keptHere: 'on our own server',
  keptIn: (country) => `on our own server (${country})`,
  keptBy: (hosts, country) => `with ${hosts}${country === null ? '' : ` (${country})`}`,
  kept: (place) => `To advise you we keep your number and our conversation ${place}.`,
  carriers: (names) => `They travel through ${names}, outside your country.`,
  alerts: (names) => `If an advisor has to step in, an extract reaches them through ${names}.`,
  noModel: `No provider of artificial intelligence receives them.`,
  modelHere: (provider) =>
    `Your questions, voice notes and photos are read by ${provider}; from texts we first take out the names and numbers that we recognise; a voice or a photo goes as it is.`,
  modelAbroad: `No artificial intelligence abroad receives them without a second agreement, which I ask for next.`,
  law: () =>
    `Your country's law on personal data applies. You can erase everything at any time by writing SUPPRIMER.`,
  ask: `Do you agree? Answer OUI (yes) or NON (no).`,
  transfer: (provider) =>
    `To understand you better I can have your questions, voice notes and photos processed by ${provider}, outside your country. ` +
    `From texts we first take out the names and numbers that we recognise; a voice or a photo goes as it is. ` +
    `Without this I help you all the same. Do you agree? Answer OUI (yes) or NON (no); RETRAIT withdraws your agreements at any time.`,
  noProvider: 'no provider of artificial intelligence',
  ownModel: 'an artificial intelligence on our own machines',
  unknownCountry: 'country not stated',
};
