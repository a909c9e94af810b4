import { describe, expect, it } from 'vitest';
import {
  distanceWithin,
  nearestWord,
  stem,
  typosBetween,
} from '../../../src/domain/language/words.ts';

describe('stem', () => {
  it.each([
    ['sèches', 'seche'],
    ['seche', 'sec'],
    ['hydratante', 'hydratant'],
    ['grasses', 'gras'],
    ['peaux', 'peau'],
    ['crepues', 'crepu'],
    ['mixtes', 'mixte'],
    ['taches', 'tache'],
  ])('%s meets %s', (a, b) => {
    expect(stem(a.normalize('NFD').replace(/\p{M}/gu, ''))).toBe(stem(b));
  });
  it('leaves short words alone', () => {
    expect(['gel', 'os', 'the', 'bio'].map(stem)).toEqual(['gel', 'os', 'the', 'bio']);
  });
});

describe('typos', () => {
  it('counts a swap of neighbours once', () => {
    expect(distanceWithin('savno', 'savon', 2)).toBe(1);
    expect(distanceWithin('abc', 'abcdef', 2)).toBeNull();
  });
  it('forgives by length, and never the first letter', () => {
    expect(typosBetween('gel', 'geo')).toBeNull();
    expect(typosBetween('saavon', 'savon')).toBe(1);
    expect(typosBetween('bouches', 'couches')).toBeNull();
    expect(typosBetween('dentifrisse', 'dentifrice')).toBe(2);
    expect(typosBetween('savvoon', 'savon')).toBeNull();
  });
  it('takes the nearest word', () => {
    expect(nearestWord('cremme', ['cremes', 'creme', 'gel'])).toBe('creme');
    expect(nearestWord('xyzzy', ['creme'])).toBeNull();
  });
});
