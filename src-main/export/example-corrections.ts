import { exampleInput } from './example';
import type { ExportInput } from './input';

export const CORRECTED_WORDS = 'An earlier version said “14” <b>boats</b> & a ferry.';

/** The example with what was said below it since it was published. */
export function correctedInput(input: ExportInput = exampleInput()): ExportInput {
  return {
    ...input,
    corrections: [
      {
        id: '0199c1c2-8f5a-7c3e-9a51-3a1f5d2c7b10',
        kind: 'correction',
        text: `${CORRECTED_WORDS}\n\nThe figure is 40.`,
        editorName: 'Noor Haddad',
        at: '2026-05-04T09:00:00.000Z',
        exportedAt: null,
      },
      {
        id: '0199c1c2-8f5a-7c3e-9a51-3a1f5d2c7b11',
        kind: 'update',
        text: 'The ferry has been sold.',
        editorName: 'Noor Haddad',
        at: '2026-05-06T09:00:00.000Z',
        exportedAt: '2026-05-06T10:00:00.000Z',
      },
    ],
  };
}
