/** Hands a table to the browser as a file. */
export async function saveCsv(
  name: string,
  fields: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Promise<void> {
  const { csvText } = await import('./csv-text.ts');
  const text = csvText(fields, rows);
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
