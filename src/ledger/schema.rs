//! The tables, and how older ledgers become newer ones.

use rusqlite::Connection;

/// Version of the tables below.
pub(super) const VERSION: i64 = 5;

/// What each version adds to the one before it.
const STEPS: [&str; 5] = [PARCELS, DECISIONS, POST, WITHIN, EDITIONS];

const PARCELS: &str = "
    CREATE TABLE parcels (
        period   TEXT NOT NULL,
        id       TEXT NOT NULL,          -- SHA-256; 16 digits of it where an older svod entered it and the original is gone
        name     TEXT NOT NULL,          -- as it arrived
        stored   TEXT NOT NULL,          -- relative to the workspace
        size     INTEGER NOT NULL,       -- bytes
        received TEXT NOT NULL,          -- local time, ISO 8601
        arrival  INTEGER NOT NULL UNIQUE,
        PRIMARY KEY (period, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE copies (                -- the same file under another name
        period   TEXT NOT NULL,
        id       TEXT NOT NULL,
        name     TEXT NOT NULL,
        PRIMARY KEY (period, id, name)
    ) STRICT, WITHOUT ROWID;
";

const DECISIONS: &str = "
    CREATE TABLE journal (               -- people's decisions, line by line as in the journal's file
        line     INTEGER PRIMARY KEY,    -- from 1
        entry    TEXT NOT NULL           -- JSON
    ) STRICT;
    CREATE TABLE runs (                  -- the last run of a period
        period   TEXT PRIMARY KEY,
        line     INTEGER NOT NULL        -- the last line of the journal that it knew
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE published (             -- workbooks in the folder of a period's report, as svod wrote them
        period   TEXT NOT NULL,
        name     TEXT NOT NULL,
        id       TEXT NOT NULL,          -- fingerprint
        PRIMARY KEY (period, name)
    ) STRICT, WITHOUT ROWID;
";

const POST: &str = "
    CREATE TABLE post (                  -- what was sent, line by line as in the journal of the post
        line     INTEGER PRIMARY KEY,
        entry    TEXT NOT NULL UNIQUE    -- JSON
    ) STRICT;
";

const WITHIN: &str = "
    ALTER TABLE parcels ADD COLUMN within TEXT;  -- id of the archive or letter; '' it came by itself; NULL not looked into
";

const EDITIONS: &str = "
    CREATE TABLE editions (              -- files of editions as they were published
        period   TEXT NOT NULL,
        number   INTEGER NOT NULL,       -- from 1
        name     TEXT NOT NULL,          -- path in the folder of the edition, with /
        digest   TEXT NOT NULL,          -- SHA-256
        PRIMARY KEY (period, number, name)
    ) STRICT, WITHOUT ROWID;
";

/// What is kept in mind of files and reports, so that they need not be read again: lost, it is made anew by running their
/// periods, so no version counts it.
const MEMORY: &str = "
    CREATE TABLE IF NOT EXISTS digests (
        period   TEXT NOT NULL,
        id       TEXT NOT NULL,
        key      TEXT NOT NULL,          -- what it follows from besides the file
        digest   TEXT NOT NULL,          -- JSON
        PRIMARY KEY (period, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS measures (
        period   TEXT PRIMARY KEY,
        measures TEXT NOT NULL           -- JSON
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS unpacked (
        period   TEXT PRIMARY KEY,
        limits   TEXT NOT NULL           -- those under which archives and letters were last looked into
    ) STRICT, WITHOUT ROWID;
";

/// Settings of the connection. Workspaces lie on network shares: no shared memory, so no write-ahead log; a rollback
/// journal, and each entry on the disk before svod goes on.
pub(super) fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    connection.pragma_update(None, "journal_mode", "DELETE")?;
    connection.pragma_update(None, "synchronous", "FULL")
}

/// Adds to an older ledger what newer versions have, each step whole or not at all. Returns the version that the ledger has
/// then.
pub(super) fn upgrade(connection: &Connection) -> rusqlite::Result<i64> {
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let done = usize::try_from(version).unwrap_or(usize::MAX);
    for (step, next) in STEPS.iter().zip(1..).skip(done) {
        connection.execute_batch(&format!("BEGIN; {step} PRAGMA user_version = {next}; COMMIT;"))?;
    }
    if version <= VERSION {
        connection.execute_batch(MEMORY)?;
    }
    Ok(version.max(VERSION))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ledger_of_the_first_version_keeps_what_it_has_and_gets_what_is_new() {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(&format!("{PARCELS} PRAGMA user_version = 1;")).unwrap();
        connection
            .execute("INSERT INTO parcels VALUES ('2024-Q1', 'aa', 'a.xlsx', 'x', 1, '2024-04-03T10:00', 1)", [])
            .unwrap();
        assert_eq!(upgrade(&connection).unwrap(), VERSION);
        let count = |table: &str| -> i64 {
            connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
        };
        assert_eq!((count("parcels"), count("journal"), count("runs")), (1, 0, 0));
        assert_eq!(upgrade(&connection).unwrap(), VERSION, "once more changes nothing");
    }

    #[test]
    fn the_version_is_the_number_of_steps() {
        assert_eq!(i64::try_from(STEPS.len()).unwrap(), VERSION);
    }
}
