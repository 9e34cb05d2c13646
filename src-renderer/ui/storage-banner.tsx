import { attempt } from '../actions';
import { getShell, useShell } from '../shell';
import { errorMessage } from '../words/errors';
import { words } from '../words/words';
import { Button } from './button';

/** Stands over the text while the library cannot be written. */
export function StorageBanner() {
  const failure = useShell((state) => state.storageFailure);
  if (!failure) return null;
  return (
    <div className="banner" role="alert">
      <p>{errorMessage(failure)}</p>
      <Button small onPress={() => void attempt(async () => getShell().manuscript?.flush())}>
        {words.storage.retry}
      </Button>
    </div>
  );
}
