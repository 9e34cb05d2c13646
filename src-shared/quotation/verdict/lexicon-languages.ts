/** The word lists as data: words separated by spaces, phrases by commas. */
export interface LexiconData {
  language: string;
  negations: string;
  modals: string;
  qualifiers: string;
  qualifierPhrases?: string;
  hedges?: string;
  fillers?: string;
  fillerPhrases?: string;
}

/** The word lists of languages other than English; shorter, because less is silently allowed there. */
export const OTHER_LANGUAGES: readonly LexiconData[] = [
  {
    language: 'de',
    negations:
      'nicht nichts nie niemals niemand niemanden niemandem nirgends nirgendwo kein keine keinen keinem keiner keines keinerlei weder noch ohne kaum nein',
    modals:
      'kann können könnte könnten darf dürfen dürfte dürften muss müssen müsste müssten soll sollen sollte sollten will wollen wollte wollten mag möchte möchten wird werden würde würden',
    qualifiers: 'nur wenn falls sofern solange aber außer bis es obwohl jedoch allerdings sondern',
    qualifierPhrases: 'es sei denn, unter der bedingung, vorausgesetzt dass',
    hedges:
      'vielleicht möglicherweise wahrscheinlich vermutlich angeblich offenbar fast beinahe teilweise manchmal meistens selten ungefähr etwa',
    fillers: 'äh ähm öh hm hmm mhm',
    fillerPhrases: 'sozusagen, sag ich mal, na ja, also, ja, ne',
  },
  {
    language: 'fr',
    negations: 'ne pas jamais rien personne aucun aucune ni sans non nul nulle guère nullement',
    modals:
      'peut peuvent pourrait pourraient peux pouvons doit doivent devrait devraient dois devons faut faudrait veut veulent voudrait',
    qualifiers: 'si mais sauf seulement uniquement sinon excepté quoique jusque',
    qualifierPhrases: 'à moins, à condition, pourvu que, tant que, bien que, ne que, même si',
    hedges: 'peut-être probablement apparemment presque parfois souvent rarement environ',
    fillers: 'euh heu hein bah hum',
    fillerPhrases: 'tu vois, vous voyez, vous savez, tu sais, enfin, ben, quoi',
  },
  {
    language: 'es',
    negations: 'no nunca jamás nada nadie ningún ninguno ninguna tampoco sin ni apenas',
    modals: 'puede pueden podría podrían puedo podemos debe deben debería deberían debo debemos',
    qualifiers: 'si pero salvo excepto sólo solo solamente aunque sino hasta mientras',
    qualifierPhrases: 'a menos, a condición, siempre que, con tal',
    hedges: 'quizás quizá tal probablemente posiblemente supuestamente casi',
    fillers: 'eh em mmm',
    fillerPhrases: 'o sea, este, pues, bueno, digamos',
  },
  {
    language: 'it',
    negations: 'non mai nessuno nessuna nulla niente né neanche nemmeno senza no',
    modals: 'può possono potrebbe potrebbero deve devono dovrebbe dovrebbero vuole vogliono',
    qualifiers: 'se ma tranne salvo solo soltanto finché benché sebbene purché però',
    qualifierPhrases: 'a meno, a condizione',
    hedges: 'forse probabilmente presumibilmente quasi',
    fillers: 'ehm eh mah',
  },
  {
    language: 'pt',
    negations: 'não nunca jamais nada ninguém nenhum nenhuma nem sem',
    modals: 'pode podem poderia poderiam deve devem deveria deveriam',
    qualifiers: 'se mas salvo exceto só somente embora até enquanto porém',
    qualifierPhrases: 'a menos, desde que, contanto que',
    hedges: 'talvez provavelmente possivelmente supostamente quase',
    fillers: 'ã hã hum',
  },
  {
    language: 'nl',
    negations: 'niet nooit niets niemand nergens geen noch zonder nauwelijks nee',
    modals: 'kan kunnen kon konden zou zouden moet moeten mag mogen zal zullen wil willen',
    qualifiers: 'als maar tenzij behalve alleen tot mits hoewel',
    hedges: 'misschien waarschijnlijk mogelijk bijna vermoedelijk',
    fillers: 'eh uh ehm',
  },
  {
    language: 'sv',
    negations: 'inte aldrig ingen inget inga ingenting varken utan knappast ej nej',
    modals: 'kan kunde ska skulle måste får bör borde vill ville',
    qualifiers: 'om men utom bara endast tills fastän förutsatt',
    hedges: 'kanske troligen möjligen nästan',
    fillers: 'eh öh hm',
  },
  {
    language: 'ru',
    negations: 'не нет ни никогда никто никого ничего ничто нигде нельзя без',
    modals: 'может могут мог мочь должен должна должны следует нужно надо можно',
    qualifiers: 'если но только кроме пока хотя однако лишь',
    qualifierPhrases: 'при условии, до тех пор, за исключением',
    hedges: 'возможно вероятно наверное якобы почти',
    fillers: 'э ээ эм',
  },
  {
    language: 'uk',
    negations: 'не ні ніколи ніхто нікого нічого ніщо ніде нема немає без',
    modals: 'може можуть мусить мусять повинен повинна повинні треба',
    qualifiers: 'якщо але лише тільки крім поки хоча однак',
    hedges: 'можливо ймовірно мабуть нібито майже',
    fillers: 'ее ем',
  },
  {
    language: 'cs',
    negations: 'ne nikdy nikdo nikoho nic ničeho nikde ani žádný žádná žádné bez',
    modals: 'může můžeme mohou mohl mohli musí musíme měl měli by smí',
    qualifiers: 'jestli pokud ale jen pouze kromě dokud ačkoli',
    hedges: 'možná asi pravděpodobně údajně téměř',
    fillers: 'ehm hm',
  },
  {
    language: 'pl',
    negations: 'nie nigdy nikt nikogo nic niczego nigdzie ani żaden żadna żadne bez',
    modals: 'może mogą mógłby musi muszą powinien powinna powinni trzeba',
    qualifiers: 'jeśli jeżeli ale tylko oprócz dopóki chociaż chyba',
    hedges: 'może prawdopodobnie rzekomo prawie',
    fillers: 'yyy eee hm',
  },
  {
    language: 'zh',
    negations: '不 没 沒 未 無 无 非 勿 别 莫',
    modals: '能 会 會 可 必 应 應',
    qualifiers: '但 若 除 只 仅 僅',
  },
];
