import { describe, expect, it } from 'vitest';
import { aProduct } from '../../support/builders.ts';
import { createHarness, say, type Harness } from '../../support/harness.ts';

const PHONE = '+24174000017';
const SHELF = [
  aProduct({
    name: 'Crème unifiante anti-taches',
    category: 'Soin du visage',
    attributes: ['taches'],
  }),
  aProduct({ name: 'Lait de toilette bébé', category: 'Bébé et maman', attributes: ['bébé'] }),
  aProduct({ name: 'Brosse à dents électrique', category: 'Hygiène' }),
  aProduct({ name: 'Bain de bouche sans alcool', category: 'Hygiène' }),
  aProduct({ name: 'Préservatifs lubrifiés, boîte de 12', category: 'Hygiène' }),
  aProduct({ name: 'Fond de teint fluide, teinte ébène', category: 'Maquillage' }),
  aProduct({ name: 'Crème hydratante mains', category: 'Soin du corps' }),
  aProduct({ name: 'Mélatonine, 30 comprimés', category: 'Compléments alimentaires' }),
];

async function shop(products: ReturnType<typeof aProduct>[] = SHELF): Promise<Harness> {
  const lea = createHarness({ products });
  await say(lea, PHONE, 'Bonjour');
  await say(lea, PHONE, 'OUI');
  return lea;
}
const ask = async (words: string, products?: ReturnType<typeof aProduct>[]) => {
  const lea = await shop(products);
  const answers = await say(lea, PHONE, words);
  return {
    lea,
    said: answers.join('\n'),
    unmet: lea.store.unmetDemand.all(),
    alerts: lea.store.alerts.all(),
    shown: lea.store.recommendations.all(),
  };
};

describe('what the world knows and the shop does not carry', () => {
  it.each([
    ['Vous auriez du Bioderma ?', 'Bioderma'],
    ['je cherche la gamme fair and white svp', 'Fair and White'],
    ['lait guigoz 1er age', 'Guigoz'],
    ['avez vous des couches pampers', 'Pampers'],
    ['je voudrais biodrema', 'Bioderma'],
    ['il me faut un peigne', 'peigne'],
    ['une bouteille d’alcool à 90', 'alcool à 70°'],
    ['capotes feminines ou preservatifs féminins', 'préservatifs féminins'],
    ['vous vendez des serviettes hygiéniques ?', 'serviettes hygiéniques'],
  ])('%s', async (words, name) => {
    const { said, unmet, shown } = await ask(words);
    expect(said).toContain(name);
    expect(said).toContain("Nous n'avons pas");
    expect(shown).toEqual([]);
    expect(unmet.map(({ reason }) => reason)).toContain('not_found');
  });

  it('is said in English too', async () => {
    const lea = await shop();
    expect((await say(lea, PHONE, 'Do you have a comb please?')).join()).toContain(
      'We do not carry comb',
    );
  });

  it('is followed by what is near when a need is named beside it', async () => {
    const { said, unmet, shown } = await ask('une crème Eucerin pour les taches brunes');
    expect(said).toContain("Nous n'avons pas Eucerin");
    expect(shown.length).toBeGreaterThan(0);
    expect(said).toContain('taches');
    expect(unmet[0]).toMatchObject({ reason: 'not_found', needKey: 'eucerin' });
  });

  it('leaves the rest of the message its answer', async () => {
    const { said, shown } = await ask('des couches et des préservatifs');
    expect(said).toContain("Nous n'avons pas de couches pour bébé");
    expect(said).toContain('*1. Préservatifs lubrifiés');
    expect(shown).toHaveLength(1);
  });

  it('of another kind is nothing near', async () => {
    const { said, shown } = await ask('un vernis à ongles ébène');
    expect(said).toContain("Nous n'avons pas de vernis à ongles");
    expect(shown).toEqual([]);
  });

  it('is not said of what the shop does carry, sold out or not', async () => {
    const comb = aProduct({ name: 'Peigne afro en bois', brand: 'Nivea', category: 'cheveux' });
    expect((await ask('un peigne', [comb])).said).toContain('*1. Peigne afro');
    expect((await ask('quelque chose de Nivea', [comb])).said).toContain('*1. Peigne afro');
    const gone = await ask('un peigne', [{ ...comb, stockQty: 0 }]);
    expect(gone.said).toContain('rupture');
    expect(gone.said).not.toContain("Nous n'avons pas");
  });
});

describe('a medicine', () => {
  it.each([
    'Doliprane 1000 svp',
    'vous avez ibuprofene ?',
    'paracétamol sirop enfant',
    'je veux un vermifuge',
    'il me faut la pilule',
    'donnez moi du zyrtec',
    'je voudrais une boite de dolipranne',
    'a box of painkillers please',
    'medicament pour dormir',
  ])('goes to a person: %s', async (words) => {
    const { said, alerts, shown } = await ask(words);
    expect(alerts, said).toHaveLength(1);
    expect(shown).toEqual([]);
  });

  it('is told kindly that Léa sells none', async () => {
    const { said, alerts } = await ask('bonsoir, avez-vous du spasfon');
    expect(said).toContain('médicaments');
    expect(alerts[0]).toMatchObject({ category: 'medicine', severity: 'handoff' });
  });

  it('is shown when the shop has a product of that very name', async () => {
    const { said } = await ask('minoxidil', [aProduct({ name: 'Sérum minoxidil cheveux' })]);
    expect(said).toContain('*1. Sérum minoxidil');
  });

  it.each([
    'une crème sans cortisone pour les mains',
    'crème visage, je suis allergique à l’aspirine',
  ])('that is avoided is not asked for: %s', async (words) => {
    expect((await ask(words)).alerts).toEqual([]);
  });
});

describe('a sign for the pharmacist', () => {
  it.each([
    'quelque chose contre la teigne',
    'crème pour la gale',
    'baume bouton de fièvre',
    'something for period pain',
  ])('%s', async (words) => {
    const { alerts, shown } = await ask(words);
    expect(alerts).toHaveLength(1);
    expect(shown).toEqual([]);
  });
});

describe('what is sold out and was asked for by name', () => {
  const SHELF_WITHOUT = [
    aProduct({ name: 'Huile de bourrache', stockQty: 0, category: 'Soin du corps' }),
    aProduct({ name: 'Savon surgras', description: 'À la bourrache.', category: 'Hygiène' }),
  ];

  it('is said even where something weakly related is in stock, and a typed yes is the wish to be told', async () => {
    const { lea, said, unmet } = await ask("de l'huile de bourrache", SHELF_WITHOUT);
    expect(said).toContain('Huile de bourrache est en rupture');
    expect(unmet[0]).toMatchObject({ reason: 'out_of_stock' });
    await say(lea, PHONE, 'oui prévenez-moi');
    expect(lea.store.restockRequests.all()).toHaveLength(1);
  });
});

describe('a reason', () => {
  it('names the need before whom the product is for', async () => {
    const { said } = await ask('un shampooing contre les pellicules', [
      aProduct({
        name: 'Shampooing antipelliculaire',
        category: 'Cheveux',
        attributes: ['cheveux gras', 'sans paraben', 'pellicules'],
      }),
    ]);
    expect(said).toContain('Choisi pour : pellicules');
  });
});

describe('a need that nothing meets whole', () => {
  it('never gives up the skin that was spoken of', async () => {
    const { shown } = await ask('une crème pour peau grasse contre les taches', [
      aProduct({ name: 'Crème taches', attributes: ['taches', 'peau sèche'] }),
      aProduct({ name: 'Gel nettoyant', attributes: ['peau grasse'] }),
    ]);
    expect(shown).toEqual([]);
  });
});
