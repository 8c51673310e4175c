//! The lines of the journal of the post: a copy, so that no letter goes out twice because a file was lost.

use super::{Error, Ledger};

impl Ledger {
    /// All lines, in the order in which they were entered.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn post(&self) -> Result<Vec<String>, Error> {
        self.try_sql(|sql| {
            sql.prepare_cached("SELECT entry FROM post ORDER BY line")?.query_map([], |row| row.get(0))?.collect()
        })
    }

    /// Adds lines, all or none; one that is there already is not added again. They are on the disk when this returns.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn add_post(&self, lines: &[String]) -> Result<(), Error> {
        if lines.is_empty() {
            return Ok(());
        }
        self.try_sql(|sql| {
            let transaction = sql.unchecked_transaction()?;
            {
                let mut insert = transaction.prepare_cached("INSERT OR IGNORE INTO post (entry) VALUES (?1)")?;
                for line in lines {
                    insert.execute([line])?;
                }
            }
            transaction.commit()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_kept_once_and_in_its_order() {
        let folder = tempfile::tempdir().unwrap();
        let ledger = Ledger::open(&folder.path().join("svod.db")).unwrap();
        let lines = ["b", "a", "b"].map(str::to_owned);
        ledger.add_post(&lines).unwrap();
        ledger.add_post(&["a".to_owned(), "c".to_owned()]).unwrap();
        assert_eq!(ledger.post().unwrap(), ["b", "a", "c"]);
    }
}
