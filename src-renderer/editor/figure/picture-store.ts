import { call } from '../../bridge';

/*
 * Pictures for the page, as addresses of this window alone. A large one is made smaller once, aside:
 * forty megapixels take 160 MB when they are drawn, whatever size they are shown at.
 */

/** CSS pixels of the widest page, for screens of twice as many. */
const LONGEST_SIDE = 1800;
/** Pictures with more pixels, or more bytes, are shown smaller than they are. */
const MOST_PIXELS = 4_000_000;
/** So many addresses are kept; what is on the page stays there when its address goes. */
const MOST_KEPT = 150;

const known = new Map<string, Promise<string | null>>();

/** An address for an `img`; null where the library has no such picture, or it cannot be drawn. */
export function pictureAddress(picture: string): Promise<string | null> {
  const former = known.get(picture);
  if (former) return former;
  const address = read(picture).catch(() => null);
  known.set(picture, address);
  void address.then((found) => {
    // What failed may be there the next time: the library can have been away.
    if (found === null) known.delete(picture);
  });
  const [oldest] = known.keys();
  if (known.size > MOST_KEPT && oldest !== undefined) {
    void known.get(oldest)?.then((old) => old && URL.revokeObjectURL(old));
    known.delete(oldest);
  }
  return address;
}

async function read(picture: string): Promise<string> {
  const { bytes, mediaType } = await call('pictures.read', { picture });
  const whole = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType });
  return URL.createObjectURL(await shownSize(whole));
}

async function shownSize(picture: Blob): Promise<Blob> {
  const { width, height } = await sizeOf(picture);
  if (width * height <= MOST_PIXELS) return picture;
  const scale = LONGEST_SIDE / Math.max(width, height);
  const bitmap = await createImageBitmap(picture, {
    resizeWidth: Math.max(1, Math.round(width * scale)),
    resizeHeight: Math.max(1, Math.round(height * scale)),
    resizeQuality: 'medium',
  });
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap);
  return canvas.convertToBlob({ type: 'image/webp', quality: 0.85 });
}

/** Upright, in pixels: from the head of the file, before anything is drawn. */
async function sizeOf(picture: Blob): Promise<{ width: number; height: number }> {
  const address = URL.createObjectURL(picture);
  try {
    const image = new Image();
    const loaded = new Promise((resolve, reject) => {
      image.onload = resolve;
      image.onerror = reject;
    });
    image.src = address;
    await loaded;
    return { width: image.naturalWidth, height: image.naturalHeight };
  } finally {
    URL.revokeObjectURL(address);
  }
}
