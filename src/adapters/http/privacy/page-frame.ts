export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const STYLE = `
  :root { color-scheme: light dark; }
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 6vh auto; padding: 0 1.25rem; overflow-wrap: anywhere; }
  button, .button { font: inherit; padding: .7rem 1.2rem; border-radius: .5rem; border: 1px solid #0a7b5c; background: #0a7b5c; color: #fff; cursor: pointer; text-decoration: none; display: inline-block; margin: 0 .5rem .5rem 0; }
  button.second { background: transparent; color: inherit; }
  section { margin: 2rem 0; } article { border-top: 1px solid #8886; padding: .6rem 0; } article article { margin-left: 1rem; }
  h3 { font-size: 1rem; margin: .6rem 0 0 1rem; }
  dl { display: grid; grid-template-columns: minmax(6rem, 30%) minmax(0, 1fr); gap: .15rem 1rem; margin: 0; } dt { opacity: .75; } dd { margin: 0; white-space: pre-wrap; }
  dd dl { border-left: 1px solid #8886; padding-left: .6rem; } img, audio, video { max-width: 100%; }
  @media (max-width: 36rem) { dd dl { grid-template-columns: minmax(0, 1fr); } }
  .me { border-left: 3px solid #0a7b5c; padding-left: .8rem; } .hint { opacity: .75; }
`;

/** What stands before the content of a page for a customer; `pageEnd` stands after it. */
export const pageStart = (title: string, language = 'fr'): string => `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
<main>
<h1>${escapeHtml(title)}</h1>
`;
export const pageEnd = '\n</main>\n</html>\n';
