/**
 * Corrections that were begun and not added yet, by source: Escape, or a click beside the dialog, must
 * not cost anybody an hour's work. They stay in this window's memory alone, because a source may be
 * confidential.
 */
export interface CorrectionDraft {
  /** The text that was corrected: a draft of another one is of no use. */
  before: string;
  corrected: string;
  pasted: string;
  reason: string;
}

const drafts = new Map<string, CorrectionDraft>();

/** What was begun for a source whose text is still this one. */
export function keptDraft(sourceId: string, before: string): CorrectionDraft | null {
  const draft = drafts.get(sourceId);
  return draft?.before === before ? draft : null;
}

/** Keeps a draft as long as there is anything in it. */
export function keepDraft(sourceId: string, draft: CorrectionDraft) {
  const isEmpty = draft.corrected === draft.before && draft.pasted === '';
  if (isEmpty) drafts.delete(sourceId);
  else drafts.set(sourceId, draft);
}

export function dropDraft(sourceId: string) {
  drafts.delete(sourceId);
}
