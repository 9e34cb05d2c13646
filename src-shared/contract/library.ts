import * as v from 'valibot';
import { DeskSchema } from '../model/article';
import { IdSchema, LineSchema } from '../model/common';
import { HouseProfileSchema } from '../quotation/verdict/profile';

const nothing = v.object({});

export const libraryMethods = {
  'library.info': {
    input: nothing,
    output: v.object({
      name: v.string(),
      articleCount: v.number(),
      sourceCount: v.number(),
      editorName: v.string(),
      /** Who writes; '' where the library is open for reading. */
      editorId: v.string(),
      /** Everybody who has written in this library; without a name where nobody has said one. */
      editors: v.array(v.object({ id: IdSchema, name: v.string() })),
      readOnly: v.boolean(),
      /** The article that was open last. */
      lastArticleId: v.nullable(IdSchema),
      /** What stood around it. */
      lastDesk: v.nullable(DeskSchema),
    }),
  },
  /** Names the editor whose word checks are signed with. */
  'library.setEditorName': {
    input: v.object({ name: v.pipe(LineSchema, v.minLength(1)) }),
    output: nothing,
  },
  /** How strictly the newsroom quotes. A library in which nobody has chosen yet is strict. */
  'library.houseProfile': { input: nothing, output: HouseProfileSchema },
  /** Judges every quotation of the library anew by another profile; answers the one before, for undo. */
  'library.setHouseProfile': {
    input: v.object({ profile: HouseProfileSchema }),
    output: v.object({ previous: HouseProfileSchema }),
  },
} as const;
