/* The parts of Readability that are used here; its own types want the types of the DOM. */

declare module '@mozilla/readability/JSDOMParser.js' {
  export default class JSDOMParser {
    parse(html: string): object;
  }
}

declare module '@mozilla/readability/Readability.js' {
  export default class Readability {
    constructor(document: object, options?: { maxElemsToParse?: number; charThreshold?: number });
    parse(): { content?: string | null } | null;
  }
}
