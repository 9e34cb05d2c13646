import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StetError } from '../../src-shared/errors';
import { addArticle, listArticles } from './articles';
import { readEditorName, setEditorName } from './editors';
import { migrate, SCHEMA_VERSION } from './migrate';
import { type Library, openLibraryFolder } from './open';
import { connect } from './sqlite';
import { newId, write } from './write';

let folder: string;
const opened: Library[] = [];

function open(options: Parameters<typeof openLibraryFolder>[1] = {}): Library {
  const library = openLibraryFolder(folder, options);
  opened.push(library);
  return library;
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof StetError) return error.code;
    throw error;
  }
  return 'none';
}

const db = () => join(folder, 'library.db');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-open-'));
});
afterEach(() => {
  for (const library of opened.splice(0)) if (library.db.open) library.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the settings of a connection', () => {
  const settings = (library: Library) => {
    const read = (name: string) => library.db.pragma(name, { simple: true });
    return {
      journal: read('journal_mode'),
      synchronous: read('synchronous'),
      foreignKeys: read('foreign_keys'),
      trustedSchema: read('trusted_schema'),
      cellSizeCheck: read('cell_size_check'),
      secureDelete: read('secure_delete'),
      applicationId: read('application_id'),
      version: read('user_version'),
      private: {
        journal: read('private.journal_mode'),
        synchronous: read('private.synchronous'),
        secureDelete: read('private.secure_delete'),
        applicationId: read('private.application_id'),
        version: read('private.user_version'),
      },
    };
  };
  const wanted = {
    journal: 'wal',
    synchronous: 2,
    foreignKeys: 1,
    trustedSchema: 0,
    cellSizeCheck: 1,
    secureDelete: 1,
    applicationId: 0x53746574,
    version: SCHEMA_VERSION,
    private: {
      journal: 'wal',
      synchronous: 2,
      secureDelete: 1,
      applicationId: 0x53746574,
      version: SCHEMA_VERSION,
    },
  };

  test('hold in a new library', () => {
    expect(settings(open())).toEqual(wanted);
  });

  test('hold again when it is opened again', () => {
    open().close();
    expect(settings(open())).toEqual(wanted);
  });

  test('a binding that is not there is asked for by the environment', () => {
    process.env.STET_SQLITE_BINDING = join(folder, 'no-such-binding.node');
    try {
      expect(() => open()).toThrow(/no-such-binding/);
    } finally {
      delete process.env.STET_SQLITE_BINDING;
    }
  });
});

describe('a library that is opened again', () => {
  test('is the same, with the same editor and device, and a clock that went on', () => {
    const first = open();
    expect(first.isNew).toBe(true);
    write(first, (transaction) => setEditorName(transaction, 'Mara Lind'));
    const { editorId, deviceId, lastClock } = first.writer;
    first.close();
    const second = open({ now: () => 0 });
    expect(second.isNew).toBe(false);
    expect(second.writer).toEqual({ editorId, deviceId, lastClock });
    expect(readEditorName(second.db)).toBe('Mara Lind');
    write(second, (transaction) => setEditorName(transaction, 'M. Lind'));
    expect(second.writer.lastClock! > lastClock!).toBe(true);
  });

  test('leaves no other files than its own', () => {
    open().close();
    expect(readdirSync(folder).sort()).toEqual(['library.db', 'lock.db', 'private.sqlite']);
  });
});

describe('a library that another holds', () => {
  test('is refused to a second writer and open to readers', () => {
    const first = open();
    write(first, (transaction) => setEditorName(transaction, 'Mara Lind'));
    expect(codeOf(() => open())).toBe('library-in-use');
    const reader = open({ readOnly: true });
    expect(readEditorName(reader.db)).toBe('Mara Lind');
    expect(codeOf(() => write(reader, (t) => setEditorName(t, 'Nobody')))).toBe('read-only');
    first.close();
    reader.close();
    open();
  });
});

