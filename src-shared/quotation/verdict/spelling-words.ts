/** Words that British and American English spell differently and that follow no rule; American first. */
export const REGIONAL_SPELLINGS: ReadonlyMap<string, string> = wordPairs(`
  anesthetic anaesthetic, feces faeces, gynecologist gynaecologist, hemoglobin haemoglobin,
  hemophilia haemophilia, leukemia leukaemia, orthopedic orthopaedic, pediatrician paediatrician,
  pedophile paedophile, pedophiles paedophiles, paleontologist palaeontologist, medieval mediaeval,
  center centre, centers centres, centered centred, theater theatre, theaters theatres, meter
  metre, meters metres, kilometer kilometre, kilometers kilometres, liter litre, liters litres,
  fiber fibre, fibers fibres, caliber calibre, somber sombre, specter spectre, meager meagre,
  luster lustre, saber sabre, gray grey, program programme, programs programmes, tire tyre,
  tires tyres, aluminum aluminium, jewelry jewellery, plow plough, mold mould, mom mum, moms
  mums, toward towards, judgment judgement, judgments judgements, acknowledgment
  acknowledgement, aging ageing, skeptic sceptic, skeptics sceptics, skeptical sceptical,
  skepticism scepticism, maneuver manoeuvre, maneuvers manoeuvres, fetus foetus, diarrhea
  diarrhoea, estrogen oestrogen, archeology archaeology, archeologist archaeologist, anemia
  anaemia, pediatric paediatric, encyclopedia encyclopaedia, esthetic aesthetic, hemorrhage
  haemorrhage, curb kerb, pajamas pyjamas, mustache moustache, cozy cosy, donut doughnut, ax
  axe, draft draught, fulfill fulfil, enroll enrol, skillful skilful, willful wilful,
  installment instalment, enrollment enrolment, learned learnt, burned burnt, spelled spelt,
  dreamed dreamt, leaned leant, leaped leapt, spoiled spoilt, among amongst, while whilst, amid
  amidst, check cheque, checks cheques, sulfur sulphur, catalog catalogue, dialog dialogue,
  analog analogue, dialed dialled, dialing dialling, marvelous marvellous, councilor councillor,
  councilors councillors, woolen woollen, odor odour, odors odours, dueling duelling, dueled
  duelled, fueling fuelling, plowed ploughed, plowing ploughing, molded moulded, cozier cosier,
  grayer greyer, tranquility tranquillity, chili chilli, yogurt yoghurt, artifact artefact,
  artifacts artefacts, furor furore, gypsy gipsy, checkered chequered, defense defence, offense
  offence, license licence, pretense pretence, inquiry enquiry, inquiries enquiries, curbs kerbs,
  snowplow snowplough, airplane aeroplane, airplanes aeroplanes
`);

/**
 * Misspellings that are words of no kind, each with what is meant. Only these count as obvious: of
 * two real words nobody can tell which was meant (trial, trail).
 */
