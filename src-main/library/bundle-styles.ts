import type { Database } from 'better-sqlite3';
import type { HouseStyle } from '../../src-shared/model/house-style';
import { listHouseStyles } from './house-styles';
import type { Row } from './write';

/*
 * The newsroom's own house style, which an article of a bundle is printed in. The same one is not doubled
 * here, and none that is here is changed: another one of that name comes in beside it, with a number.
 */

/** The id of the style here that a style of a bundle is, whatever number its name got; null if none is. */
export function sameStyleHere(db: Database, row: Row): string | null {
  const { name, ...rules } = styleOf(row);
  const same = listHouseStyles(db).filter(({ style: { name: here, ...own } }) => {
    return JSON.stringify(own) === JSON.stringify(rules) && isNumbered(here, name);
  });
  return (same.find(({ id }) => id === row.id) ?? same[0])?.id ?? null;
}

/** A row whose name no style here has: "Harbour", "Harbour (2)". */
export function withFreeName(db: Database, row: Row): Row {
  const style = styleOf(row);
  const taken = new Set(listHouseStyles(db).map((one) => one.style.name));
  let name = style.name;
  for (let number = 2; taken.has(name); number++) name = `${style.name} (${number})`;
  return { ...row, name, style: JSON.stringify({ ...style, name }) };
}

const styleOf = ({ style }: Row) => JSON.parse(String(style)) as HouseStyle;

function isNumbered(here: string, name: string): boolean {
  return (
    here === name || (here.startsWith(`${name} (`) && /^\(\d+\)$/.test(here.slice(name.length + 1)))
  );
}