describe('what is no library of ours', () => {
  test('a newer library is refused, with its bytes unchanged', () => {
    open().close();
    const raw = connect(db());
    raw.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    raw.close();
    const before = readFileSync(db());
    const error = (() => {
      try {
        open();
      } catch (failure) {
        return failure;
      }
    })();
    expect(error).toMatchObject({
      code: 'library-newer',
      data: { version: SCHEMA_VERSION + 1, supported: SCHEMA_VERSION },
    });
    expect(codeOf(() => open({ readOnly: true }))).toBe('library-newer');
    expect(readFileSync(db()).equals(before)).toBe(true);
    expect(existsSync(join(folder, 'backups'))).toBe(false);
  });

  test('a newer version that only the write-ahead log knows of is seen too', () => {
    open().close();
    const raw = connect(db());
    raw.pragma('journal_mode = WAL');
    raw.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    const copy = mkdtempSync(join(tmpdir(), 'stet-wal-'));
    // As a crash leaves it: the log is there and was not carried over.
    for (const name of ['library.db', 'library.db-wal']) {
      writeFileSync(join(copy, name), readFileSync(join(folder, name)));
    }
    raw.close();
    const before = readFileSync(join(copy, 'library.db'));
    try {
      expect(codeOf(() => openLibraryFolder(copy))).toBe('library-newer');
      expect(readFileSync(join(copy, 'library.db')).equals(before)).toBe(true);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });

  test("another program's database, or another file, is left alone", () => {
    const raw = connect(db());
    raw.exec('CREATE TABLE notes (text TEXT)');
    raw.close();
    const before = readFileSync(db());
    expect(codeOf(() => open())).toBe('library-not-a-library');
    expect(readFileSync(db()).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(['library.db']);

    writeFileSync(db(), 'These are the minutes of the harbour board. '.repeat(50));
    expect(codeOf(() => open())).toBe('library-not-a-library');
    expect(readdirSync(folder)).toEqual(['library.db']);
  });

  test('an empty file, as a crash at the first start can leave it, becomes a library', () => {
    writeFileSync(db(), '');
    expect(open().isNew).toBe(true);
  });

  test('there is nothing to read where there is no library', () => {
    expect(codeOf(() => open({ readOnly: true }))).toBe('library-not-a-library');
    mkdirSync(join(folder, 'inner'));
    expect(codeOf(() => openLibraryFolder(join(folder, 'inner'), { readOnly: true }))).toBe(
      'library-not-a-library',
    );
    expect(readdirSync(join(folder, 'inner'))).toEqual([]);
  });

  test('a library that somebody has put a trigger into is refused', () => {
    open().close();
    const raw = connect(db());
    raw.exec('CREATE TRIGGER spy AFTER INSERT ON article BEGIN DELETE FROM revision; END');
    raw.close();
    expect(codeOf(() => open())).toBe('library-damaged');
    expect(codeOf(() => open({ readOnly: true }))).toBe('library-damaged');
  });

  test('a damaged library is told from a foreign one', () => {
    const library = open();
    write(library, (transaction) => {
      for (let count = 0; count < 50; count++) {
        addArticle(transaction, {
          id: newId(),
          status: 'draft',
          language: 'en',
          section: null,
          dateline: null,
          tags: [],
          headline: 'Words '.repeat(200),
          bylineStyle: 'ap',
        });
      }
    });
    library.close();
    const bytes = readFileSync(db());
    bytes.fill(0x5a, 100, bytes.length);
    writeFileSync(db(), bytes);
    expect(codeOf(() => open())).toBe('library-damaged');
    expect(readFileSync(db()).equals(bytes)).toBe(true);
  });
});

describe('a library of an older version', () => {
  /** A library as an earlier Stet left it, with something in it. */
  function makeOlder(version: number): void {
    for (const name of ['library.db', 'private.sqlite']) {
      const raw = connect(join(folder, name));
      raw.pragma('journal_mode = WAL');
      migrate(raw, version);
      if (name === 'library.db') {
        raw.exec(`
          INSERT INTO editor VALUES ('e', 'Mara Lind', 'e', 'd', 'c', 't');
          INSERT INTO device VALUES ('d', 'desk', '2026-01-01T00:00:00.000Z-0000-d', 'e', 'd', 'c', 't');`);
      }
      raw.close();
    }
  }
  const backups = () =>
    existsSync(join(folder, 'backups')) ? readdirSync(join(folder, 'backups')) : [];

  test('is copied, checked and brought up to date', () => {
    makeOlder(SCHEMA_VERSION - 1);
    const library = open();
    expect(library.isNew).toBe(false);
    expect(readEditorName(library.db)).toBe('Mara Lind');
    expect(library.db.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
    const [copy] = backups().filter((name) => name.startsWith('library-v'));
    const kept = connect(join(folder, 'backups', copy!), { readOnly: true });
    expect(kept.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION - 1);
    expect(kept.prepare('SELECT name FROM editor').pluck().get()).toBe('Mara Lind');
    kept.close();
  });

  test('three copies are kept, the newest ones', () => {
    for (const day of [1, 2, 3, 4, 5]) {
      for (const name of ['library.db', 'private.sqlite'])
        rmSync(join(folder, name), { force: true });
      makeOlder(SCHEMA_VERSION - 1);
      open({ now: () => Date.UTC(2026, 0, day) }).close();
    }
    const copies = backups().filter((name) => name.startsWith('library-v'));
    expect(
      copies.map((name) =>
        name.slice(-'2026-01-03T00-00-00-000Z.db'.length, -'T00-00-00-000Z.db'.length),
      ),
    ).toEqual(['2026-01-03', '2026-01-04', '2026-01-05']);
    expect(backups().filter((name) => name.startsWith('private-v'))).toHaveLength(3);
    expect(backups().filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  test('is not touched where it cannot be copied', () => {
    makeOlder(SCHEMA_VERSION - 1);
    writeFileSync(join(folder, 'backups'), 'a file where the copies belong');
    expect(() => open()).toThrow();
    const raw = connect(db(), { readOnly: true });
    expect(raw.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION - 1);
    raw.close();
  });
});

describe('a transaction', () => {
  const article = {
    status: 'draft',
    language: 'en',
    section: null,
    dateline: null,
    tags: [],
    headline: 'Harbour to stay open',
    bylineStyle: 'ap',
  } as const;

  test('that fails leaves nothing behind', () => {
    const library = open();
    const add = () =>
      write(library, (transaction) => {
        addArticle(transaction, { ...article, id: newId(), tags: [] });
        throw new Error('stop');
      });
    expect(add).toThrow('stop');
    expect(listArticles(library.db)).toEqual([]);
  });

  test('tells within itself what it writes, and can be undone there', () => {
    const library = open();
    library.onChanges = (changes) => {
      expect(library.db.inTransaction).toBe(true);
      expect(changes).toMatchObject([{ table: 'article', home: 'main' }]);
      throw new Error('not shared');
    };
    const add = () =>
      write(library, (transaction) =>
        addArticle(transaction, { ...article, id: newId(), tags: [] }),
      );
    expect(add).toThrow('not shared');
    expect(listArticles(library.db)).toEqual([]);
  });

  test('signs every row with its writer and a clock that rises', () => {
    const library = open({ now: () => Date.UTC(2026, 10, 23) });
    write(library, (transaction) => {
      addArticle(transaction, { ...article, id: newId(), tags: [] });
      addArticle(transaction, { ...article, id: newId(), tags: [] });
    });
    const rows = library.db
      .prepare<[], { editor_id: string; device_id: string; clock: string; written_at: string }>(
        'SELECT editor_id, device_id, clock, written_at FROM article ORDER BY clock',
      )
      .all();
    const { editorId, deviceId } = library.writer;
    for (const row of rows) {
      expect(row).toMatchObject({ editor_id: editorId, device_id: deviceId });
      expect(row.written_at).toBe('2026-11-23T00:00:00.000Z');
    }
    expect(rows[0]!.clock < rows[1]!.clock).toBe(true);
  });

  test('a full disk is told as such, and undone', () => {
    const library = open();
    const pages = Number(library.db.pragma('page_count', { simple: true }));
    library.db.pragma(`max_page_count = ${pages + 4}`);
    const fill = () =>
      write(library, (transaction) =>
        addArticle(transaction, {
          ...article,
          id: newId(),
          tags: [],
          headline: 'x'.repeat(100_000),
        }),
      );
    expect(codeOf(fill)).toBe('disk-full');
    expect(listArticles(library.db)).toEqual([]);
    library.db.pragma('max_page_count = 100000');
    fill();
    expect(listArticles(library.db)).toHaveLength(1);
  });
});
