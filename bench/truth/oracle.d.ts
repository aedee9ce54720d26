// What the link oracle uses of two packages that come without types.
declare module 'jsdom' {
  export class VirtualConsole {}
  export class JSDOM {
    constructor(html: string, options?: { virtualConsole?: VirtualConsole });
    readonly window: Record<string, unknown> & { document: unknown };
  }
}
declare module 'text-fragments-polyfill/text-fragment-utils' {
  export function getFragmentDirectives(hash: string): { text: string[] };
  export function parseFragmentDirectives(directives: { text: string[] }): { text: unknown[] };
  export function processTextFragmentDirective(directive: unknown, document: unknown): { toString(): string }[];
}
