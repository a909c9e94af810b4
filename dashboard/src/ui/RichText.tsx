import { Fragment, type ReactNode } from 'react';

const TOKEN =
  /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])|\*(\S(?:[^*\n]*\S)?)\*|_(\S(?:[^_\n]*\S)?)_|~(\S(?:[^~\n]*\S)?)~/g;

/** WhatsApp's own marks (`*bold*`, `_italic_`, `~struck~`) and links; never HTML from a customer. */
export function RichText({ text }: { readonly text: string }) {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [whole, link, bold, italic, struck] = match;
    parts.push(text.slice(end, match.index));
    if (link)
      parts.push(
        <a href={link} target="_blank" rel="noreferrer noopener">
          {link}
        </a>,
      );
    else if (bold) parts.push(<strong>{bold}</strong>);
    else if (italic) parts.push(<em>{italic}</em>);
    else parts.push(<s>{struck}</s>);
    end = match.index + whole.length;
  }
  parts.push(text.slice(end));
  return parts.map((part, index) => <Fragment key={index}>{part}</Fragment>);
}
