/**
 * What each demo picture shows: package, emblem, and the two short lines on the label ("a;b").
 * Keyed by slug, the file name in `imageUrl`. The colours belong to the brand, the background to the
 * category. All brands are invented.
 */
export type Prop =
  | 'dropper'
  | 'lipstick'
  | 'mascara'
  | 'pencil'
  | 'balm'
  | 'thermometer'
  | 'infrared'
  | 'monitor'
  | 'brush'
  | 'plaster'
  | 'roll'
  | 'ampoule'
  | 'teabag'
  | 'bulb'
  | 'babybottle';

export type Shape =
  | 'tube'
  | 'pump'
  | 'bottle'
  | 'jar'
  | 'box'
  | 'spray'
  | 'stick'
  | 'soap'
  | 'pouch'
  | 'pills'
  | 'compact'
  | `box+${Prop}`;

export type Emblem =
  | 'drop'
  | 'leaf'
  | 'sun'
  | 'moon'
  | 'star'
  | 'heart'
  | 'cross'
  | 'baby'
  | 'curl'
  | 'mosquito'
  | 'target'
  | 'bubbles'
  | 'flame';

export interface BrandColours {
  /** The package itself. */
  readonly body: string;
  /** Cap, band and emblem. */
  readonly accent: string;
  /** Text on the package. */
  readonly ink: string;
}

export const BRANDS: Readonly<Record<string, BrandColours>> = {
  'Labo Estuaire': { body: '#ffffff', accent: '#5aa9c9', ink: '#1f4b5f' },
  'Komo Derm': { body: '#f7fafc', accent: '#2f5d8a', ink: '#1d3650' },
  'Ivindo Nature': { body: '#f3ead7', accent: '#6c8b4a', ink: '#3b4d27' },
  'Maison Nzéla': { body: '#3d2c4f', accent: '#d9b36c', ink: '#f8ecd4' },
  Ogoolia: { body: '#fbe3d6', accent: '#cf7a58', ink: '#6b3420' },
  Mayumbelle: { body: '#8a4b2f', accent: '#f2c078', ink: '#fff3df' },
  'Bébé Lopé': { body: '#ffffff', accent: '#7cc0b0', ink: '#2e6157' },
  'Akanda Soleil': { body: '#fff6df', accent: '#f0993a', ink: '#8a4a0b' },
  Wongala: { body: '#ffffff', accent: '#8d7cc3', ink: '#453a77' },
  'Nyanga Botanique': { body: '#2f5a46', accent: '#e6c667', ink: '#fbf6e1' },
  'Mondah Secours': { body: '#ffffff', accent: '#d9534f', ink: '#7b2624' },
  Moustigab: { body: '#eef7d8', accent: '#5f9440', ink: '#2e5220' },
  'Bélinga Sport': { body: '#263b55', accent: '#4fc3c7', ink: '#f0fbfb' },
  Ebénia: { body: '#2b2224', accent: '#d48a8a', ink: '#f9e8e4' },
};

/** Light and deeper tone of the background. */
export const BACKGROUNDS: Readonly<Record<string, readonly [string, string]>> = {
  'Soin du visage': ['#fdeeee', '#f6d3d3'],
  'Soin du corps': ['#fdf1e4', '#f5dbbf'],
  Cheveux: ['#f8efe6', '#e6cfb6'],
  'Bébé et maman': ['#eaf6f5', '#c5e5e1'],
  Solaire: ['#fff7dd', '#fbe29a'],
  Hygiène: ['#efedf9', '#d5cfee'],
  'Compléments alimentaires': ['#eef6e9', '#cfe5c2'],
  'Premiers secours': ['#fdecec', '#f3cfd3'],
  'Anti-moustiques': ['#f1f8e2', '#d7e8b2'],
  'Minceur et sport': ['#e6f4f8', '#bfe0ea'],
  Maquillage: ['#fbeaf1', '#f0c8d9'],
};

