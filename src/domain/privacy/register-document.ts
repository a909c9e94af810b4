import { EXPORT_RULES, isExported, type ExportedRows, type NotExported } from './export-rules.ts';
import { PERSONAL_DATA_REGISTER, type RegisteredTable } from './register.ts';

const cell = (columns: readonly string[]): string =>
  columns.length === 0 ? '–' : columns.map((name) => `\`${name}\``).join(' ');
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The register as a page for people. */
export function registerDocument(
  register: Readonly<Record<string, RegisteredTable>> = PERSONAL_DATA_REGISTER,
  rules: Readonly<Record<string, ExportedRows | NotExported>> = EXPORT_RULES,
): string {
  return `# Register of personal data

Written from \`src/domain/privacy/register.ts\` and \`export-rules.ts\` by \`node scripts/write-privacy-register.ts\`; a test fails
when a column of the database is missing there. Personal: tells who somebody is, or what somebody said or is like.
Pseudonymous: leads to a person only through another table or a key. Columns not named hold neither.

${section(register, 'customer', 'About customers')}
${exportSection(rules)}
${section(register, 'staff', 'About staff')}
${section(register, 'shop', 'About the shop')}
Outside of these tables: files of customers lie in the media store under \`customers/<id>/\` and are deleted by the job
\`purge-media\`; payloads of jobs (schema \`pgboss\`) hold ids of
alerts, orders and tasks, never a person's, what failed is kept by its kind alone, and they are deleted a day after they ran; logs and figures
hold ids, counts and codes.
`;
}

function section(
  register: Readonly<Record<string, RegisteredTable>>,
  about: RegisteredTable['about'],
  title: string,
): string {
  const lines = Object.entries(register)
    .filter(([, one]) => one.about === about)
    .map(([name, one]) =>
      line([`\`${name}\``, cell(one.personal), cell(one.pseudonymous), one.erasure]),
    );
  return `## ${title}\n\n| table | personal | pseudonymous | when a customer is erased |\n|---|---|---|---|\n${lines.join('\n')}\n`;
}

function exportSection(rules: Readonly<Record<string, ExportedRows | NotExported>>): string {
  const lines = Object.entries(rules).map(([name, rule]) =>
    isExported(rule)
      ? line([`\`${name}\``, cell(rule.given), cell(rule.file), left(rule)])
      : line([`\`${name}\``, '–', '–', `all of it: ${rule.because}`]),
  );
  return `## What a customer gets of herself\n\nBy \`MES DONNEES\` and by the export of staff. Shown: on the page, with words, and in the file. In the file: what only a program reads.\n\n| table | shown | in the file as well | left out, and why |\n|---|---|---|---|\n${lines.join('\n')}\n`;
}

function left(rule: ExportedRows): string {
  const reasons = [...new Set(Object.values(rule.left))];
  if (reasons.length === 0) return '–';
  return reasons
    .map((reason) => {
      const columns = Object.keys(rule.left).filter((name) => rule.left[name] === reason);
      return `${cell(columns)}: ${reason}`;
    })
    .join('; ');
}
