import type { DocumentText } from './document';

/** Paragraphs, table rows and notes, as the control words of an RTF file end them. */
export class RtfLines {
  private readonly lines: string[] = [];
  private readonly notes: string[] = [];
  private heading: string | null = null;
  private text: string[] = [];
  /** What a note or a text box stands in the middle of; `number` is that of a note. */
  private readonly around: { text: string[]; number: number | null }[] = [];
  /** Lines of text boxes, which come after the paragraph that they hang on. */
  private later: string[] = [];
  private isInTable = false;
  private isHeading = false;
  private cell: string[] = [];
  private row: string[][] = [];

  add(text: string): void {
    this.text.push(text);
  }

  /** A control word that is no character; most say how the text looks. */
  control(word: string, number: number | null): void {
    switch (word) {
      case 'par':
      case 'sect':
      case 'page':
      case 'nestcell':
        this.endParagraph();
        return;
      case 'pard':
        this.isInTable = false;
        this.isHeading = false;
        return;
      case 'intbl':
        this.isInTable = true;
        return;
      case 'outlinelevel':
        this.isHeading = number === 0;
        return;
      case 'cell':
        this.isInTable = true;
        this.endParagraph();
        this.row.push(this.cell);
        this.cell = [];
        return;
      case 'row':
        this.endRow();
    }
  }

  endParagraph(): void {
    if (this.around.length > 0) {
      this.text.push('\n');
      return;
    }
    const line = this.text.join('').trim();
    const later = this.later;
    this.text = [];
    this.later = [];
    const lines = [line, ...later].filter((one) => one !== '');
    if (this.isInTable) {
      this.cell.push(...lines);
      return;
    }
    this.endRow();
    if (this.isHeading && line !== '') this.heading ??= line;
    this.lines.push(...lines);
  }

  /** Cells of one paragraph each are one line, parted by tabs; others are read as they stand. */
  private endRow(): void {
    const cells = [...this.row, ...(this.cell.length > 0 ? [this.cell] : [])];
    this.row = [];
    this.cell = [];
    const isLine = cells.every((cell) => cell.length <= 1);
    if (!isLine) this.lines.push(...cells.flat());
    else if (cells.some((cell) => cell.length > 0)) this.lines.push(cells.flat().join('\t'));
  }

  startNote(): void {
    this.around.push({ text: this.text, number: this.notes.push('') - 1 });
    this.text = [];
  }

  startBox(): void {
    this.around.push({ text: this.text, number: null });
    this.text = [];
  }

  /** Ends the innermost note or text box. */
  endAside(): void {
    const around = this.around.pop();
    if (!around) return;
    const lines = this.text.join('').split('\n');
    const words = lines.map((line) => line.trim()).filter((line) => line !== '');
    if (around.number === null) this.later.push(...words);
    else this.notes[around.number] = words.join('\n');
    this.text = around.text;
  }

  finish(): DocumentText {
    this.isInTable = false;
    this.endParagraph();
    return { lines: this.lines, notes: this.notes, heading: this.heading };
  }
}
