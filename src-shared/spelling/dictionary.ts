import * as v from 'valibot';

/** A Hunspell dictionary of this computer. */
export const DictionarySchema = v.object({
  id: v.string(),
  /** BCP 47, by the name of its files. */
  language: v.string(),
  name: v.string(),
  /** Added by the user, and not found on the system. */
  isAdded: v.boolean(),
});
export type Dictionary = v.InferOutput<typeof DictionarySchema>;

/** Why a file was not taken as a dictionary. */
export const DictionaryRefusalSchema = v.picklist(['no-pair', 'no-language', 'too-large']);
export type DictionaryRefusal = v.InferOutput<typeof DictionaryRefusalSchema>;
