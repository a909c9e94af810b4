import { describe, expect, it } from 'vitest';
import { introducedNames, redact } from '../../../src/domain/privacy/redact.ts';

describe('takes out', () => {
  it.each([
    ["moi c'est Awa Ndong", "moi c'est [nom]"],
    ['Je suis Awa Ndong', 'Je suis [nom]'],
    ['Ici Mme Ndong Awa', 'Ici Mme [nom]'],
    ["Je m'appelle awa ndong obiang", "Je m'appelle [nom]"],
    ['Merci, Awa', 'Merci, [nom]'],
    ['077/12/33/99', '[numéro]'],
    ['mon mail awa.n@mail.ga', 'mon mail [adresse]'],
    ['wa.me/24177123399', '[lien]'],
    ['suivez @awa.ndong', 'suivez [compte]'],
    ['j’habite 12 rue de la Paix', 'j’habite [adresse]'],
    ['ma carte 4111 1111 1111 1111', 'ma carte [numéro]'],
    ['GPS 0.41620, 9.46730', 'GPS [numéro]'],
  ])('%s', (text, redacted) => expect(redact(text)).toBe(redacted));

  it('a number in brackets', () => expect(redact('(077) 123 399')).toMatch(/^\(?\[numéro\]$/));
  it('six digits of a number that is known', () => {
    const people = { names: [], numbers: ['+241 77 12 33 99'], brands: [] };
    expect(redact('finit par 12 33 99', people)).toBe('finit par [numéro]');
  });
  it('Léa is greeted, and a customer of that name is not lost', () => {
    expect(redact('Bonjour Léa, merci Léa')).toBe('Bonjour Léa, merci Léa');
    expect(redact('je m’appelle Léa')).toBe('je m’appelle [nom]');
  });
  it('a name that is a word or a brand, where it is said as a name', () => {
    const people = { names: ['Rose Nivea'], numbers: [], brands: ['Nivea'] };
    expect(redact('Rose Nivea veut le lait Nivea à la rose', people)).toBe(
      '[nom] veut le lait Nivea à la rose',
    );
  });
});

it('tells which names a text introduces', () => {
  expect(introducedNames('Je suis Tchoumi, ma fille Maëlle a 3 ans, crème Nivea')).toEqual([
    'Tchoumi',
    'Maëlle',
  ]);
});
