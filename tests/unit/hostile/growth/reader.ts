/** Something of Léa's that reads a text which others wrote. */
export interface Reader {
  readonly name: string;
  readonly read: (text: string) => unknown;
}

/** The same reader where refusing the text is an answer as well. */
export const refusing =
  (read: (text: string) => unknown) =>
  (text: string): unknown => {
    try {
      return read(text);
    } catch (error) {
      return error;
    }
  };
