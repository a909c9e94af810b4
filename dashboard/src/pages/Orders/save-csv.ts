/**
 * Hands a table to the browser as a file. The mark at its beginning makes spreadsheets read UTF-8, semicolons
 * are what French ones expect, and a cell that would run as a formula is defused.
 */
export async function saveCsv(
  name: string,
  fields: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Promise<void> {
  const { default: Papa } = await import('papaparse');
  const text = Papa.unparse(
    { fields: [...fields], data: rows.map((row) => [...row]) },
    { delimiter: ';', escapeFormulae: true },
  );
  const url = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
