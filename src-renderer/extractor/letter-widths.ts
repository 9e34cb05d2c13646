let context: CanvasRenderingContext2D | null = null;

/**
 * How wide the first letters of a text are, as a part of its width, by a font that is at hand: letters
 * are about as wide in one as in another.
 */
export function partOfWidth(text: string, letters: number): number {
  if (letters === 0) return 0;
  if (letters === text.length) return 1;
  if (!context) {
    context = document.createElement('canvas').getContext('2d');
    if (context) context.font = '100px serif';
  }
  const whole = context?.measureText(text).width ?? 0;
  if (!context || whole === 0) return letters / text.length;
  return context.measureText(text.slice(0, letters)).width / whole;
}
