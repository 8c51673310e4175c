//! The lines of people's decisions, how far each period's last run knew them, and the workbooks that it published.

use std::sync::Arc;

use rusqlite::{OptionalExtension, params};

use super::{Error, Ledger};
use crate::record::{ParcelId, Period};

impl Ledger {
    /// All lines, in order.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn journal(&self) -> Result<Vec<String>, Error> {
        self.try_sql(|sql| {
            sql.prepare_cached("SELECT entry FROM journal ORDER BY line")?.query_map([], |row| row.get(0))?.collect()
        })
    }

    /// Makes these the lines of the journal, all or none. They are on the disk when this returns.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn set_journal(&mut self, lines: &[String]) -> Result<(), Error> {
        let known = self.journal()?;
        // Lines are added; only a journal that somebody put back is another one.
        let kept = known.iter().zip(lines).take_while(|(known, line)| known == line).count();
        let path = self.path.clone();
        let write = |connection: &mut rusqlite::Connection| -> rusqlite::Result<()> {
            let transaction = connection.transaction()?;
            transaction.execute("DELETE FROM journal WHERE line > ?1", params![number(kept)])?;
            {
                let mut insert = transaction.prepare_cached("INSERT INTO journal (line, entry) VALUES (?1, ?2)")?;
                for (at, line) in lines.iter().enumerate().skip(kept) {
                    insert.execute(params![number(at + 1), line])?;
                }
            }
            transaction.commit()
        };
        write(&mut self.connection).map_err(|source| Error::Sqlite { path, source })
    }

    /// How many lines the last run of a period knew; none where there was no run.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn last_run(&self, period: Period) -> Result<Option<usize>, Error> {
        let line: Option<i64> = self.try_sql(|sql| {
            sql.query_row("SELECT line FROM runs WHERE period = ?1", [period.to_string()], |row| row.get(0)).optional()
        })?;
        Ok(line.and_then(|line| usize::try_from(line).ok()))
    }

    /// Writes down that a run of a period knew so many lines, and which workbooks it left behind, by name.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn enter_run(&mut self, period: Period, lines: usize, published: &[(String, ParcelId)]) -> Result<(), Error> {
        let path = self.path.clone();
        let write = |connection: &mut rusqlite::Connection| -> rusqlite::Result<()> {
            let transaction = connection.transaction()?;
            transaction.execute(
                "INSERT INTO runs (period, line) VALUES (?1, ?2) ON CONFLICT (period) DO UPDATE SET line = ?2",
                params![period.to_string(), number(lines)],
            )?;
            transaction.execute("DELETE FROM published WHERE period = ?1", [period.to_string()])?;
            for (name, id) in published {
                transaction.execute(
                    "INSERT OR REPLACE INTO published (period, name, id) VALUES (?1, ?2, ?3)",
                    params![period.to_string(), name, &*id.0],
                )?;
            }
            transaction.commit()
        };
        write(&mut self.connection).map_err(|source| Error::Sqlite { path, source })
    }

    /// The workbooks that the last run of a period left behind, by name, as svod wrote them.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn published(&self, period: Period) -> Result<Vec<(String, ParcelId)>, Error> {
        self.try_sql(|sql| {
            sql.prepare_cached("SELECT name, id FROM published WHERE period = ?1 ORDER BY name")?
                .query_map([period.to_string()], |row| {
                    Ok((row.get::<_, String>(0)?, ParcelId(Arc::from(row.get::<_, String>(1)?))))
                })?
                .collect()
        })
    }
}

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_added_and_a_journal_that_was_put_back_takes_the_place_of_another() {
        let folder = tempfile::tempdir().unwrap();
        let mut ledger = Ledger::open(&folder.path().join("svod.db")).unwrap();
        let lines = |words: &[&str]| words.iter().map(ToString::to_string).collect::<Vec<_>>();
        for journal in [lines(&["a", "b"]), lines(&["a", "b", "c"]), lines(&["a", "x"]), lines(&[])] {
            ledger.set_journal(&journal).unwrap();
            assert_eq!(ledger.journal().unwrap(), journal);
        }
    }

    #[test]
    fn a_run_remembers_how_much_it_knew() {
        let folder = tempfile::tempdir().unwrap();
        let mut ledger = Ledger::open(&folder.path().join("svod.db")).unwrap();
        let period: Period = "2024-Q1".parse().unwrap();
        assert_eq!(ledger.last_run(period).unwrap(), None);
        for lines in [2, 5] {
            let published = [("Вопросы.xlsx".to_owned(), ParcelId(Arc::from("aa")))];
            ledger.enter_run(period, lines, &published).unwrap();
            assert_eq!(ledger.published(period).unwrap(), published);
            assert_eq!(ledger.last_run(period).unwrap(), Some(lines));
        }
    }
}
