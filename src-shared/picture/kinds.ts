/*
 * The pictures that Stet takes. They stand apart from their readers, so that main can name them in its
 * dialogs.
 */

export const PICTURE_TYPES = {
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  png: { mediaType: 'image/png', extensions: ['png', 'apng'] },
  gif: { mediaType: 'image/gif', extensions: ['gif'] },
  webp: { mediaType: 'image/webp', extensions: ['webp'] },
  avif: { mediaType: 'image/avif', extensions: ['avif'] },
} as const;

export type PictureType = keyof typeof PICTURE_TYPES;

export const PICTURE_EXTENSIONS: readonly string[] = Object.values(PICTURE_TYPES).flatMap(
  ({ extensions }) => [...extensions],
);

/** The largest picture that is taken. */
export const PICTURE_LIMITS = { bytes: 50 * 1024 * 1024, pixels: 200_000_000 } as const;
