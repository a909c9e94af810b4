import { describe, expect, it } from 'vitest';
import { triageReply } from '../../../src/domain/triage/replies.ts';
import { triage } from '../../../src/domain/triage/triage.ts';

const NUMBERS = { emergencyNumbers: [{ label: 'SAMU', number: '1300' }] };

function replyTo(text: string): string {
  const { severity, replyKey } = triage(text);
  expect([severity, replyKey]).toEqual(['emergency', expect.any(String)]);
  const reply = triageReply(replyKey!, 'fr', NUMBERS);
  expect(reply).toContain('1300');
  return reply;
}

describe('an exposure gets the gesture for where the poison is', () => {
  it.each([
    'mon fils a reçu de la javel dans les yeux',
    'l’acide de batterie m’a sauté dans l’œil',
    'bleach splashed in my eyes',
    'le petit a du pétrole dans l’oeil il crie',
  ])('eyes are rinsed: %s', (text) => {
    const reply = replyTo(text);
    expect(reply).toMatch(/Rincez.* l’œil/);
    expect(reply).not.toMatch(/vomir/);
  });

  it.each([
    'l’acide a coulé sur ma main, ça brûle fort',
    'elle a renversé de la soude sur ses jambes et ça brûle',
  ])('skin is rinsed: %s', (text) => {
    const reply = replyTo(text);
    expect(reply).toMatch(/Rincez.*peau/);
    expect(reply).not.toMatch(/vomir/);
  });

  it.each([
    'on a respiré du gaz cette nuit, ma femme a mal à la tête et vomit',
    'j’ai mélangé javel et acide, je tousse fort',
  ])('who has inhaled goes out into the air: %s', (text) => {
    const reply = replyTo(text);
    expect(reply).toMatch(/l’air/);
    expect(reply).not.toMatch(/faites pas vomir/);
  });

  it('who has swallowed is not made to vomit', () =>
    expect(replyTo('mon fils a avalé de la javel')).toContain('Ne faites pas vomir'));
});

describe('pregnancy', () => {
  it.each([
    'je suis enceinte de 8 mois, gros mal de tête et je vois des étoiles',
    'enceinte, mon visage et mes mains ont gonflé d’un coup et j’ai très mal à la tête',
    'ma femme est enceinte, sa tension est à 17 et elle a mal à la tête',
    'I am pregnant, bad headache and blurred vision',
    'enceinte de 7 mois, le visage gonflé depuis ce matin',
  ])('signs of pre-eclampsia are an emergency: %s', (text) =>
    expect(replyTo(text)).toMatch(/grossesse.*tout de suite/),
  );

  it('is not an emergency for a headache alone, nor for tired legs', () => {
    expect(triage('je suis enceinte et j’ai un peu mal à la tête').severity).not.toBe('emergency');
    expect(triage('enceinte, une crème pour jambes gonflées').severity).not.toBe('emergency');
  });
});

describe('a sickle-cell crisis', () => {
  it.each([
    'mon fils drépanocytaire fait une crise, il pleure de douleur',
    'ma sœur est SS elle est en crise depuis hier',
  ])('is seen today, and nobody is laid on their side: %s', (text) => {
    const { severity, replyKey } = triage(text);
    expect(['urgent', 'emergency']).toContain(severity);
    const reply = triageReply(replyKey!, 'fr', NUMBERS);
    expect(reply).toContain('1300');
    expect(reply).not.toMatch(/sur le côté/);
    expect(reply).toMatch(/drépanocyt/);
  });

  it('is an emergency with fever, in the chest or with trouble breathing', () => {
    for (const text of [
      'drépanocytaire, en crise avec de la fièvre',
      'crise drépanocytaire, mal à la poitrine',
      'elle est drépanocytaire et elle respire mal',
    ])
      expect(triage(text).severity, text).toBe('emergency');
  });
});