export const MISSPELLINGS: ReadonlyMap<string, string> = wordPairs(`
  teh the, hte the, adn and, nad and, taht that, thier their, wich which, whcih which, wiht
  with, whith with, wih with, becuase because, beacuse because, becasue because, recieve
  receive, recieved received, recieves receives, recieving receiving, reciept receipt, percieve
  perceive, percieved perceived, decieve deceive, decieved deceived, concieve conceive,
  concieved conceived, beleive believe, beleived believed, beleives believes, belive believe,
  acheive achieve, acheived achieved, acheivement achievement, releived relieved, cheif chief,
  freind friend, freinds friends, wierd weird, neice niece, sieze seize, siezed seized, seige
  siege, seperate separate, seperated separated, seperately separately, seperation separation,
  definately definitely, definatly definitely, definitly definitely, goverment government,
  goverments governments, govermnent government, governement government, enviroment environment,
  enviromental environmental, environnment environment, occured occurred, occuring occurring,
  occurence occurrence, ocurred occurred, untill until, tommorow tomorrow, tommorrow tomorrow,
  tomorow tomorrow, accomodate accommodate, accomodation accommodation, acommodate accommodate,
  adress address, adressed addressed, addres address, begining beginning, comittee committee,
  commitee committee, committe committee, comission commission, commision commission, publically
  publicly, independant independent, independance independence, existance existence, persistant
  persistent, resistence resistance, appearence appearance, attendence attendance, relevent
  relevant, arguement argument, truely truly, wholy wholly, basicly basically, completly
  completely, immediatly immediately, immediatley immediately, unfortunatly unfortunately,
  fortunatly fortunately, absolutly absolutely, extremly extremely, sincerly sincerely,
  approximatly approximately, finaly finally, realy really, usualy usually, actualy actually,
  generaly generally, especialy especially, succesful successful, successfull successful,
  sucessful successful, succes success, sucess success, neccessary necessary, necessery
  necessary, neccesary necessary, necesary necessary, embarass embarrass, embarassed
  embarrassed, embarassing embarrassing, embarassment embarrassment, harrass harass, harrassment
  harassment, maintainance maintenance, maintenence maintenance, knowlege knowledge, knowlegde
  knowledge, priviledge privilege, privelege privilege, buisness business, bussiness business,
  busines business, calender calendar, camoflage camouflage, catagory category, cemetary
  cemetery, changable changeable, collegue colleague, collegues colleagues, concious conscious,
  consious conscious, consciencious conscientious, critisism criticism, critisize criticize,
  curiousity curiosity, decison decision, desparate desperate, desparately desperately, dilema
  dilemma, disapear disappear, disapeared disappeared, disapoint disappoint, disapointed
  disappointed, dissapoint disappoint, dissapointed disappointed, dissapear disappear,
  dissapeared disappeared, efficent efficient, eligable eligible, exagerate exaggerate,
  exagerated exaggerated, excercise exercise, exhorbitant exorbitant, experiance experience,
  expierence experience, explaination explanation, familar familiar, febuary february, foriegn
  foreign, foward forward, garantee guarantee, gaurantee guarantee, guarentee guarantee, grammer
  grammar, gratefull grateful, happend happened, happenned happened, hierachy hierarchy, hygeine
  hygiene, ilegal illegal, imediate immediate, incidently incidentally, inteligence
  intelligence, inteligent intelligent, intrest interest, intrested interested, interupt
  interrupt, interupted interrupted, irresistable irresistible, jewlery jewelry, judical
  judicial, labratory laboratory, liason liaison, libary library, lisence licence, medecine
  medicine, millenium millennium, minuscle minuscule, mischevious mischievous, mispell misspell,
  mispelled misspelled, noticable noticeable, occassion occasion, occassionally occasionally,
  occasionaly occasionally, oppinion opinion, oppertunity opportunity, oportunity opportunity,
  opposit opposite, orginal original, orginally originally, paralel parallel, parliment
  parliament, parlament parliament, particulary particularly, peice piece, peices pieces,
  perminent permanent, permanant permanent, personel personnel, pharoah pharaoh, plagarism
  plagiarism, politican politician, politicans politicians, posession possession, possesion
  possession, posible possible, possable possible, practicly practically, prefered preferred,
  presance presence, presedent president, presidant president, prevelant prevalent, probaly
  probably, probly probably, proffesional professional, professer professor, pronounciation
  pronunciation, propoganda propaganda, psycology psychology, questionaire questionnaire,
  reccomend recommend, recomend recommend, recomended recommended, reccommend recommend, refered
  referred, refering referring, religous religious, remeber remember, rember remember, remebered
  remembered, repitition repetition, resturant restaurant, restaraunt restaurant, rythm rhythm,
  sargent sergeant, scedule schedule, shedule schedule, sentance sentence, similiar similar,
  simular similar, speach speech, stategy strategy, strenght strength, lenght length, supercede
  supersede, suprise surprise, suprised surprised, surprize surprise, suport support, tecnology
  technology, temperture temperature, tendancy tendency, threshhold threshold, tounge tongue,
  tradgedy tragedy, transfered transferred, twelth twelfth, tyrany tyranny, unecessary
  unnecessary, unneccessary unnecessary, usefull useful, vaccum vacuum, vacinne vaccine,
  vaccinne vaccine, vegatable vegetable, vehical vehicle, visable visible, writting writing,
  writen written, yeild yield, aparent apparent, apparant apparent, apparantly apparently,
  agression aggression, agressive aggressive, aquire acquire, aquired acquired, assasination
  assassination, athiest atheist, basicaly basically, beutiful beautiful, beautifull beautiful,
  campain campaign, carefull careful, carribean caribbean, certian certain, certianly certainly,
  comming coming, comparision comparison, controvercial controversial, councilor councillor,
  coucil council, develope develop, developement development, devestated devastated, diffrent
  different, differant different, electon election, elction election, emmigrate emigrate,
  hospitial hospital, hosptial hospital, infrastucture infrastructure, infastructure
  infrastructure, investagation investigation, investigaton investigation, journalsit
  journalist, managment management, mangement management, ministery ministry, minsiter minister,
  negotation negotiation, offical official, officals officials, offically officially, oficial
  official, poeple people, peopel people, pepole people, pople people, polce police, poilce
  police, portait portrait, probelm problem, problme problem, realtionship relationship,
  responsability responsibility, responsable responsible, responsibilty responsibility, sceince
  science, secratary secretary, secertary secretary, somthing something, soemthing something,
  statment statement, statments statements, stoped stopped, studing studying, tution tuition,
  vulnerble vulnerable, whereever wherever, woudl would, wuold would, yesturday yesterday,
  wether whether, heros heroes
`);

function wordPairs(table: string): Map<string, string> {
  return new Map(table.split(',').map((pair) => pair.trim().split(/\s+/) as [string, string]));
}
