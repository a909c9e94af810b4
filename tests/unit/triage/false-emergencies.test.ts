import { describe, expect, it } from 'vitest';
import { triage } from '../../../src/domain/triage/triage.ts';

/** Each kind of harmless sentence beside what looks like it and is none: mending the one must not lose the other. */
const KINDS: Readonly<
  Record<string, { readonly harmless: readonly string[]; readonly danger: readonly string[] }>
> = {
  'quantities of a product that is ordered': {
    harmless: [
      'je prends le magnésium 60 gélules',
      'je vais prendre 2 boîtes de magnésium 60 comprimés',
      'je prends la spiruline 120 comprimés et un savon',
      'mettez-moi le zinc 90 gélules, je le prends demain',
      'on va prendre trois flacons de vitamine C 100 comprimés',
      'je passe prendre levure de bière 60 gélules ce soir',
      'je commande l’onagre 90 capsules',
      'finalement je prend fer bisglycinate 60 gelules',
    ],
    danger: [
      'j’ai pris 30 gélules de magnésium',
      'j’ai pris tout le magnésium, 60 gélules',
      'ma fille a avalé la boîte de fer 60 comprimés',
      'il a pris doliprane 20 comprimés d’un coup',
      'je vais prendre 40 comprimés et dormir',
      'she took magnesium 60 tablets',
      'elle vient de prendre 25 cachets',
      'elle a bu tout le flacon, 60 gélules',
    ],
  },
  'words of drinking and swallowing that are a noun or a figure': {
    harmless: [
      'avez-vous arkogélules bois de rose 60 gélules',
      'huile de bois de santal 30 capsules svp',
      'j’ai avalé mes mots quand j’ai vu le résultat',
      'il a avalé ses paroles après ça lol, vous livrez ?',
    ],
    danger: ['je bois de la javel', 'elle a avalé mes comprimés', 'il avale de l’essence'],
  },
  'names on a shelf': {
    harmless: [
      'vous avez le spray SOS ?',
      'je voudrais la crème SOS réparatrice',
      'SOS lèvres gercées, le petit stick',
      'un gratte langue',
      'une râpe double face',
      'râpe à pieds électrique',
      'shampooing choc antichute 200 ml',
      'traitement choc poudre acné, c’est combien',
      'serviettes pour règles abondantes',
      'des tampons flux très abondant',
      'urgo stop saignement de nez mèches',
      'pansements pour brûlures superficielles',
    ],
    danger: [
      'SOS mon mari ne bouge plus',
      'sos aidez moi',
      'on m’a râpé le visage, ça saigne beaucoup',
      'il est en état de choc',
      'choc à la tête, il vomit',
      'mes règles sont très abondantes et je tombe dans les pommes',
      'j’ai une brûlure profonde',
    ],
  },
  'what a product shall do or not do': {
    harmless: [
      'un savon qui brûle pas les yeux',
      'shampoing bébé qui pique pas les yeux',
      'une crème qui n’irrite pas le visage',
      'un gloss pour gonfler mes lèvres',
      'je veux gonfler mes lèvres naturellement',
      'céréales bébé 6 mois sans sucre ajouté',
    ],
    danger: [
      'le savon m’a brûlé les yeux',
      'mes lèvres gonflent depuis que j’ai mangé des crevettes',
      'son sucre est à 4,5 g',
    ],
  },
  'the past and the dead': {
    harmless: [
      'mon père est mort d’un infarctus, vous avez une crème pour le visage ?',
      'ma tante est décédée d’un AVC, je surveille mon poids depuis, vous avez des balances ?',
      'mon accident de moto date de 2 ans, il reste une cicatrice',
      'j’ai fait un AVC en 2015, quelle crème pour les mains ?',
    ],
    danger: [
      'mon père fait un infarctus',
      'mon père est mort d’un infarctus et là ma mère a mal à la poitrine',
      'accident de moto, il saigne de la tête',
    ],
  },
  'figures of speech': {
    harmless: [
      'les frais de livraison m’ont coupé le souffle',
      'je suis choquée par la douceur de ce gommage',
      'tu me fais mourir toi, combien le gel ?',
      'je meurs d’amour pour ce parfum',
      'bonjour c’est Mme Noyer, ma commande est prête ?',
      'ses vaccins sont à jour, il faut juste un sac pour la crèche',
    ],
    danger: [
      'il m’a coupé le souffle en me frappant au ventre',
      'elle s’étouffe, elle est choquée et bleue',
      'je veux mourir',
      'mon fils a failli se noyer',
    ],
  },
};

describe.each(Object.entries(KINDS))('%s', (_, { harmless, danger }) => {
  it.each(harmless)('raise no alarm: %s', (text) => {
    expect(triage(text)).toMatchObject({ severity: 'none', ruleIds: [] });
  });

  it.each(danger)('are told from a danger: %s', (text) => {
    expect(['urgent', 'emergency']).toContain(triage(text).severity);
  });
});
