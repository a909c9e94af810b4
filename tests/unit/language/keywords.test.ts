import { describe, expect, it } from 'vitest';
import { matchKeyword, matchYesNo } from '../../../src/domain/language/keywords.ts';
import { foldText } from '../../../src/domain/language/normalise-text.ts';

describe('foldText', () => {
  it.each([
    ['  Crème   BRÛLÉE ', 'creme brulee'],
    ['l’œil d`été', "l'oeil d'ete"],
    ['*gras* _it_ ~x~', 'gras it x'],
    ['aideeez-moi', 'aidez-moi'],
    ['1000 F, 38,5°', '1000 f, 38,5 degres'],
    ['a\u200bb\u00adc\ufeffd', 'abcd'],
    ['ѕtор', 'stop'],
    ['𝐒𝐓𝐎𝐏', 'stop'],
    ['ok 👍🏽 !', 'ok !'],
    ['🆘', 'sos'],
    ['un\n\n deux', 'un\ndeux'],
  ])('%j → %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
    expect(foldText(folded)).toBe(folded);
  });
});

describe('matchKeyword', () => {
  it.each([
    ['SUPPRIMER', 'SUPPRIMER'],
    ['*Supprimer*.', 'SUPPRIMER'],
    ['S U P P R I M E R', 'SUPPRIMER'],
    ['stop !', 'STOP'],
    ['STOP 🛑', 'STOP'],
    ['Conseiller', 'CONSEILLER'],
    ['mes données', 'MES_DONNEES'],
    ['MES DONNEES', 'MES_DONNEES'],
    ['mes_donnees', 'MES_DONNEES'],
    ['aide', 'AIDE'],
    ['Retrait', 'RETRAIT'],
  ])('%j is %s', (text, keyword) => {
    expect(matchKeyword(text)).toBe(keyword);
  });

  it.each([
    'je veux supprimer mes boutons',
    'un conseiller',
    'aide moi',
    'stop les boutons',
    'retrait en boutique',
    'mes données svp',
    '',
    '👍',
    'toString',
    'constructor',
  ])('%j is none', (text) => {
    expect(matchKeyword(text)).toBeNull();
  });
});

describe('matchYesNo', () => {
  it.each([
    'oui',
    'OUI',
    'Oui 👍',
    'ok',
    "d'accord",
    'oui merci',
    'ouais',
    'yes',
    'ouiii',
    '*Oui*',
    'oui svp',
    'bien sûr',
    "j'accepte",
    'oui, je suis d’accord',
  ])('%j is a yes', (text) => {
    expect(matchYesNo(text)).toBe('yes');
  });

  it.each([
    'non',
    'NON',
    'nn',
    'no',
    'non merci',
    'Non, merci beaucoup',
    'je refuse',
    "pas d'accord",
    'nope',
    "je n'accepte pas",
  ])('%j is a no', (text) => {
    expect(matchYesNo(text)).toBe('no');
  });

  it.each([
    '1',
    'oui mais non',
    'oui le premier',
    'non pas celui là',
    'ok combien ?',
    '',
    'merci',
    'bonjour',
    '👍',
    'non oui',
    'sans parfum',
  ])('%j is neither', (text) => {
    expect(matchYesNo(text)).toBeNull();
  });
});
