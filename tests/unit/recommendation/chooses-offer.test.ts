import { describe, expect, it } from 'vitest';
import { choosesOffer } from '../../../src/domain/recommendation/chooses-offer.ts';

describe('choosesOffer among three', () => {
  it.each([
    ['1', 1],
    ['2.', 2],
    ['1)', 1],
    ['1️⃣', 1],
    ['commander 2', 2],
    ['Commander 1', 1],
    ['le premier', 1],
    ['la 2ème', 2],
    ['je prends le 3', 3],
    ['le deuxieme svp', 2],
    ['order 2', 2],
    ['oui 1', 1],
    ['oui le premier', 1],
    ['annulez le 2 je prends le 1', 1],
    ['D’accord, je prends le premier et l’huile de coco, merci ma chérie.', 1],
    ["I'll take number 2", 2],
    ['n°2', 2],
    ['option 3', 3],
    ['le numero 2 svp', 2],
    ['le dernier', 3],
    ['je veux commander le 2', 2],
    ['jprends le 2', 2],
    ['je prend la deuxième merci', 2],
    ['le 2, merci', 2],
    ['bonjour, le 1 svp', 1],
    ['je prends le 2 pour ma mère', 2],
    ['the second one please', 2],
    ['Je prends le 2 !', 2],
    ['le 1er svp 🙏', 1],
    ['*2*', 2],
    ['je prends le 2 ?', 2],
  ])('%s → %i', (text, rank) => {
    expect(choosesOffer(text, 3)).toBe(rank);
  });

  it.each([
    '1 fois par jour?',
    '2 enfants',
    "j'ai 2 enfants",
    'non pas celui la',
    'cest cher le premier, plutot moins cher',
    'je prends deux flacons',
    '2 boites de la boisson',
    'Je prends les 3',
    'je veux prendre les 3',
    "le 2 c'est combien ?",
    'la 2ème est bio ?',
    'ok je prends',
    'je prends le 1 et le 2',
    'I take both pls',
    '2 savons',
    '10',
    '1 ou 2 ?',
    'le premier ?',
    '2 ?',
    'pas le 2',
    'je ne prends pas le 2',
    'ajoutez un savon',
    'le tube de 50 ml',
    'je prends 2 boîtes',
    '2 ans',
    '0',
    '4',
    '',
    'première fois que je commande',
    'moins de 5000 F',
  ])('none: %s', (text) => {
    expect(choosesOffer(text, 3)).toBeNull();
  });

  it('takes a plain yes to a single offer only', () => {
    expect(choosesOffer('ok je prends', 1)).toBe(1);
    expect(choosesOffer('je prends ça', 1)).toBe(1);
    expect(choosesOffer('ok je prends', 2)).toBeNull();
    expect(choosesOffer('1', 0)).toBeNull();
  });
});
