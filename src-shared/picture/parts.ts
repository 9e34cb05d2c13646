import type { Orientation } from './exif';

/** A picture as it was read. */
export interface PictureParts {
  /** In pixels as they are stored: of a picture on its side, the other way round than it is seen. */
  width: number;
  height: number;
  orientation: Orientation;
  /** The same picture without anything that is not part of what is seen: place, camera, people, words. */
  clean(): Uint8Array;
}
