import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StetError } from '../../src-shared/errors';
import { slugOf } from '../export/file-name';
import {
  addHouseStyle,
  articlesInStyle,
  findHouseStyle,
  listHouseStyles,
  removeHouseStyle,
  updateHouseStyle,
} from '../library/house-styles';
import { write } from '../library/write';
import type { Handlers } from './context';

/** Files of one name beside each other, counted. */
const MOST_OF_A_NAME = 100;

export const bylineStyles = {
  'bylineStyles.list': ({ library }) => listHouseStyles(library.db),

  'bylineStyles.save': ({ library }, { styleId, style }) => {
    const previous = styleId === null ? null : findHouseStyle(library.db, styleId);
    // One that another window deleted is not there any more to be changed.
    if (styleId !== null && previous === null) throw new StetError('not-found', { styleId });
    return write(library, (transaction) => {
      if (styleId === null) return { styleId: addHouseStyle(transaction, style), previous };
      updateHouseStyle(transaction, styleId, style);
      return { styleId, previous };
    });
  },

  'bylineStyles.remove': ({ library }, { styleId }) => {
    write(library, (transaction) => removeHouseStyle(transaction, styleId, true));
    return { articleCount: articlesInStyle(library.db, styleId).length };
  },

  'bylineStyles.export': async ({ grants }, { style, folder }) => {
    const path = grants.folders.get(folder);
    if (path === undefined) throw new StetError('not-found', { folder });
    const text = `${JSON.stringify(style, null, 2)}\n`;
    for (let number = 1; ; number++) {
      const name = `${slugOf(style.name)}${number === 1 ? '' : `-${number}`}`;
      const fileName = `${name}.byline-style.json`;
      try {
        await writeFile(join(path, fileName), text, { flag: 'wx' });
        return { fileName };
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'EEXIST' && number < MOST_OF_A_NAME) continue;
        const reason = code === 'ENOSPC' ? 'disk-full' : 'refused';
        throw new StetError('folder-unwritable', { reason }, { cause: error });
      }
    }
  },

  'bylineStyles.restore': ({ library }, { styleId }) => {
    write(library, (transaction) => removeHouseStyle(transaction, styleId, false));
    return {};
  },
} satisfies Partial<Handlers>;
