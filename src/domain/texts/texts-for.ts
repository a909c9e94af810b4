import type { Language } from '../customer/customer.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { Texts } from './texts.ts';

/** The sentences of a language. */
export const textsFor = (language: Language): Texts => (language === 'en' ? en : fr);
