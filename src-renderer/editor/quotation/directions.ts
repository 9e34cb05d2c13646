import type { NodeKey } from 'lexical';
import { directionAmong, turns } from '../../../src-shared/text/direction';
import { directionOf } from '../../words/text';
import type { MarkedElements } from '../marked-elements';

/**
 * Keeps a quotation in one piece whose words run the other way than its sentence: its full stop stands
 * behind its last word and not before its first (Unicode Annex 9, isolates). One that consists of several
 * elements, of bold words and others, is left as it is: each for itself would change places.
 *
 * @param keys the text nodes that joined, left or were drawn anew
 */
export function keepDirections(elements: MarkedElements, keys: Iterable<NodeKey>): void {
  for (const key of keys) {
    const entry = elements.all.get(key);
    if (!entry) continue;
    const { element, ids } = entry;
    // The browser goes by the first letter of a block; one within a quotation like that is of its direction.
    const block = element.parentElement?.closest('[dir]')?.textContent ?? '';
    const around = directionOf(block);
    const mayTurn = turns(block, 'ltr') && ids.every((id) => elements.keysOf(id).size === 1);
    const own = mayTurn ? directionAmong(element.textContent ?? '', around) : around;
    if (own === around) element.removeAttribute('dir');
    else element.dir = own;
  }
}
