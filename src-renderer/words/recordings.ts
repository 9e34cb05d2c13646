/** "MP3" of "hearing.mp3". */
function kindOf(fileName: string): string {
  return (fileName.split('.').at(-1) ?? '').toUpperCase();
}

const megabytes = (bytes: number) => {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000))} kB`;
  const size = bytes / 1_000_000;
  return size < 1_000 ? `${Math.round(size)} MB` : `${(size / 1_000).toFixed(1)} GB`;
};

/** Words of recordings and of the player. */
export const recordingWords = {
  player: 'Recording',
  play: 'Play',
  pause: 'Pause',
  back: 'Back 5 seconds',
  forward: 'Forward 5 seconds',
  position: 'Position',
  positionOf: (position: string, duration: string | null) =>
    duration === null ? position : `${position} of ${duration}`,
  speed: 'Speed',
  rate: (rate: number) => `${rate}×`,
  options: 'Recording options',
  follow: 'Follow what is said',
  stopAtEnd: 'Stop at the end of the passage',
  playPassage: 'Play the passage',
  playFrom: (time: string) => `Play from ${time}`,
  noTimes: 'Nothing in these words has a time, so the recording plays from its beginning.',
  nothingToPlay: 'This source has no recording. Attach one from its menu.',
  attach: 'Attach a recording…',
  replace: 'Attach another recording…',
  remove: 'Remove recording',
  attached: (name: string) => `“${name}” is kept with this source.`,
  removed: (name: string) => `“${name}” no longer belongs to this source.`,
  attaching: 'Keeping the recording',
  amount: (done: number, total: number) => `${megabytes(done)} of ${megabytes(total)}`,
  unplayable: (fileName: string) =>
    `This build of Stet cannot play ${kindOf(fileName)} files. The recording is kept; its words can be read and quoted.`,
  interrupted:
    'The recording could not be read to its end. Make sure that the library’s disk is connected, then open the source again.',
} as const;
