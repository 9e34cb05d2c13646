import { addCues, type Cue, type SpeakerWords, wordSet, words } from './words-type';

function buildCues(): Map<string, Cue> {
  const cues = new Map<string, Cue>();
  addCues(
    cues,
    `dit disait dira déclaré déclare déclarait expliqué explique expliquait affirmé affirme affirmait
    ajouté ajoute ajoutait estimé estime estimait assuré assure assurait indiqué indique indiquait
    précisé précise précisait souligné souligne soulignait répondu répond répondait lancé lance
    lançait écrit écrivait confié confie confiait raconté raconte racontait rappelé rappelle
    reconnu reconnaît annoncé annonce prévenu prévient averti avertit dénoncé dénonce regretté
    regrette insisté insiste poursuivi poursuit conclu conclut noté note relevé relève admis admet
    rapporté rapporte témoigné témoigne tweeté commenté commente martelé martèle jugé juge critiqué
    critique salué salue demandé demande demandait interrogé interroge soutenu soutient observé
    observe détaillé détaille résumé résume plaidé plaide ironisé ironise soupiré soupire promis
    promet réagi réagit
    déclarent expliquent affirment ajoutent estiment assurent indiquent précisent soulignent répondent
    dénoncent regrettent rappellent écrivent racontent déplore déplorent déploré disent réclament
    réclame indigne étonne inquiète félicite réjouit agace emporte exclame alarme désole glisse souffle`,
    {},
  );
  addCues(cues, 'qualifié qualifie qualifiait appelé appelle évoqué évoque parlé parle parlait', {
    reporting: false,
  });
  return cues;
}

/** French. */
export const FRENCH: SpeakerWords = {
  language: 'fr',
  cues: buildCues(),
  accordingTo: [['selon'], ["d'", 'après'], ['aux', 'yeux', 'de'], ['pour']],
  postpositions: new Set(),
  pronouns: new Map([
    ['il', 'he'],
    ['elle', 'she'],
    ['lui', 'he'],
    ['ils', 'other'],
    ['elles', 'other'],
    ['on', 'other'],
    ['je', 'other'],
    ['nous', 'other'],
  ]),
  relatives: wordSet('qui'),
  determiners: wordSet(`
    l' le la les un une des du au aux ce cette ces son sa ses leur leurs notre nos plusieurs deux trois
    quelques`),
  auxiliaries: wordSet(
    "s' se m' l' lui leur a ont avait avaient est sont était étaient aurait aura avoir être",
  ),
  passives: wordSet('est sont était étaient été'),
  adverbs: wordSet(`
    ensuite encore aussi également alors toutefois cependant ainsi déjà pourtant notamment enfin
    mardi lundi mercredi jeudi vendredi samedi dimanche hier`),
  linking: wordSet("de du des d' à au pour"),
  tightLinking: wordSet("de du des d' pour"),
  conjunctions: wordSet('et ou'),
  times: wordSet('lundi mardi mercredi jeudi vendredi samedi dimanche hier'),
  reported: new Set(),
  boundaries: wordSet(`
    qu' n' c'
    que quand lorsque si comme mais car donc où dans sur sous avec sans par vers chez entre
    pendant après avant depuis contre dès en lors ne pas y lundi mardi mercredi jeudi vendredi samedi
    dimanche hier aujourd'hui demain se me auprès devant`),
  roles: wordSet(`
    porte-parole ministre président présidente directeur directrice maire chef responsable avocat
    avocate professeur professeure chercheur chercheuse expert experte juge procureur procureure
    secrétaire député députée sénateur sénatrice premier entraîneur auteur autrice patron patronne
    fondateur fondatrice habitant habitante pêcheur historien historienne économiste médecin`),
  titles: new Map<string, 'he' | 'she' | null>([
    ['m.', 'he'],
    ['m', 'he'],
    ['mme', 'she'],
    ['mlle', 'she'],
    ...words('me dr pr').map((title) => [title, null] as const),
  ]),
  speechNouns: wordSet('déclaration propos mots affirmation communiqué'),
  organisations: wordSet(`
    ministère police gouvernement conseil commission parlement assemblée sénat cour tribunal banque
    société groupe université institut association fédération union syndicat parti agence afp reuters
    mairie ville région département organisation comité`),
};
