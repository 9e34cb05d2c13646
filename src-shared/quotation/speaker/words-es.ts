import { addCues, type Cue, type SpeakerWords, wordSet, words } from './words-type';

function buildCues(): Map<string, Cue> {
  const cues = new Map<string, Cue>();
  addCues(
    cues,
    `dijo dice dijeron decía dicho afirmó afirma afirmaron aseguró asegura aseguraron declaró declara
    declararon explicó explica explicaron señaló señala señalaron indicó indica indicaron añadió
    añade agregó agrega manifestó manifiesta sostuvo sostiene comentó comenta respondió responde
    contestó preguntó pregunta escribió escribe advirtió advierte anunció anuncia recordó recuerda
    reconoció reconoce admitió admite subrayó subraya destacó destaca insistió insiste precisó
    precisa apuntó apunta expresó expresa relató relata contó cuenta concluyó concluye denunció
    denuncia lamentó lamenta exigió exige pidió pide prometió confesó confiesa opinó opina informó señalaron indicaron añadieron explicaron explican denunciaron denuncian sostienen
    informa reiteró reitera matizó zanjó alertó enfatizó tuiteó criticó critica celebró ironizó`,
    {},
  );
  addCues(
    cues,
    'considera consideran consideró calificó califica calificaron tildó tilda describió describe llamó llama habló habla',
    {
      reporting: false,
    },
  );
  return cues;
}

/** Spanish. */
export const SPANISH: SpeakerWords = {
  language: 'es',
  cues: buildCues(),
  accordingTo: [
    ['según'],
    ['de', 'acuerdo', 'con'],
    ['en', 'palabras', 'de'],
    ['a', 'juicio', 'de'],
  ],
  postpositions: new Set(),
  pronouns: new Map([
    ['él', 'he'],
    ['ella', 'she'],
    ['ellos', 'other'],
    ['ellas', 'other'],
  ]),
  relatives: wordSet('quien'),
  determiners: wordSet(`
    el la los las un una unos unas su sus este esta estos estas ese esa del al varios varias dos tres
    algunos algunas`),
  auxiliaries: wordSet(
    'la lo le les se me nos ha han había habían es son fue fueron era eran habría haber',
  ),
  passives: wordSet('fue fueron es son era eran sido'),
  adverbs: wordSet(`
    también luego después además ayer hoy ya entonces asimismo igualmente finalmente posteriormente
    lunes martes miércoles jueves viernes sábado domingo`),
  linking: wordSet('de del para en'),
  tightLinking: wordSet('de del para'),
  conjunctions: wordSet('y e o'),
  times: wordSet('lunes martes miércoles jueves viernes sábado domingo ayer hoy'),
  reported: new Set(),
  boundaries: wordSet(`
    que cuando si como pero aunque porque mientras donde con sin por sobre entre hasta desde durante
    tras ante contra hacia a al en no se lo le les me nos lunes martes miércoles jueves viernes
    sábado domingo ayer hoy mañana este`),
  roles: wordSet(`
    portavoz ministro ministra presidente presidenta director directora alcalde alcaldesa jefe jefa
    abogado abogada profesor profesora investigador investigadora experto experta juez jueza fiscal
    secretario secretaria diputado diputada senador senadora entrenador entrenadora autor autora
    dueño dueña fundador fundadora vecino vecina pescador pescadora historiador historiadora médico
    médica economista`),
  titles: new Map<string, 'he' | 'she' | null>([
    ['don', 'he'],
    ['doña', 'she'],
    ['sr.', 'he'],
    ['sra.', 'she'],
    ...words('dr. dra.').map((title) => [title, null] as const),
  ]),
  speechNouns: wordSet('declaración palabras afirmación comunicado'),
  organisations: wordSet(`
    ministerio policía gobierno consejo comisión parlamento congreso senado tribunal banco sociedad
    grupo universidad instituto asociación federación unión sindicato partido agencia efe afp reuters
    ayuntamiento ciudad comunidad organización comité`),
};
