import { useState } from 'react';
import type { ExportFormat, Paper } from '../../src-shared/contract/exports';
import type { MarkdownProfile } from '../../src-shared/model/markdown-profile';
import { useMarkdownProfile } from './markdown-profile';
import { usePaper } from './paper';

/** In which forms something is exported, and what is chosen about them. */
export interface ExportChoice {
  formats: readonly ExportFormat[];
  /** A bundle is written too. */
  bundle: boolean;
  profile: MarkdownProfile;
  /** What a PDF is printed on. */
  paper: Paper;
  /** With contact details of the people in the byline. */
  withContact: boolean;
}

/**
 * What is chosen in a dialog. Forms, and contact details, are asked for anew in each: nobody's address
 * goes out because it did the time before.
 */
export function useExportChoice(): [ExportChoice, (chosen: Partial<ExportChoice>) => void] {
  const [profile, setProfile] = useMarkdownProfile();
  const [paper, setPaper] = usePaper();
  const [rest, setRest] = useState<Omit<ExportChoice, 'profile' | 'paper'>>({
    formats: ['markdown', 'html'],
    bundle: false,
    withContact: false,
  });
  const choose = ({
    profile: chosenProfile,
    paper: chosenPaper,
    ...chosen
  }: Partial<ExportChoice>) => {
    if (chosenProfile) setProfile(chosenProfile);
    if (chosenPaper) setPaper(chosenPaper);
    setRest((before) => ({ ...before, ...chosen }));
  };
  return [{ ...rest, profile, paper }, choose];
}
