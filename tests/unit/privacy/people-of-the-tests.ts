/**
 * People who exist in tests only: given and family names of Gabon, Cameroon, Côte d'Ivoire, Sénégal, Nigeria,
 * France.
 */
export const GIVEN = [
  'Awa', 'Mariam', 'Fatoumata', 'Kouassi', 'Ifeoma', 'Moussa', 'Sokhna', 'Ornella', 'Brayan', 'Kessia', 'Pélagie', 'Jean-Baptiste',
  'Marie-Noëlle', 'Thierno', 'Yasmina', 'Abdoulaye', 'Clovis', 'Wilfrida', 'Hawa', 'Chukwudi', 'Nkem', 'Zeynab', 'Oumy', 'Rodolphe',
  'Gwladys', 'Steeve', 'Kimberley', 'Ulrika', 'Tchatcho', 'Bertine',
]; // prettier-ignore
export const FAMILY = [
  'Ndong', 'Obiang', 'Mba', 'Nguema', 'Moussavou', 'Tchikaya', "N'Guessan", 'Koffi', 'Diop', 'Fall-Seck', 'Eyébé', 'Atangana', 'Onguéné',
  'Mbengue', 'Bekolo', 'Oyé', 'Zogo', 'Okonjo', 'Adeleke', 'Ndzoumba', 'Mveng', 'Ebozo’o', 'Djiembou', 'Kpatcha', 'Sangaré', 'Lawson',
  'Ben Youssef', 'El Hassan', 'Dupuis', 'Bouanga-Mavoungou',
]; // prettier-ignore

/** Letters of a name's parts that must not be left, from three on, folded. */
export const partsOf = (name: string): readonly string[] =>
  folded(name)
    .split(/[^a-z]+/)
    .filter((part) => part.length >= 3);

export const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export const NEEDS = [
  'je cherche une crème hydratante pour peau sèche',
  'vous avez du lait corporel éclaircissant sans hydroquinone ?',
  'il me faut un shampoing pour cheveux crépus',
  'avez-vous la crème solaire SPF 50+ de La Roche-Posay en 50 ml ?',
  'c’est combien le gel moussant Bioderma 500 ml',
  'je veux 2 savons noirs et 1 beurre de karité de 250 g',
  'mon budget est entre 5 000 et 10 000 F',
  'un anti-moustique pour bébé à moins de 4500 FCFA',
  'I need a moisturizer for oily skin under 10,000 FCFA',
  'j’ai des boutons sur le visage depuis 3 semaines',
  'je suis enceinte de 6 mois et j’ai des vergetures',
  'je suis allergique au parfum',
  'vous livrez à Akanda demain avant 15h30 ?',
  'ma fille de 4 ans a la peau très sensible',
  'est-ce que le sérum vitamine C 30 ml est à 12 500 F ?',
] as const;
