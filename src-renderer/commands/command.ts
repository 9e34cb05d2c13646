import { getShell } from '../shell';

/** What a command does, and when it is to be had. */
export interface Command {
  perform(): unknown;
  /** False where there is nothing that it could act on now. */
  isAvailable(): boolean;
}

export const always = () => true;
export const withArticle = () => getShell().opened !== null;
export const withManuscript = () => getShell().manuscript !== null;
