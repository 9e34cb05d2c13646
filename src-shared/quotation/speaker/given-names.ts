import { wordSet } from './words-type';

/*
 * Given names that are nearly always a man's or a woman's. They only ever rule a person out ("she"
 * is not John); they never decide who is meant.
 */
const MEN = wordSet(`
  aaron abdul abel abraham adam adolf adrian agustín ahmed aidan alain alan alastair albert
  albrecht aldo alec alejandro alessandro alexander alexandre alexei alfonso alfred ali alistair
  allan allen alvin amir anders andreas andrei andrew andré andrés andy angus anthony antoine
  anton antonio archie armand arnold arthur arturo austin axel barack barry bart bashar basil ben
  benjamin bernard bernd bert bill billy björn bob bobby boris boyd brad bradley brandon brendan
  brent brett brian bruce bryan byron caleb calvin cameron carl carlo carlos cedric charles
  chester chris christian christoph christopher chuck clarence clark claude clemens cliff clifford
  clint clive colin connor corey craig curtis damian damien dan daniel danny darren dave david
  davide dean denis dennis derek desmond dick didier diego dieter dirk dmitri dmitry dominic
  dominik don donald donnie doug douglas duncan dustin dwight dylan eddie edgar edmund eduardo
  edward edwin eli elijah elliot elmer elvis emil emmanuel enrico enrique eric erik ernest ernst
  erwin esteban ethan eugene fabian fabio federico felipe felix fernando filip floyd francesco
  francisco frank frankie franz françois fraser fred fredrik friedrich gabriel gareth gary gavin
  geoff geoffrey georg george georges gerald gerard gerd gerhard gilbert giles giovanni giuseppe
  glen glenn gordon graham greg gregor gregory guido guillaume gustav gustavo guy günter günther
  hamid hamish hans harald harold harry harvey hassan hector heinrich helmut henri henry herbert
  herman hermann horst howard hubert hugh hugo hussein ian ibrahim igor imran isaac ismail ivan
  jack jackson jacob jacques jake james jared jarrod jason javier jay jeff jeffrey jens jeremy
  jerome jerry jim jimmy jiří joachim joaquín jochen joe joel joey johan johann john johnny jon
  jonas jonathan jonathon jorge jose josef joseph joshua josé juan julian julien julius justin
  jörg jürgen kamal karim karl karsten keir keith kelvin ken kenneth kent kevin khalid kirk klaus
  konrad konstantin kurt kyle lance larry lars laurent lawrence leo leon leonard leonardo leroy
  lewis liam lloyd lorenzo lothar louis luc luca lucas ludwig luigi luis lukas luke lutz lyle
  magnus malcolm manfred manuel marc marcel marcelo marco marcus mario marius mark markus marshall
  martin mats matt matteo matthew matthias matthieu maurice max mehmet mel melvin mervyn micah
  michael michel mick miguel mikael mike mikhail mitch mitchell mohamed mohammad mohammed moritz
  morris muhammad murray mustafa nathan naveen ned neil nelson nicholas nick nico nicolas niels
  nigel nikolai nils noah noel norbert norman olaf oleg oleksandr oliver olivier omar oscar oskar
  osman otis otto owen pablo pascal patrick paul paulo pavel pavlo pedro percy perry peter petr
  phil philip philippe phillip phillipe pierre piers pieter pietro rafael rainer rajesh ralf ralph
  ramón randall randy ray raymond raúl reginald reinhard rené rex rhys ricardo richard richie rick
  ricky rob robbie robert roderick rodney rodrigo roger roland rolf romain roman ron ronald ronnie
  rory ross roy rudolf rudy rupert russell rémi rüdiger salvatore samuel sanjay santiago saul
  scott sean sebastian sergei sergey sergio seth shane shaun shawn sheldon sidney simon spencer
  stan stanley stefan stefano steffen stephan stephen steve steven stewart stu stuart stéphane
  sven sylvain tariq ted terence terrence theodore thierry thomas thorsten tim timothy tobias todd
  tom tommy tomáš tony torsten travis trevor troy tyler udo ulf ulrich uwe valentin vasily vaughn
  vernon vic victor viktor vince vincent vitali vladimir vladimír volker volodymyr václav wade
  wally walter warner warren wayne werner wes wesley wilfried wilhelm willem willi william willie
  winston wolfgang xavier yannick yusuf yves zach zachary zack zdeněk étienne александр алексей
  анатолий андрей артём борис василий виктор владимир григорий дмитрий евгений иван игорь
  константин максим михаил никита николай олег павел петр пётр роман сергей юрий
  reiner heiner heinz hartmut winfried siegfried gottfried dietmar dietrich eckhard ekkehard egon
  ewald hannes henning holger ingo jannik leonhard lennart lorenz ludger malte marko meinhard
  ottmar otmar reinhold siegmar sigmar silvio sören theo thilo till tino torben uli veit volkmar
  walther wieland willy xaver cem heiko hendrik alois johannes benedikt elias florian fritz gernot
  helge kilian korbinian leopold maximilian mirko ole pius raimund ruben severin tilman tillmann
  timo toni urs ueli beat reto mauro hubertus burkhard bodo bruno carsten christof detlef detlev
  eberhard engelbert erhard erich eugen falk ferdinand gebhard gereon götz gunnar gunter gunther
  hanno hans-jürgen hans-peter hans-georg hans-joachim karl-heinz klaus-dieter franz-josef
  frank-walter jan-philipp karl-josef heinz-peter hermann-josef hinrich jakob jost jörn justus
  knut levin marten mathias matthäus michl mirco ortwin patric roderich romeo sepp sigurd swen
  theodor thorben traugott wendelin wilm wolf wolfram wolodymyr wladimir sergej alexej recep
  andrej janis sebastián enzo
`);
const WOMEN = wordSet(`
  abigail ada adele adriana agatha agnes aileen aisha alexandra alice alicia alina alison allison
  alma alyssa amanda amber amelia amina amy ana anastasia andrea angela angelika angelina angie
  anita anja anke ann anna anne anneliese annette annie annika antje antonia ariana astrid audrey
  aurora ava barbara barbie beate beatrice becky belinda bella bernadette bertha beryl bethany
  bettina betty beverly bianca birgit blanca bonnie brenda bridget brigitta brigitte britta
  bronwyn caitlin camila camille candace cara carla carly carmen carol carole carolina caroline
  carolyn carrie cassandra catalina catherine cathy cecile cecilia celia chantal charlene
  charlotte chelsea cheryl chiara chloe chloé christa christel christina christine cindy claire
  clara clare clarissa claudia claudine colette colleen connie constance cora corinna cristina
  cynthia daniela danielle daphne darlene dawn debbie deborah debra deirdre delphine denise diana
  diane dolores donna dora doreen doris dorothy edith edna eileen elaine eleanor elena eleni
  elfriede elisabeth elise eliza elizabeth elke ella ellen ellie elsa elvira emilia emilie emily
  emma erika erin ernestine esmeralda estella estelle esther ethel eugenia eunice eva evelyn
  fabienne fatima fay felicia felicity fern fiona flora florence franca françoise freya frida
  frieda gabriela gabriele gail gemma genevieve georgina geraldine gertrud gertrude gillian gina
  ginger giovanna gisela giulia gladys glenda gloria grace greta gretchen gwen gwendolyn hannah
  hannelore harriet hazel heather hedwig heidi heike helen helena helga hermine hilda hildegard
  hillary ida ilona ilse imogen ines inga inge ingeborg ingrid inés irene irina iris irma isabel
  isabella isabelle isobel ivana jacqueline jacqui jana jane janet janice janine jasmin jeanette
  jeanne jeannie jenna jennie jennifer jenny jessica jill joan joann joanna jocelyn jodie johanna
  josefine josephine josie joyce juanita judith judy julia juliana juliane julie juliet jutta
  kamala karen karin karina karla karolina kate katharina katherine kathleen kathryn kathy katie
  katja katrin katy kayla kerstin kimberly kirsten kirsty kristen kristin kristina kylie lara
  larissa laura lauren leah leila lena leonie leonora leticia liesel lilian lily linda lisa
  lisbeth lori lorraine lotte louisa louise lucia luciana lucie lucille lucinda lucy lucía luisa
  luise lydia mabel madeleine maggie maja mandy manuela mara marcia margaret margarete margarita
  margot marguerite mariana marianne maribel marie marina marissa marjorie marlene marta martha
  martina mary mathilde maud maureen maxine maya megan melanie melinda melissa meredith mia
  michaela michelle mila mildred millie mina mira miranda miriam moira molly mona monica monika
  muriel myra nadia nadine nancy nanette naomi natalia natalie natasha nell nicola nicole
  nicolette nikki nina noelle nora norma odette olga olivia paige pam pamela patricia patsy patty
  paula paulina pauline peggy penelope penny petra philippa phoebe phyllis pilar polly priscilla
  priya rachel ramona raquel rebecca rebekah regina renata renate renée rhonda rita roberta rocío
  ronja rosa rosalie rosalind rosanna rose rosemary roswitha roxanne ruby ruth sabine sabrina
  sadie sally samantha sandra sanna sara sarah selina selma sharon shauna sheila shelley shirley
  sibylle sienna sigrid silke silvana silvia simone siobhan sofia sofie solange sonia sonja sophia
  sophie stacy stefanie steffi stella stephanie sue susan susana susann susanna susanne suzanne
  svenja svetlana sylvia sylvie tabea tamara tammy tanja tara tasha tatiana tatjana teresa tessa
  thea theresa thérèse tiffany tina tracey trudy ulla ulrike una ursula uta ute valentina valeria
  valerie valérie vanessa vera verena veronica veronika vicki vicky victoria viola violet virginia
  virginie vivian viviane waltraud wanda wendy whitney wilma winifred xenia yolanda yulia yvette
  yvonne zara zoe zoë алена анастасия анна валентина виктория галина дарья екатерина елена жанна
  ирина любовь людмила марина мария надежда наталья ольга светлана софья татьяна юлия
  annalena ricarda franziska saskia gesine heidrun hella imke inken irmgard janina kathrin klara
  lea liselotte magdalena maike meike margret marlies mechthild merle nele rosemarie sahra svea
  swantje thekla uschi wiebke yasmin bärbel birte carolin cornelia dagmar dorothee dörte edeltraud
  friederike frauke gabi gerda gudrun hanna karoline kira liesbeth marion marita maren mareike
  regine verona ilka insa isolde jella jolanda josefa julika jördis katarina krista lina lore
  margitta marieke marlen mathilda mieke minna mirjam nadja natascha nathalie serap sevim sigrun
  sina solveig susi swetlana theresia ursel valeska waltraut wencke aydan aylin ayşe elif fatma
  henriette hildegund ingelore leni manja marga marie-luise anne-marie eva-maria ann-kathrin
  anna-lena evelin eveline gundula heide heidemarie
`);

/** The pronoun a given name rules in, or null for names that say nothing. */
export function genderOfGivenName(name: string): 'he' | 'she' | null {
  const space = name.indexOf(' ');
  const given = (space < 0 ? name : name.slice(0, space)).toLowerCase();
  if (MEN.has(given)) return 'he';
  return WOMEN.has(given) ? 'she' : null;
}
