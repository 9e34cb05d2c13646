/* The parts of pdf.js that are used here; its own types want the types of the DOM. */

declare module 'pdfjs-dist/legacy/build/pdf.worker.min.mjs' {
  export const WorkerMessageHandler: object;
}

declare module 'pdfjs-dist/legacy/build/pdf.min.mjs' {
  /** A stretch of glyphs in one font on one line; coordinates in points, from the page's bottom left. */
  export interface TextItem {
    /** In logical order, ligatures resolved. */
    str: string;
    dir: 'ltr' | 'rtl' | 'ttb';
    /** `[a, b, c, d, x, y]`: x and y of the start of the baseline. */
    transform: number[];
    width: number;
    height: number;
    fontName: string;
    hasEOL: boolean;
  }

  export interface TextMark {
    type: 'beginMarkedContent' | 'beginMarkedContentProps' | 'endMarkedContent';
    tag?: string | null;
  }

  export interface TextContent {
    items: (TextItem | TextMark)[];
  }

  export interface PdfPage {
    getViewport(options: { scale: number }): { width: number; height: number; transform: number[] };
    streamTextContent(options: { includeMarkedContent?: boolean }): {
      getReader(): {
        read(): Promise<{ done: boolean; value?: TextContent }>;
        cancel(reason: Error): Promise<void>;
      };
    };
    cleanup(): boolean;
  }

  export interface PdfDocument {
    numPages: number;
    getPage(number: number): Promise<PdfPage>;
    getMetadata(): Promise<{
      info: Record<string, unknown>;
      metadata: { get(name: string): unknown } | null;
    }>;
  }

  export interface LoadingTask {
    promise: Promise<PdfDocument>;
    destroy(): Promise<void>;
  }

  export function getDocument(options: {
    data: Uint8Array;
    BinaryDataFactory: new () => {
      fetch(wanted: { kind: string; filename: string }): Promise<Uint8Array>;
    };
    verbosity: number;
    useWorkerFetch: boolean;
    useSystemFonts: boolean;
    useWasm: boolean;
    disableFontFace: boolean;
    disableWorkerRendering: boolean;
    isOffscreenCanvasSupported: boolean;
    isImageDecoderSupported: boolean;
    enableXfa: boolean;
    /** A folder of decoders for pictures, ending in a slash. */
    wasmUrl?: string;
  }): LoadingTask;
}

/** Vite hands over files that match, here as the text of a `data:` address. */
interface ImportMeta {
  glob(
    patterns: string[],
    options: { query: string; import: string },
  ): Record<string, () => Promise<string>>;
}
