import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchStet } from './app';
import { manuscriptOf } from './text';

/**
 * Has Stet make its sample library, as at a first start, once for a whole run: tests begin with copies of
 * it, which takes a second less each. Playwright runs it before the first test.
 */
export default async function makeSampleLibrary(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-sample-'));
  const library = join(folder, 'library');
  const stet = await launchStet({ library, userData: join(folder, 'settings') });
  // The time limits of tests do not hold here.
  await manuscriptOf(stet).getByText('The tap with').waitFor({ timeout: 60_000 });
  await stet.close();
  process.env.STET_SAMPLE_LIBRARY = library;
  return () => rmSync(folder, { recursive: true });
}
