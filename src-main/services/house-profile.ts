import { type ChosenProfile, readProfile } from '../../src-shared/quotation/verdict/profile';
import { listArticles } from '../library/articles';
import { addHouseProfile, readHouseProfile } from '../library/house-profile';
import { write } from '../library/write';
import type { Context, Handlers } from './context';
import { judgeAhead, refreshQuotations } from './quotation-views';

export const houseProfile = {
  'library.houseProfile': ({ library }) => readHouseProfile(library.db),

  'library.setHouseProfile': async (context, { profile }) => {
    const { library } = context;
    const previous = readHouseProfile(library.db);
    if (JSON.stringify(previous) === JSON.stringify(profile)) return { previous };
    write(library, (transaction) => addHouseProfile(transaction, profile));
    await judgeAnew(context, profile);
    return { previous };
  },
} satisfies Partial<Handlers>;

/** Judges every quotation of the library by another profile, article by article. */
async function judgeAnew(context: Context, profile: ChosenProfile): Promise<void> {
  const { library } = context;
  context.profile = readProfile(profile);
  context.judgements.clear();
  for (const { id } of listArticles(library.db)) {
    await judgeAhead(context, id);
    write(library, (transaction) => refreshQuotations(context, transaction, id));
    context.announce('quotations.changed', { articleId: id });
  }
}
