import { redact } from '../privacy/redact.ts';
import { asOneLine, quoted } from '../shared/others-words.ts';

/** What the shop's owner reads on Monday. Names of products, words that several people used, and counts. */
export interface StockingFacts {
  readonly shopName: string;
  readonly soldOut: readonly {
    readonly name: string;
    readonly asked: number;
    readonly waiting: number;
  }[];
  readonly needs: readonly {
    readonly needKey: string;
    readonly category: string | null;
    readonly people: number;
  }[];
  readonly singleNeeds: number;
  readonly lowStock: readonly { readonly name: string; readonly stockQty: number }[];
}

/** The report in French, or null in a week without anything to say. */
export function stockingReport(
  facts: StockingFacts,
): { readonly subject: string; readonly text: string } | null {
  const { soldOut, needs, singleNeeds, lowStock } = facts;
  const shopName = quoted(facts.shopName);
  const sections = [
    section(
      'En rupture, et demandés :',
      soldOut.map(({ name, asked, waiting }) => {
        const counts = [
          ...(asked > 0 ? [`${asked} ${plural(asked, 'demande')}`] : []),
          ...(waiting > 0 ? [`${waiting} ${plural(waiting, 'personne')} à prévenir`] : []),
        ];
        return `${quoted(name)} : ${counts.join(', ')}`;
      }),
    ),
    section('Demandés par plusieurs personnes, et introuvables :', [
      ...needs.map(
        ({ needKey, category, people }) =>
          `${quoted(redact(asOneLine(needKey)))}${category === null ? '' : ` (${quoted(category)})`} : ${people} personnes`,
      ),
      ...(singleNeeds > 0
        ? [`et ${singleNeeds} ${plural(singleNeeds, 'besoin')} d'une seule personne`]
        : []),
    ]),
    section(
      'Stock bas :',
      lowStock.map(({ name, stockQty }) => `${quoted(name)} : ${stockQty} en rayon`),
    ),
  ].filter((part) => part !== null);
  if (sections.length === 0) return null;
  return {
    subject: `${shopName} : que commander cette semaine`,
    text: [
      'Voici ce que vos clients ont demandé ces sept derniers jours et que la boutique n’a pas pu leur donner.',
      ...sections,
      'Le détail est dans le tableau de bord, page Demandes.',
    ].join('\n\n'),
  };
}

const section = (title: string, lines: readonly string[]): string | null =>
  lines.length === 0 ? null : [title, ...lines.map((line) => `- ${line}`)].join('\n');

const plural = (count: number, word: string): string => (count > 1 ? `${word}s` : word);
