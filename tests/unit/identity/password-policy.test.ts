import { describe, expect, it } from 'vitest';
import { weaknessOf } from '../../../src/adapters/identity/local/password-policy.ts';

describe('password policy', () => {
  it.each(['', 'a', 'Xk9#vTq2m', 'éàüôïéàüô'])('finds %j too short', (password) => {
    expect(weaknessOf(password)).toBe('too_short');
  });

  it('finds what no hash should be made of too long', () => {
    expect(weaknessOf('x7'.repeat(65))).toBe('too_long');
  });

  it.each([
    'password123',
    'Password2024!',
    'P@ssw0rd2026',
    'motdepasse1',
    'MotDePasse!2025',
    'azertyuiop',
    'AZERTYUIOP123',
    'qwertyuiop',
    '1234567890',
    '0987654321',
    'aaaaaaaaaaaa',
    'abababababab',
    'abcdefghijkl',
    '1qaz2wsx3edc',
    'administrateur',
    'Admin123456!',
    'leaparapharmacie',
    'Libreville241',
    'jetaime12345',
    'Bienvenue2026!',
    'correcthorsebatterystaple',
    // Of the published lists of leaked passwords.
    'manchester',
    'Terminator',
    'usuckballz1',
    '4815162342',
    'deepthroat',
    'christopher',
    // Of here.
    'Dieuestgrand',
    'Monbebe2026!',
    'merci12345',
  ])('finds %j too common', (password) => {
    expect(weaknessOf(password)).toBe('too_common');
  });

  it('finds what an attacker knows about the account too common', () => {
    expect(weaknessOf('clarisse.mba2024', ['clarisse.mba@shop.example'])).toBe('too_common');
    expect(weaknessOf('clarisse.mba2024')).toBeNull();
  });

  it.each([
    'quatre girafes bleues',
    'Xk9#vTq2mZ',
    'tR7-moule-98-vent',
    'la pluie sur le manguier',
    '北京烤鸭很好吃真香啊',
  ])('accepts %j', (password) => {
    expect(weaknessOf(password)).toBeNull();
  });
});
