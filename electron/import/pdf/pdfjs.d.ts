// What is used of PDF.js, whose own types ask for a browser's.
declare module 'pdfjs-dist/legacy/build/pdf.worker.min.mjs' {}

declare module 'pdfjs-dist/legacy/build/pdf.min.mjs' {
  interface TextItem {
    readonly str: string;
    readonly width: number;
    readonly height: number;
    readonly transform: readonly number[];
  }

  interface Page {
    getViewport(options: { readonly scale: number }): {
      readonly width: number;
      readonly height: number;
      readonly transform: readonly number[];
    };
    streamTextContent(): ReadableStream<{ readonly items: readonly TextItem[] }>;
    getAnnotations(): Promise<
      readonly {
        readonly subtype?: string;
        readonly contentsObj?: { readonly str?: string };
      }[]
    >;
    cleanup(): void;
  }

  interface LoadingTask {
    readonly promise: Promise<{
      readonly numPages: number;
      getPage(number: number): Promise<Page>;
    }>;
    destroy(): Promise<void>;
  }

  export function getDocument(
    options: Readonly<Record<string, unknown>> & { readonly data: Uint8Array },
  ): LoadingTask;
}
