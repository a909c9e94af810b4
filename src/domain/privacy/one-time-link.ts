/** Where a customer opens her data, followed by a token that works once. */
export const ONE_TIME_PATH = '/mes-donnees/';
const TOKEN = /\/mes-donnees\/[\w-]+/g;

/** What was sent, without what opens somebody's data: the thread is read by others. */
export const withoutOneTimeLinks = (text: string): string =>
  text.replace(TOKEN, `${ONE_TIME_PATH}…`);
