//! The tables, and how older ledgers become newer ones.

use rusqlite::Connection;

/// Version of the tables below.
pub(super) const VERSION: i64 = 1;

const TABLES: &str = "
    CREATE TABLE parcels (
        period   TEXT NOT NULL,
        id       TEXT NOT NULL,          -- fingerprint
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

/// What is kept in mind of files, so that they need not be read again: lost, it is made anew, so no version counts it.
const MEMORY: &str = "
    CREATE TABLE IF NOT EXISTS digests (
        period   TEXT NOT NULL,
        id       TEXT NOT NULL,
        key      TEXT NOT NULL,          -- what it follows from besides the file
        digest   TEXT NOT NULL,          -- JSON
        PRIMARY KEY (period, id)
    ) STRICT, WITHOUT ROWID;
";

/// Settings of the connection. Workspaces lie on network shares: no shared memory, so no write-ahead log; a rollback
/// journal, and each entry on the disk before svod goes on.
pub(super) fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    connection.pragma_update(None, "journal_mode", "DELETE")?;
    connection.pragma_update(None, "synchronous", "FULL")
}

/// Makes the tables in a new ledger. Returns the version that the ledger has then.
pub(super) fn upgrade(connection: &Connection) -> rusqlite::Result<i64> {
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if version == 0 {
        connection.execute_batch(&format!("BEGIN; {TABLES} {MEMORY} PRAGMA user_version = {VERSION}; COMMIT;"))?;
        return Ok(VERSION);
    }
    if version <= VERSION {
        connection.execute_batch(MEMORY)?;
    }
    Ok(version)
}
