/**
 * Given and family names that are common where Léa works, folded. A list can never be whole: it finds names that
 * nothing introduces. Léa's own name is left out, as everybody greets her by it.
 */
const NAMES = `
awa awoudi aissa aissata aissatou aicha aichatou aida adja adjoua adama adele adeline adelaide adrien adrienne affoue agathe agnes ahmed ahmadou ahoua aime aimee akissi akosua albert
albertine alassane alexandra alexandre alexia alexis alfred ali alice alima alimatou alioune aliou aline alioun allegra alpha alphonse amadou amandine amara ambroise amelie amenan amina
aminata amidou amina amoin anais andre andrea andree angele angelina angelique anicet anita anna annabelle annick annie antoine antoinette apollinaire ariane arielle aristide armand armande
armel armelle arnaud arsene arthur assane assetou assia astou audrey augustin aurelie aurelien aurore axel axelle aya ayo ayodele babacar bakary barbara barthelemy bassirou bastien baptiste
beatrice benedicte benjamin benoit bernadette bernard bertille bertrand bienvenu binta bintou blaise blandine bonaventure boris boubacar boubakar brigitte brice bruno camille carine carla
carole caroline casimir catherine cecile cedric celestin celestine celine chantal charlene charles charlotte cheick cheikh cherif chidi chidinma chimene chinedu chinwe chioma christ
christelle christian christiane christine christophe cindy clarisse claude claudette claudine claver clement clementine clotilde colette coralie corinne cosme coumba cynthia cyprien cyrille
dado dahlia damien daniel danielle daouda david deborah delphine denis denise desire desiree diane dibril didier dieudonne dimitri djamila djeneba djeneba djibril dominique donald donatien
dorcas doris dorothee edgar edith edmond edouard edwige ekene eleonore elfried elhadj elie eliane elisabeth elise elodie elvire emeka emile emilie emma emmanuel emmanuelle eric erica ernest
ernestine esther estelle etienne eugene eugenie eulalie evelyne fabien fabienne fabrice fanta fanny fatim fatima fatimata fatou fatoumata faustin felicien felicite felix ferdinand fernand
fernande flavie flavien florence florent florentine folake francine franck francois francoise frank franklin frederic frederique gabin gabriel gabrielle gaelle gaston gautier gael genevieve
georges georgette gerald geraldine gerard germain germaine ghislain ghislaine gilbert gilles gisele gladys godwin gontran gregoire guillaume gustave guy guylaine habib habiba hadja hadjara
hamed hamidou hamza hapsatou hassan hassane haoua hawa helene henri henriette herman hermine hermann herve honore honorine hortense hubert hugo hugues ibou ibra ibrahim ibrahima idriss
idrissa ifeoma igor ines ingrid irene iris isaac isabelle ismael ismaila issa issiaka issouf ivan jacob jacqueline jacques james jamila jane janine jasmine jean jeanne jeannette jennifer
jeremie jeremy jerome jessica joachim joanna jocelyn jocelyne joel joelle johan johanna john jonas jonathan jordan joseph josephine josette josiane josue joyce juan jude judicael judith jules
julie julien julienne juliette julius junior justin justine kadiatou kadidia kadija kadidiatou kady kalidou kante karim karima karine kassim katia kelly kenza kevin khadija khadim khady
kofi koffi konan kouakou kouadio kouame kouassi koumba kwame kwaku kwabena laetitia lamine landry larissa laura laure laurence laurent laurette laurie lazare leatitia leandre leila leon
leonard leonce leonie leontine leslie leticia liliane lilian linda lionel lisa lise loic lorraine louis louisa louise luc lucas lucie lucien lucienne lucile lucrece ludovic lydia lydie
maelle maelys madeleine madina mael maeva magali magatte magloire mahamadou maimouna malick malika mama mamadou mame manon manuela marc marcel marceline marcelle marguerite maria mariam
mariama marianne mariatou marie marieme marielle marilyne marina marine marius marlene martial martin martine maryam maryse massamba matar mathias mathieu mathilde matthieu maud maurice max
maxime medard melanie melissa melvin merlin mbaye michel micheline michelle mireille modibo modou mohamed mohammed moise monique moussa moustapha murielle muhammad nabil nadege nadia
nadine naomie natacha nathalie nathan nafi nafissatou ndeye nelly nestor ngozi nicaise nicolas nicole nina ninon noa noah noe noelie noella noellie nora odette odile oluwaseun olga oliver
olivia olivier olympe omar ondine orane oriane oscar osei ousmane oumar oumou ousseynou pacome pamela papis parfait pascal pascale pascaline patrice patricia patrick paul paule paulette
paulin pauline pelagie perpetue peter philippe philomene pierrette placide prisca priscilla prosper quentin rachel rachelle rahim raissa ramatou ramatoulaye raoul raphael raymond raymonde
rebecca regina regine regis reine remy rene renee richard robert roger rodrigue roland rolande romain romaric romeo romuald rokhaya rokia ronald rosalie rosemonde rosine roseline roxane
ruben ruth sabine sadio safiatou saida saidou salamata salif salimata salimatou salma salome samba sami samira samuel sandra sandrine sara sarah saran sebastien segolene seydou
selma serge sekou seynabou sidonie sidy sika simon simone simplice sira sokhna solange solene sonia sophie soraya souleymane stella stephane stephanie stessy stephen steve steven suzanne
sylvain sylvere sylvestre sylvia sylviane sylvie tatiana teddy theodore theophile therese theresa thibault thierry thomas tidiane tiffany timothee tony ulrich urbain ursule valentin valentine
valerie vanessa veronique victor victorien victorine vincent virginie viviane vladimir wilfried wilfrid william xavier yacine yacouba yannick yann yaya yasmine yoann yoan yohan yolande youssouf
yves yvette yvonne zacharie zahra zainab zara zeinab zeynabou zita zoe zouleykha adaeze adaora akua ama amarachi ebony efua ekow esi nana nneka nkechi obi obinna okechukwu olamide olu
olumide onyinye seun sola temitope tobi tunde uche uchenna yaw yetunde zainabou michael christopher matthew andrew joshua elizabeth emily karen susan nancy margaret sharon cynthia kimberly
abessolo abena abomo adiaffi afanou aka akendengue akoa amougou angoue assoumou atangana ateba awono ayissi azoulay babin bah bakayoko bakala bamba banga bangoura barry batchi bayo
bekale belinga bengone bibang bikoro billong biloa biyogo biyoghe bongo boateng bouanga boudzanga boukari boussougou camara cisse coly coulibaly dembele diabate diabaly diagne diakite diallo
diaby diarra diarrassouba diatta diedhiou dieng diene dieye dione diop diouf dioum djoumessi dosso doumbia doumbe drame ebang ebanega ebe effa ekambi ekang ekani ekomi ekomy ekoto ella
elong emane engonga essama essomba essono eto etoa etoga eyene eyeghe fall fanga fofana fokou fotso foe gaye gomis gnagne gueye guisse hien ikapi issembe jallow kaba kabore kamdem kamga
kane kanga kante kassa keita kenne kengne kombila komla kone koumba koura kouyate koua kuate kumba lobe loba lo ly mabiala mabika maganga makanga makaya makosso mamboundou mamfoumbi mane
manga mapangou massala mavoungou mba mbadinga mbala mballa mbarga mbeng mbengue mbina mbou mboumba mbumba mendy mengue metogo mezui mfoumou mihindou milebou minko minkoue mintsa mintsa missambo
moubamba mouele mouketou moukagni moukala moukoko mouloungui mounguengui moundounga moungui moussavou mouity mvondo mve nang nchama ndao ndiaye ndiay ndinga ndiour ndjami ndo ndong ndongo
ndour ndoye ndzana ndzie nga ngando ngassa nganga ngom ngono ngoma ngomo ngoua ngouala nguema nguemeni nguessan ngui niane niang njoya nkoghe nkogo nkolo nkoa noah ntoutoume ntsame
nyangone nyama nyingone nze nzamba nzengue nziengui nzigou nzoghe obame obiang ogandaga okafor okeke okonkwo okoro okome ola olinga ona ondo ondoua onana ongono onguene otsa ouattara
ouedraogo ovono oyane oye owono pambo pambou pene sagna sall samb sambou sane sanogo sarr savane seck sene senghor sidibe simporé sissoko sima soglo soro sow soumah soumare sougou sylla
sy tall tamba tamo tanoh tape tchoumi tchuente tchinda thiam thioune tine toure traore wade wandji wone yapi yao yapo yeo zadi zang zamble zinsou zongo zue adeyemi adebayo afolabi eze balogun
ibe ibrahimovic mensah asante owusu nwosu nwachukwu onyeka obi addo ansah osei appiah biya fouda tsala mbida abega
`;
export const PEOPLE_NAMES: ReadonlySet<string> = new Set(
  NAMES.normalize('NFD')
    .replace(/\p{M}/gu, '')
    .trim()
    .split(/\s+/)
    .filter((name) => name.length > 2),
);
