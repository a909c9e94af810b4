import type { Language } from '../../customer/customer.ts';
import { myDataEn } from './en.ts';
import { myDataFr } from './fr.ts';
import type { MyDataTexts } from './words.ts';

/** The words in which a person reads what is held about her. */
export const myDataTexts = (language: Language): MyDataTexts =>
  language === 'en' ? myDataEn : myDataFr;
