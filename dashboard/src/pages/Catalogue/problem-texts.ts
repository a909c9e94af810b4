import { defineTexts } from '../../i18n/texts.ts';

type Values = Readonly<Record<string, number>>;
const fr = (number: number | undefined): string => (number ?? 0).toLocaleString('fr');
const en = (number: number | undefined): string => (number ?? 0).toLocaleString('en');

/** What the server found wrong with a field of a product, by its code: in a file, a form or the table. */
export const problemTexts = defineTexts(
  {
    needed: 'à remplir pour un nouveau produit.',
    between: ({ min, max }: Values) => `un nombre entier de ${fr(min)} à ${fr(max)} est attendu.`,
    price: ({ min, max }: Values) => `un prix de ${fr(min)} à ${fr(max)} FCFA est attendu.`,
    price_form: 'un nombre entier de francs CFA est attendu, comme 3500.',
    price_zero: 'un prix d’au moins 1 FCFA est attendu.',
    whole_form: 'un nombre entier est attendu, comme 12.',
    yes_no: 'oui ou non est attendu.',
    day_form: 'une date est attendue, comme 31/01/2027.',
    text_length: ({ min, max }: Values) => `${fr(min)} à ${fr(max)} caractères sont attendus.`,
    too_long: ({ max }: Values) => `${fr(max)} caractères au plus.`,
    words: ({ words, max }: Values) =>
      `${fr(words)} mots au plus, de 1 à ${fr(max)} caractères chacun.`,
    promo_not_cheaper: 'une promotion doit être moins chère que le prix.',
    promo_ends_before: 'la promotion finit avant de commencer.',
    barcode_shortened:
      'un tableur a raccourci ce numéro et des chiffres sont perdus. Mettez la colonne au format texte, puis exportez de nouveau.',
    barcode_check_digit: 'le dernier chiffre ne correspond pas aux autres : un chiffre est faux.',
    barcode_form:
      'un code-barres a 8, 12, 13 ou 14 chiffres ; un code maison, 2 à 64 chiffres et lettres.',
    barcode_taken: 'un autre produit a ce code-barres.',
    image_address: 'une adresse https est attendue.',
    uuid: 'un identifiant de Léa est attendu ; laissez la case vide pour un nouveau produit.',
    cells: ({ cells, columns }: Values) =>
      `${fr(cells)} cases pour ${fr(columns)} colonnes : manque-t-il des guillemets autour d’un texte ?`,
    quotes: 'les guillemets de cette ligne ne vont pas par deux.',
    same_product: ({ line }: Values) => `la ligne ${fr(line)} parle du même produit.`,
  },
  {
    needed: 'needed for a new product.',
    between: ({ min, max }: Values) => `a whole number from ${en(min)} to ${en(max)} is expected.`,
    price: ({ min, max }: Values) => `a price from ${en(min)} to ${en(max)} FCFA is expected.`,
    price_form: 'a whole number of CFA francs is expected, such as 3500.',
    price_zero: 'a price of at least 1 FCFA is expected.',
    whole_form: 'a whole number is expected, such as 12.',
    yes_no: 'yes or no is expected.',
    day_form: 'a date is expected, such as 31/01/2027.',
    text_length: ({ min, max }: Values) => `${en(min)} to ${en(max)} characters are expected.`,
    too_long: ({ max }: Values) => `${en(max)} characters at most.`,
    words: ({ words, max }: Values) =>
      `${en(words)} words at most, of 1 to ${en(max)} characters each.`,
    promo_not_cheaper: 'a promotion must be cheaper than the price.',
    promo_ends_before: 'the promotion ends before it begins.',
    barcode_shortened:
      'a spreadsheet has shortened this number and digits are lost. Make the column a text there, and export again.',
    barcode_check_digit: 'the last digit does not fit the others: one digit is wrong.',
    barcode_form:
      'a barcode has 8, 12, 13 or 14 digits; a code of your own, 2 to 64 digits and letters.',
    barcode_taken: 'another product has this barcode.',
    image_address: 'an https address is expected.',
    uuid: 'an id of Léa’s is expected; leave the cell empty for a new product.',
    cells: ({ cells, columns }: Values) =>
      `${en(cells)} cells for ${en(columns)} columns: is a text missing its quotes?`,
    quotes: 'the quotes of this line do not match.',
    same_product: ({ line }: Values) => `line ${en(line)} is about the same product.`,
  },
);

/** Refusals of a whole request, by their code. */
export const refusalTexts = defineTexts(
  {
    line: (line: number) => `Ligne ${line}`,
    more: (count: number) => `et ${count} autres`,
    refusedField: 'cette valeur n’est pas acceptée.',
    empty: 'Le fichier est vide.',
    column_twice: (column: string) => `Deux colonnes veulent dire « ${column} ».`,
    unknown_columns: 'La première ligne doit nommer les colonnes, dont « nom » ou « code-barres ».',
    too_many_lines: (most: number) => `${fr(most)} lignes au plus sont importées à la fois.`,
    too_large: 'Ce fichier est trop lourd.',
    no_file: 'Il n’y a pas de fichier.',
    barcode_taken: 'Un autre produit a ce code-barres.',
    price_swing: 'Un prix change de plus de la moitié : il faut le confirmer.',
    confirmation_needed: 'Le fichier pose une question à laquelle il faut d’abord répondre.',
    price_change_not_found: 'Ce changement de prix n’existe plus.',
    product_not_found: 'Ce produit n’existe plus.',
    product_exists: 'Ce produit existe déjà.',
    forbidden: 'Votre rôle ne le permet pas.',
  },
  {
    line: (line: number) => `Line ${line}`,
    more: (count: number) => `and ${count} more`,
    refusedField: 'this value is not accepted.',
    empty: 'The file is empty.',
    column_twice: (column: string) => `Two columns mean “${column}”.`,
    unknown_columns: 'The first line must name the columns, with “name” or “barcode” among them.',
    too_many_lines: (most: number) => `At most ${en(most)} lines are imported at once.`,
    too_large: 'This file is too large.',
    no_file: 'There is no file.',
    barcode_taken: 'Another product has this barcode.',
    price_swing: 'A price changes by more than half: that has to be confirmed.',
    confirmation_needed: 'The file asks a question that has to be answered first.',
    price_change_not_found: 'This change of prices is not there any more.',
    product_not_found: 'This product is not there any more.',
    product_exists: 'This product exists already.',
    forbidden: 'Your role does not allow it.',
  },
);
