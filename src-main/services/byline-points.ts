import { kindOfName } from '../../src-shared/byline/parse-name';
import type { GatePoint } from '../../src-shared/contract/finish';
import { StetError } from '../../src-shared/errors';
import { type Byline, tierOf } from '../../src-shared/model/byline';

type Point = (
  code: GatePoint['code'],
  quotationIds: string[],
  count: number,
  example: string,
  about: unknown,
) => GatePoint;

/** What the gate says of a byline. A finished article's is the one that was printed. */
export function bylinePoints({ credits, line, unnamed }: Byline, point: Point): GatePoint[] {
  const about = (code: GatePoint['code'], names: readonly string[], isBlocking: boolean) => {
    const [first] = names;
    if (first === undefined) return [];
    return [{ ...point(code, [], names.length, first, [line, names]), blocking: isBlocking }];
  };
  return [
    ...(credits.length === 0 ? [point('byline-empty', [], 1, '', null)] : []),
    ...about('byline-unnamed', unnamed, true),
    // Accounts of publishing systems stand for nobody (STANDARDS 4.3, rule 9).
    ...about(
      'byline-account',
      credits.map(({ name }) => name).filter((name) => kindOfName(name) === 'unknown'),
      true,
    ),
  ];
}

/** A byline as far as it is printed. Throws `export-blocked` where it names not everyone, or nobody that there is. */
export function printedByline(byline: Byline): Byline {
  const [blocking] = bylinePoints(byline, (code, quotationIds, count, example) => ({
    ...{ code, quotationIds, count, example },
    ...{ blocking: false, about: '', acceptance: null },
  })).filter((one) => one.blocking);
  if (blocking) {
    throw new StetError('export-blocked', { code: blocking.code, count: blocking.count });
  }
  return { ...byline, credits: byline.credits.filter((credit) => tierOf(credit) !== 'hidden') };
}
