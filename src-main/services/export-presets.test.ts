import { expect, test } from 'vitest';
import { openDesk } from '../testing/desk';

const SITE = {
  name: 'Site',
  formats: ['markdown'],
  profile: 'hugo',
  bundle: false,
  withContact: false,
} as const;

test('presets are kept by name, changed, removed and brought back', async () => {
  const desk = await openDesk();
  const { presetId } = await desk.call('exportPresets.save', { ...SITE, formats: ['markdown'] });
  await desk.call('exportPresets.save', { ...SITE, name: 'Archive', formats: [], bundle: true });
  const names = async () =>
    (await desk.call('exportPresets.list', {})).map(({ name, profile }) => `${name}: ${profile}`);
  expect(await names()).toEqual(['Archive: hugo', 'Site: hugo']);

  const again = await desk.call('exportPresets.save', {
    ...SITE,
    formats: ['html', 'markdown'],
    profile: 'zola',
    withContact: true,
  });
  expect(again.presetId).toBe(presetId);
  await desk.reopen();
  expect((await desk.call('exportPresets.list', {}))[1]).toEqual({
    id: presetId,
    name: 'Site',
    formats: ['markdown', 'html'],
    profile: 'zola',
    bundle: false,
    withContact: true,
  });

  await desk.call('exportPresets.remove', { presetId });
  expect(await names()).toEqual(['Archive: hugo']);
  await desk.call('exportPresets.restore', { presetId });
  expect(await names()).toEqual(['Archive: hugo', 'Site: zola']);
});
