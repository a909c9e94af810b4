import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  RED_FLAGS,
  TRIAGE_REVIEW_NOTE,
  TRIAGE_RULESET_VERSION,
} from '../../../src/domain/triage/red-flags.ts';
import { triageReply } from '../../../src/domain/triage/replies.ts';
import { triage } from '../../../src/domain/triage/triage.ts';

const NUMBERS = { emergencyNumbers: [{ label: 'SAMU', number: '1300' }] };
/** Gestures that no reply may suggest, and words that would be a diagnosis or a cure. */
const FORBIDDEN =
  /vous avez (?:un|une) |you have an? |guéri|soigne |cure|massage cardiaque|garrot|tourniquet|buvez du lait/i;

describe('triage', () => {
  it('says nothing about an empty or wordless message', () => {
    for (const text of ['', '   ', '😂', '...', '\u200b'])
      expect(triage(text).severity).toBe('none');
  });

  it('answers whatever is sent to it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(['none', 'handoff', 'urgent', 'emergency']).toContain(triage(text).severity);
      }),
      { numRuns: 300 },
    );
  });

  it('lets the highest severity win and lists every rule that fired, the deciding one first', () => {
    const result = triage('remboursez moi, et mon bébé ne respire plus');
    expect(result).toMatchObject({
      severity: 'emergency',
      category: 'emergency_breathing',
      replyKey: 'breathing',
    });
    expect(result.ruleIds[0]).toBe('breathing');
    expect(result.ruleIds).toContain('complaint');
  });

  // Its rule stands before the emergency's.
  it.each([
    ['mon mari me frappe et mon fils a avalé de la javel', 'violence', 'poisoning'],
    [
      'je suis enceinte, puis-je prendre du doliprane ? et mon fils a avalé de la javel',
      'pregnancy-medicine',
      'poisoning',
    ],
  ])('lets the emergency win over what is named first: %s', (text, weaker, emergency) => {
    const result = triage(text);
    expect(result.ruleIds).toContain(weaker);
    expect([result.severity, result.ruleIds[0]]).toEqual(['emergency', emergency]);
  });

  it('sees through markup, invisible characters, look-alikes and capitals', () => {
    for (const text of [
      'JE *VEUX* _MOURIR_',
      'je veux mou\u200brir',
      'je vеux mоurir',
      'je veuuuux mouriiiir',
      'ｊｅ ｖｅｕｘ ｍｏｕｒｉｒ',
    ]) {
      expect(triage(text).category, text).toBe('suicidal');
    }
  });

  it.each([
    ["je n'ai pas de fièvre", 'none'],
    ['mon bébé n’a pas vomi et n’a pas de fièvre, une crème pour le change ?', 'none'],
    ["elle n'arrête pas de vomir et n'arrive pas à respirer", 'emergency'],
    ['je meurs d’envie de cette crème', 'none'],
    ['je meurs', 'emergency'],
    ['une brûlure de l’huile chaude', 'urgent'],
    ['mon père a fait un avc il y a 4 ans', 'none'],
    ['mon père fait un avc', 'emergency'],
    ['bébé de 2 mois avec de la fièvre', 'emergency'],
    ['bébé de 7 mois avec de la fièvre', 'urgent'],
    ['bébé de 2 mois, quel savon ?', 'none'],
    ['je suis enceinte, quelle crème ?', 'none'],
    ['j’ai pris 3 gélules', 'none'],
    ['j’ai pris 30 gélules', 'emergency'],
    ['la boîte de 30 gélules', 'none'],
  ])('%s → %s', (text, severity) => {
    expect(triage(text).severity).toBe(severity);
  });

  it('reads signs that stand in two messages of one burst', () => {
    expect(triage('bonjour\nmon bébé a 2 mois\nil a de la fièvre').severity).toBe('emergency');
  });

  it('takes time in proportion to the message, not to its square', () => {
    const sentence =
      'bonjour je cherche une crème pour le visage et un savon pour ma fille qui a mal ';
    // The best of several rounds: what else runs on the machine only ever adds.
    const time = (text: string, rounds: number): number => {
      let best = Infinity;
      for (let round = 0; round < rounds; round += 1) {
        const started = performance.now();
        triage(text);
        best = Math.min(best, performance.now() - started);
      }
      return best;
    };
    time(sentence, 50);
    const short = time(sentence.repeat(5), 50);
    // Ten times the text; a hundred times the time would be quadratic.
    expect(time(sentence.repeat(50), 10) / short).toBeLessThan(60);
  });
});

describe('the rules', () => {
  it('have an id of their own, a source and something to look for', () => {
    expect(new Set(RED_FLAGS.map(({ id }) => id)).size).toBe(RED_FLAGS.length);
    for (const rule of RED_FLAGS) {
      expect(rule.source.length, rule.id).toBeGreaterThan(10);
      expect(rule.patterns.length, rule.id).toBeGreaterThan(0);
    }
  });

  it('carry a version and the note that a pharmacist has to review them', () => {
    expect(TRIAGE_RULESET_VERSION).toMatch(/^\d{4}\.\d{2}\.\d+$/);
    expect(TRIAGE_REVIEW_NOTE).toContain('pharmacien');
  });
});

describe('the fixed replies', () => {
  const keys = [...new Set(RED_FLAGS.map(({ replyKey }) => replyKey))];

  it.each(['fr', 'en'] as const)(
    'exist in %s for every rule, brief and without diagnosis',
    (language) => {
      for (const key of keys) {
        const reply = triageReply(key, language, NUMBERS);
        expect(reply.length, key).toBeGreaterThan(30);
        expect(reply.length, key).toBeLessThan(600);
        expect(reply, key).not.toMatch(FORBIDDEN);
      }
    },
  );

  it('give the configured numbers for every emergency, and something to do when there are none', () => {
    for (const { severity, replyKey } of RED_FLAGS) {
      if (severity !== 'emergency') continue;
      for (const language of ['fr', 'en'] as const) {
        expect(triageReply(replyKey, language, NUMBERS), replyKey).toContain('1300');
        expect(triageReply(replyKey, language, { emergencyNumbers: [] }), replyKey).toMatch(
          /hôpital|hospital|police/,
        );
      }
    }
  });

  it('say that Léa is no medical device, and the standard first-aid lines', () => {
    expect(triageReply('emergency', 'fr', NUMBERS)).toContain('pas un dispositif médical');
    expect(triageReply('burn', 'fr', NUMBERS)).toContain('10 à 20 minutes');
    expect(triageReply('poisoning', 'fr', NUMBERS)).toContain('Ne faites pas vomir');
  });
});
