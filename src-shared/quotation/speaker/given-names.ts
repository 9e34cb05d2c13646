import { wordSet } from './words-type';

/*
 * Given names that are nearly always a man's or a woman's. They only ever rule a person out ("she"
 * is not John); they never decide who is meant.
 */
const MEN = wordSet(`
  aaron adam adrian ahmed alan albert alejandro alexander alfred ali anders andreas andrew anthony
  antonio arthur barack ben benjamin bernard bill bob boris brian bruce carl carlos charles chris
  christian christopher christoph daniel david dennis diego dmitri dmitry donald douglas edward emil
  emmanuel eric erik ernest felix fernando francis francisco frank franz fred friedrich gary george
  gerald gerhard giovanni gordon graham greg gregory gustav hans harold harry hassan heinrich henry
  howard hugo ian igor ivan jack jacob jacques james jan jason javier jeff jeffrey jens jeremy jerry
  jim joe joel johan johann john jonathan jorge jose josé joseph josef joshua juan julian jürgen karl
  keith ken kenneth kevin klaus lars larry lawrence leo leon liam louis luca luis lukas marc marco
  marcus mark markus martin matthew matthias max michael miguel mike mikhail mohamed mohammed muhammad
  nathan neil nicholas nicolas nigel nikolai oleg oliver oscar otto owen pablo patrick paul pedro peter
  petr phil philip philippe pierre pieter rafael ralph ray raymond rex ricardo richard robert roger
  roman ronald roy samuel scott sean sebastian sergei sergey simon stefan stephen steve steven stuart
  terry theodore thomas tim timothy tobias tom tomáš tony ulrich victor viktor vincent vladimir walter
  warren werner wilhelm william wolfgang yusuf zachary сергей иван дмитрий андрей михаил алексей
`);
const WOMEN = wordSet(`
  agnes alice alicia amanda amy ana andrea angela angelika anita ann anna anne annie barbara beatrice
  bertha betty birgit brenda brigitte camila carla carmen carol caroline catherine cecilia charlotte
  christina christine clara claire claudia cristina cynthia deborah debra diana diane donna doris
  dorothy edith elena eleanor elisabeth elizabeth ella ellen emily emma erika esther eva evelyn fatima
  fiona florence frances gabriela gabriele gisela gloria grace greta hannah heather heidi helen helena
  helga hillary ida ines inge ingrid irene iris isabel isabelle jana jane janet janice jennifer jessica
  joan joanna josephine joyce judith julia julie karen karin kate katharina katherine kathleen kathryn
  katrin laura leila lena linda lisa lucia lucy lydia madeleine margaret maria marie marion marta martha
  mary maureen megan melanie melissa michelle monica monika nadia nancy naomi natalia nicola nicole nina
  nora olga olivia pamela patricia paula petra priya rachel rebecca regina renate rita rosa rose ruth
  sabine samantha sandra sara sarah sharon silvia simone sofia sonia sophia sophie stella stephanie
  susan susanne sylvia tanja tatiana teresa theresa tina ursula valentina valerie vanessa vera veronica
  victoria virginia wendy yvonne zoe анна мария елена ольга наталья татьяна
`);

/** The pronoun a given name rules in, or null for names that say nothing. */
export function genderOfGivenName(name: string): 'he' | 'she' | null {
  const given = name.split(' ')[0]?.toLowerCase() ?? '';
  if (MEN.has(given)) return 'he';
  return WOMEN.has(given) ? 'she' : null;
}
