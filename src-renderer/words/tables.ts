/** What is said about tables. */
export const tableWords = {
  title: 'Table',
  rows: 'Rows',
  columns: 'Columns',
  header: 'The first row says what the columns are',
  insert: 'Insert table',
  size: (rows: number, columns: number) =>
    `${columns} ${columns === 1 ? 'column' : 'columns'}, ${rows} ${rows === 1 ? 'row' : 'rows'}`,
  less: (what: string) => `Fewer ${what.toLowerCase()}`,
  more: (what: string) => `More ${what.toLowerCase()}`,
  actions: 'What to do with the table',
};
