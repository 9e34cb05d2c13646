/*
 * The same letters in one word or in two: a matter of style (cooperate, co-operate; any more, anymore),
 * or two different words (resign, re-sign; everyday, every day). Where nobody can tell by rule, an
 * editor has to look.
 */

const setOf = (list: string) => new Set(list.split(',').map((entry) => entry.trim()));

/** Divided or not: no difference in sense. */
const STYLE = setOf(
  `any more,health care,under way,web site,on line,off line,can not,for ever,per cent,a lot,world wide,
  nation wide,country wide,child care,day care,air strike,air strikes,air port,cease fire,cease fires,
  policy maker,policy makers,law maker,law makers,decision maker,week end,week ends,fund raising,
  fund raiser,home owner,home owners,house hold,news paper,news papers,news room,court room,class room,
  class rooms,school children,grass roots,man made,long time,half way,mid way,mid night,mid week,
  battle field,bench mark,birth place,book keeper,cyber attack,data base,data bases,down stream,
  up stream,life style,life long,land lord,land owner,left over,loop hole,main stream,micro plastics,
  smart phone,smart phones,soft ware,hard ware,spokes person,spokes woman,spokes man,stake holder,
  stake holders,tax payer,tax payers,time line,time table,waste water,water way,whistle blower,
  whistle blowers,wild life,work force,work place,work places,work shop,eye witness,eye witnesses,
  foot hold,fire fighter,fire fighters,gun man,gun men,rain fall,sea bed,sea food,side walk,sub way,
  key board,head quarters,head line,head lines,hand made,ice berg,flood plain,flood water,ground water`,
);
/** Divided, each is something else than in one. */
const DIFFERENT = setOf(
  `every day,every one,any one,some one,some time,some times,any way,any time,any body,some body,no body,
  every body,may be,all ready,all together,all right,all most,all ways,a part,a cross,a head,a live,a way,
  a side,a board,a loud,a lone,a round,a cross,in to,on to,in side,out side,in stead,in deed,with in,
  with out,by pass,be low,be side,be fore,be cause,how ever,what ever,who ever,where ever,no where,
  now here,there fore,not able,not ice,no table,set up,set back,take off,take over,turn out,turn over,
  break down,break out,shut down,stand by,start up,back up,clean up,cover up,cut back,draw back,
  drop out,feed back,follow up,give away,hand out,hold up,kick off,lay off,look out,make up,pay back,
  pay off,pick up,push over,run away,sell out,slow down,stop over,walk out,work out,write off,over all,
  over come,over look,over see,over turn,under go,under stand,under take,out come,out look,out right,
  up set,up right,up hold,down fall,it self,an other`,
);
/** After "re-" another word than without the hyphen: re-sign, re-cover. */
const DIFFERENT_AFTER_RE =
  /^(?:act|call|claim|coil|collect|count|cover|create|creation|dress|form|formation|fuse|lay|lease|mark|move|pair|place|pose|present|presentation|press|prove|search|sent|serve|side|sign|signation|sort|sound|store|strain|tire|trace|treat|turn|view)(?:s|d|ed|ing|al|ation)?$/;
const OTHER_WITH_HYPHEN = setOf('un ionised,un ionized,co op,co ops,co ed,pre position,pro verb');

/**
 * What it means that the same letters are one word on one side and `parts` on the other: `style`, other
 * `words`, or `unclear`. `hyphened`: a hyphen stands between the parts.
 */
export function divisionOf(
  parts: readonly string[],
  hyphened: boolean,
): 'style' | 'words' | 'unclear' {
  const divided = parts.join(' ');
  if (!hyphened) {
    if (STYLE.has(divided)) return 'style';
    return DIFFERENT.has(divided) ? 'words' : 'unclear';
  }
  if (OTHER_WITH_HYPHEN.has(divided)) return 'words';
  const [first, second = ''] = parts;
  // re-elect and reelect are one; of others after "re-" nobody can tell by rule.
  if (first !== 're' || second.startsWith('e')) return 'style';
  return DIFFERENT_AFTER_RE.test(second) ? 'words' : 'unclear';
}
