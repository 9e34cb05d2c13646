/**
 * Letters that stand in no English word where they stand here, each with what is meant, so that every
 * form of a misspelt word is known: accomodate, accomodated, accomodation. A `$` ties them to the end
 * of the word.
 */
const TABLE = `
  accomod accommod, acommod accommod, acomod accommod, accross$ across, acheiv achiev,
  acknowleg acknowledg, acquaintence acquaintance, agress aggress, agravat aggravat,
  allegience allegiance, alledg alleg, anihilat annihilat, anounc announc, annouce announce,
  appeareance appearance, apreciat appreciat, appologi apologi, aproach approach,
  apropriat appropriat, aproximat approximat, arguement argument, asassin assassin,
  assasin assassin, attendence attendance, availible available, awfull$ awful, basicly basically,
  begining beginning, beleif belief, beleiv believ, beneficary beneficiary, benifi benefi,
  bizzar bizarr, boundry boundary, brillan brillian, brocoli broccoli, buisness business,
  bussines busines, burocra bureaucra, beaurocra bureaucra, bureacra bureaucra, carreer career,
  catagor categor, cautios cautious, cemetar cemeter, certian certain, charachter character,
  charater character, charecter character, cheif chief, cieling ceiling, cilivi civili,
  circut circuit, civillian civilian, colaborat collaborat, collegue colleague, comander commander,
  comission commission, commision commission, comitee committee, commitee committee,
  comittee committee, committment commitment, comunit communit, comparitiv comparativ,
  competan competen, complection complexion, concensus consensus, concious conscious,
  condamn condemn, confidance confidence, congradulat congratulat, consciencious conscientious,
  consistan consisten, contempory contemporary, continous continuous, controversey controversy,
  convenian convenien, convicton conviction, correspondan corresponden, councelor counselor,
  couragous courageous, critisi critici, curiousity curiosity, decieve deceive, deciev deceiv,
  decison decision, definat definit, definet definit, deliberatly deliberately,
  democrasy democracy, desicion decision, desision decision, desparat desperat,
  developement development, devestat devastat, diferent different, diffrent different,
  dificult difficult, diffcult difficult, dilema dilemma, diplomant diplomat, disapear disappear,
  dissapear disappear, disapoint disappoint, dissapoint disappoint, disasterous disastrous,
  discription description, divison division, dominent dominant, ecomon econom, econm econom,
  effeciant efficient, efficen efficien, elegible eligible, eligab eligib, embaras embarrass,
  embarass embarrass, emergancy emergency, emision emission, emmission emission,
  enviroment environment, enviorn environ, equiptment equipment, essencial essential,
  exagerat exaggerat, excede exceed, excelent excellent, excellant excellent, exersis exercis,
  excersis exercis, existance existence, existant existent, expence expense, experiance experience,
  expirience experience, explaination explanation, extreem extrem, extrordin extraordin,
  facinat fascinat, familar familiar, familiy family, finacial financial, finanical financial,
  financal financial, firey fiery, foriegn foreign, forgein foreign, forcast forecast,
  fourty forty, freind friend, fullfil fulfil, fundementa fundamenta, garantee guarantee,
  guarentee guarantee, gaurd guard, garuntee guarantee, generaly$ generally,
  geneticaly genetically, goverment government, govenment government, governemnt government,
  govermnent government, governer governor, grammer grammar, greatful grateful,
  gratefull$ grateful, guidence guidance, happend happened, harrass harass, heighth height,
  hieght height, heirarch hierarch, hospitl hospital, humanitarin humanitarian, hypocrac hypocris,
  identicle identical, imediat immediat, imigra immigra, importent important,
  improvment improvement, incidently incidentally, indepedenc independenc, independan independen,
  infastruct infrastruct, infrastuct infrastruct, inheritence inheritance, inocen innocen,
  inteligen intelligen, inteligib intelligib, interferance interference, interogat interrogat,
  interpet interpret, interupt interrupt, investag investig, irrelevent irrelevant,
  knowlege knowledge, knowlegde knowledge, labratory laboratory, legitamate legitimate,
  legitmate legitimate, liason liaison, libary library, likelyhood likelihood,
  maintainance maintenance, maintenence maintenance, managment management, manuever maneuver,
  medeval medieval, mediteran mediterran, millenium millennium, miniscule minuscule,
  minumum minimum, minstry ministry, mischevious mischievous, missle missile, morgage mortgage,
  naturaly$ naturally, neccess necess, neccesar necessar, necesar necessar, negociat negotiat,
  negotation negotiation, neighbourhod neighbourhood, noticable noticeable, nuculear nuclear,
  nucular nuclear, occassion occasion, ocasion occasion, occurence occurrence,
  occurrance occurrence, occurance occurrence, ocurr occurr, occured$ occurred,
  occuring$ occurring, offical official, offically officially, opperat operat, oppertun opportun,
  oportun opportun, opositio oppositio, opression oppression, originaly$ originally,
  orginal original, outragous outrageous, overun$ overrun, paralel parallel, parallell parallel,
  parliment parliament, parlament parliament, particulary$ particularly, particpa participa,
  partecip particip, passanger passenger, peaple people, poeple people, percieve perceive,
  perciev perceiv, performence performance, permenant permanent, permanant permanent,
  permissable permissible, persistan persisten, personaly$ personally, phenomenom phenomenon,
  physican physician, pyhsic physic, plagarism plagiarism, poltic politic, poiltic politic,
  politican$ politician, politicans$ politicians, populaton population, posess possess,
  posession possession, possesion possession, potental potential, practicaly practically,
  preceed preced, predjud prejud, predominent predominant, prefered$ preferred,
  prefering$ preferring, presance presence, presedent president, presidant president,
  prisonner prisoner, privelege privilege, priviledge privilege, privelage privilege,
  proccess process, profesor professor, professer professor, profesional professional,
  proffesion profession, pronounciation pronunciation, propoganda propaganda,
  prosperious prosperous, psycolog psycholog, pubblic public, publically publicly,
  pursuade persuade, persue pursue, questionaire questionnaire, realy$ really, reccomend recommend,
  recomend recommend, reccommend recommend, recieve receive, reciev receiv, reciept receipt,
  reconize recognize, recogise recognise, reffer refer, refered$ referred, refering$ referring,
  refrence reference, rehersal rehearsal, relevent relevant, relevence relevance,
  religous religious, reluctent reluctant, remeber remember, repetiton repetition,
  representitive representative, represenative representative, resistence resistance,
  resourses resources, responsab responsib, responsibilty responsibility, restaraunt restaurant,
  restarant restaurant, resturant restaurant, revelutio revolutio, rythm rhythm,
  sacrafice sacrifice, sacrilig sacrileg, sceince science, scientifc scientific, secratar secretar,
  secretery secretary, securty security, seperat separat, sentance sentence, sergent sergeant,
  shedul schedul, scedul schedul, seige siege, sieze seize, siezure seizure, similiar similar,
  sincerly sincerely, sitution situation, situaton situation, souvereign sovereign,
  soveriegn sovereign, soverign sovereign, speach speech, specifcal specifical,
  specificly specifically, sponser sponsor, staduim stadium, statment statement, stategy strategy,
  stratagy strategy, strengh strength, strenght strength, lenght length, stoped$ stopped,
  subsidary subsidiary, substancial substantial, succes$ success, sucess success,
  succesful successful, successfull$ successful, sucesful successful, sufferage suffrage,
  sufficen sufficien, supercede supersede, supposably supposedly, supress suppress,
  suprise surprise, suprisin surprisin, surviver survivor, survelance surveillance,
  surveilance surveillance, suspision suspicion, suspicous suspicious, suspiscio suspicio,
  symptomn symptom, temperture temperature, temperatue temperature, tempratur temperatur,
  tendancy tendency, terrorits terrorist, threshhold threshold, tommorow tomorrow,
  tomorow tomorrow, tommorrow tomorrow, tounge tongue, tradgedy tragedy, tragicly tragically,
  transfered$ transferred, transfering$ transferring, tyrany tyranny, underminded undermined,
  unforetun unfortun, unfortunatly unfortunately, unecessar unnecessar, unneccessar unnecessar,
  unanimos unanimous, untill$ until, usefull$ useful, usualy$ usually, vaccum vacuum,
  vacinat vaccinat, vaccinn vaccin, vegtable vegetable, vehical vehicle, vetran veteran,
  victum victim, villian villain, violance violence, virtualy$ virtually, visable visible,
  volenteer volunteer, voluntear volunteer, vunerab vulnerab, warrent warrant, wellfare welfare,
  wensday wednesday, wednsday wednesday, whereever wherever, wich$ which, wierd weird,
  witheld withheld, withold withhold, writen$ written, writting writing, yeild yield,
  yesturday yesterday, absolutly absolutely, completly completely, extremly extremely,
  definitly definitely, immediatly immediately, approximatly approximately, separatly separately,
  privatly privately, ultimatly ultimately, desperatly desperately, accuratly accurately,
  adequatly adequately, effectivly effectively, relativly relatively, activly actively,
  exclusivly exclusively, genuinly genuinely, entirly entirely, actualy$ actually, finaly$ finally,
  especialy$ especially, officialy$ officially, politicaly$ politically, legaly$ legally,
  illegaly$ illegally, totaly$ totally, equaly$ equally, eventualy$ eventually,
  gradualy$ gradually, occasionaly$ occasionally, nationaly$ nationally,
  internationaly$ internationally, emotionaly$ emotionally, intentionaly$ intentionally,
  carefuly$ carefully, hopefuly$ hopefully, successfuly$ successfully`;

interface Stem {
  pattern: RegExp;
  right: string;
}

const STEMS: readonly Stem[] = TABLE.split(',')
  .map((pair) => pair.trim().split(/\s+/) as [string, string])
  .map(([wrong, right]) => ({ pattern: new RegExp(wrong), right }));

const ANY = new RegExp(STEMS.map(({ pattern }) => pattern.source).join('|'));

/** True if putting one misspelt stem of the source's word right makes the draft's of it. */
export function isStemCorrection(draft: string, source: string): boolean {
  return (
    ANY.test(source) &&
    STEMS.some(
      ({ pattern, right }) => pattern.test(source) && source.replace(pattern, right) === draft,
    )
  );
}