export const PACKAGES: Readonly<Record<string, readonly [Shape, Emblem, string]>> = {
  'creme-hydratante-quotidienne': ['tube', 'drop', 'Crème;hydratante'],
  'creme-visage-riche-karite': ['jar', 'leaf', 'Crème riche;au karité'],
  'creme-nutritive-ceramides': ['pump', 'drop', 'Crème;céramides'],
  'baume-de-nuit-nourrissant': ['jar', 'moon', 'Baume;de nuit'],
  'gel-creme-matifiant': ['tube', 'drop', 'Gel-crème;matifiant'],
  'gel-nettoyant-purifiant': ['pump', 'bubbles', 'Gel;purifiant'],
  'gel-cible-imperfections': ['tube', 'target', 'Gel ciblé;imperfections'],
  'pain-nettoyant-charbon-argile': ['soap', 'bubbles', 'Charbon;et argile'],
  'serum-eclat-vitamine-c': ['box+dropper', 'sun', 'Sérum éclat;vitamine C'],
  'serum-nuit-retinol': ['box+dropper', 'moon', 'Sérum nuit;rétinol 0,3 %'],
  'creme-unifiante-anti-taches': ['tube', 'target', 'Anti-taches;unifiante'],
  'serum-correcteur-taches': ['box+dropper', 'target', 'Sérum;correcteur'],
  'eau-micellaire-peau-sensible': ['bottle', 'drop', 'Eau;micellaire'],
  'masque-argile-verte': ['tube', 'leaf', 'Masque;argile verte'],
  'soin-contour-yeux-cafeine': ['tube', 'star', 'Contour;des yeux'],
  'lait-corps-hydratant': ['pump', 'drop', 'Lait corps;hydratant'],
  'beurre-de-karite-brut': ['jar', 'leaf', 'Beurre;de karité'],
  'huile-de-coco-vierge': ['jar', 'leaf', 'Huile de coco;vierge'],
  'creme-corps-uree': ['pump', 'drop', 'Crème corps;urée 10 %'],
  'gommage-corps-cafe': ['pouch', 'leaf', 'Gommage;au café'],
  'creme-mains-glycerine': ['tube', 'drop', 'Crème mains;glycérine'],
  'creme-pieds-talons-secs': ['tube', 'drop', 'Talons;secs'],
  'huile-vergetures-rose-musquee': ['box+dropper', 'heart', 'Huile;rose musquée'],
  'gel-aloe-vera': ['tube', 'leaf', 'Gel;aloe vera'],
  'coffret-rituel-corps': ['box', 'heart', 'Coffret;amande'],
  'shampooing-doux-cheveux-crepus': ['bottle', 'curl', 'Shampooing;crépus'],
  'shampooing-sans-sulfates-frises': ['bottle', 'curl', 'Sans;sulfates'],
  'shampooing-ortie-cheveux-gras': ['bottle', 'leaf', 'Shampooing;ortie'],
  'shampooing-antipelliculaire': ['bottle', 'target', 'Anti-;pelliculaire'],
  'apres-shampooing-demelant': ['bottle', 'curl', 'Après-;shampooing'],
  'masque-capillaire-karite': ['jar', 'curl', 'Masque;karité'],
  'huile-de-ricin': ['box+dropper', 'leaf', 'Huile;de ricin'],
  'serum-cuir-chevelu-densite': ['box+dropper', 'curl', 'Sérum;densité'],
  'lotion-fortifiante-quinine': ['spray', 'curl', 'Lotion;fortifiante'],
  'gel-coiffant-lin': ['jar', 'curl', 'Gel;coiffant lin'],
  'lait-de-toilette-bebe': ['bottle', 'baby', 'Lait de;toilette'],
  'gel-lavant-bebe': ['pump', 'baby', 'Gel lavant;2 en 1'],
  'liniment-oleo-calcaire': ['pump', 'baby', 'Liniment;oléo-calcaire'],
  'creme-change-zinc': ['tube', 'baby', 'Crème;change'],
  'huile-massage-bebe-amande': ['bottle', 'baby', 'Huile de;massage'],
  'serum-physiologique-unidoses': ['box+ampoule', 'drop', 'Sérum physio;30 unidoses'],
  'mouche-bebe': ['box+bulb', 'baby', 'Mouche-bébé;4 embouts'],
  'creme-vergetures-grossesse': ['tube', 'heart', 'Crème;vergetures'],
  'baume-mamelons-lanoline': ['tube', 'heart', 'Baume;mamelons'],
  'tire-lait-manuel': ['box+babybottle', 'heart', 'Tire-lait;manuel'],
  'lingettes-bebe-eau': ['pouch', 'baby', 'Lingettes;à l’eau'],
  'creme-solaire-visage-spf50': ['tube', 'sun', 'Visage;SPF50'],
  'fluide-solaire-invisible-spf50': ['pump', 'sun', 'Fluide;SPF50'],
  'lait-solaire-enfant-spf50': ['bottle', 'sun', 'Enfant;SPF50'],
  'spray-solaire-corps-spf30': ['spray', 'sun', 'Corps;SPF30'],
  'apres-soleil-aloe': ['bottle', 'leaf', 'Après-;soleil'],
  'stick-levres-spf30': ['box+balm', 'sun', 'Stick lèvres;SPF30'],
  'savon-surgras-karite': ['soap', 'leaf', 'Savon;karité'],
  'savon-dermatologique-sans-parfum': ['soap', 'drop', 'Pain sans;savon'],
  'gel-intime-douceur': ['pump', 'heart', 'Gel intime;douceur'],
  'gel-douche-coco': ['pump', 'bubbles', 'Gel douche;coco'],
  'dentifrice-menthe-fluor': ['tube', 'star', 'Dentifrice;menthe'],
  'dentifrice-enfant-fraise': ['tube', 'baby', 'Dentifrice;enfant'],
  'bain-de-bouche-sans-alcool': ['bottle', 'star', 'Bain de;bouche'],
  'brosse-a-dents-electrique': ['box+brush', 'star', 'Brosse;électrique'],
  'deodorant-pierre-alun': ['stick', 'leaf', 'Pierre;d’alun'],
  'gel-hydroalcoolique': ['pump', 'cross', 'Gel hydro-;alcoolique'],
  'preservatifs-boite-12': ['box', 'heart', 'Préservatifs;x 12'],
  'vitamine-c-effervescente': ['pills', 'sun', 'Vitamine C;500 mg'],
  'multivitamines-adulte': ['pills', 'star', 'Multi-;vitamines'],
  'magnesium-b6': ['pills', 'moon', 'Magnésium;B6'],
  'spiruline-180': ['pills', 'leaf', 'Spiruline;180 cp'],
  'moringa-poudre': ['pouch', 'leaf', 'Moringa;en poudre'],
  'fer-acide-folique': ['pills', 'heart', 'Fer et;vitamine B9'],
  'melatonine-1mg': ['pills', 'moon', 'Mélatonine;1 mg'],
  'infusion-nuit-tranquille': ['box+teabag', 'moon', 'Infusion;nuit'],
  'probiotiques-30': ['pills', 'bubbles', 'Probiotiques;30 gél.'],
  'charbon-vegetal': ['pills', 'drop', 'Charbon;végétal'],
  'ginkgo-60': ['pills', 'leaf', 'Ginkgo;60 gélules'],
  'millepertuis-30': ['pills', 'sun', 'Millepertuis;30 gél.'],
  'vitamines-d3-k2-gouttes': ['box+dropper', 'sun', 'Vitamines;D3 + K2'],
  'omega-3-capsules': ['pills', 'drop', 'Oméga 3;60 capsules'],
  'biotine-zinc-cheveux': ['pills', 'curl', 'Biotine;et zinc'],
  'collagene-marin-poudre': ['pouch', 'star', 'Collagène;marin'],
  'gelee-royale-ampoules': ['box+ampoule', 'sun', 'Gelée royale;20 ampoules'],
  'pansements-assortis-40': ['box+plaster', 'cross', 'Pansements;x 40'],
  'compresses-steriles-25': ['box', 'cross', 'Compresses;stériles'],
  'bande-de-contention': ['box+roll', 'cross', 'Bande;7 cm'],
  'spray-nettoyant-plaies': ['spray', 'cross', 'Spray;petites plaies'],
  'thermometre-digital': ['box+thermometer', 'cross', 'Thermo-;mètre'],
  'thermometre-sans-contact': ['box+infrared', 'cross', 'Thermo;infrarouge'],
  'tensiometre-bras': ['box+monitor', 'heart', 'Tensio-;mètre'],
  'gel-arnica': ['tube', 'leaf', 'Gel;arnica'],
  'baume-camphre-menthol': ['jar', 'leaf', 'Camphre;menthol'],
  'trousse-de-secours': ['box', 'cross', 'Trousse;de secours'],
  'spray-repulsif-deet-30': ['spray', 'mosquito', 'Répulsif;DEET 30 %'],
  'lait-repulsif-famille': ['bottle', 'mosquito', 'Lait répulsif;famille'],
  'bracelet-citronnelle': ['pouch', 'mosquito', 'Bracelet;citronnelle'],
  'moustiquaire-lit-double': ['box', 'mosquito', 'Moustiquaire;lit double'],
  'gel-apres-piqures': ['tube', 'mosquito', 'Après-;piqûres'],
  'recharge-diffuseur-45-nuits': ['box', 'mosquito', 'Recharge;45 nuits'],
  'gel-jambes-legeres': ['tube', 'leaf', 'Jambes;légères'],
  'gel-massage-chauffant': ['tube', 'flame', 'Massage;chauffant'],
  'the-vert-minceur': ['box+teabag', 'leaf', 'Thé vert;et maté'],
  'creme-silhouette-fermete': ['tube', 'star', 'Silhouette;fermeté'],
  'proteines-vanille': ['pouch', 'flame', 'Protéines;vanille'],
  'boisson-electrolytes': ['box', 'drop', 'Électrolytes;10 sachets'],
  'bande-kinesiologie': ['box+roll', 'flame', 'Bande;kinésiologie'],
  'baume-levres-karite': ['box+balm', 'heart', 'Baume lèvres;karité'],
  'rouge-a-levres-cacao': ['box+lipstick', 'heart', 'Brun;cacao'],
  'fond-de-teint-ebene': ['pump', 'star', 'Fond de teint;ébène'],
  'poudre-compacte-matifiante': ['compact', 'star', 'Poudre;caramel'],
  'mascara-noir': ['box+mascara', 'star', 'Mascara;noir'],
  'crayon-khol-noir': ['box+pencil', 'star', 'Khôl;noir'],
};
