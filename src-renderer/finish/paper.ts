import { useState } from 'react';
import * as v from 'valibot';
import { type Paper, PaperSchema } from '../../src-shared/contract/exports';

const KEY = 'paper';

/** Where paper is of the American sizes. */
const LETTER = new Set(['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE', 'CR', 'GT', 'PA', 'DO', 'PR']);

/** What printers take where somebody lives, by their language tag: `en-US`. */
export function usualPaper(language: string): Paper {
  const territory = /-([A-Z]{2})(?:-|$)/.exec(language)?.[1];
  return territory !== undefined && LETTER.has(territory) ? 'letter' : 'a4';
}

/** What PDFs are printed on on this device: what was chosen last, or what is usual here. */
export function usePaper(): [Paper, (paper: Paper) => void] {
  const [paper, setPaper] = useState(() =>
    v.parse(v.fallback(PaperSchema, usualPaper(navigator.language)), localStorage.getItem(KEY)),
  );
  const choose = (chosen: Paper) => {
    localStorage.setItem(KEY, chosen);
    setPaper(chosen);
  };
  return [paper, choose];
}
