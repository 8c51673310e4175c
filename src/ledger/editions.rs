//! The editions that were published, with the digests of their files. Lost, they are learnt again from their folders.

use std::collections::BTreeMap;
use std::sync::Arc;

use rusqlite::params;

use super::{Error, Ledger};
use crate::record::{ParcelId, Period};

/// Digests of the files of an edition, by their paths in its folder, with `/`.
pub type EditionFiles = BTreeMap<String, ParcelId>;

impl Ledger {
    /// The editions of a period by their numbers.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn editions(&self, period: Period) -> Result<BTreeMap<u32, EditionFiles>, Error> {
        let rows: Vec<(u32, String, String)> = self.try_sql(|sql| {
            sql.prepare_cached("SELECT number, name, digest FROM editions WHERE period = ?1")?
                .query_map([period.to_string()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
                .collect()
        })?;
        let mut editions: BTreeMap<u32, EditionFiles> = BTreeMap::new();
        for (number, name, digest) in rows {
            editions.entry(number).or_default().insert(name, ParcelId(Arc::from(digest)));
        }
        Ok(editions)
    }

    /// Writes an edition down, whole or not at all; what is known of its files stays as it is. It is on the disk when this
    /// returns.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn enter_edition(&self, period: Period, number: u32, files: &EditionFiles) -> Result<(), Error> {
        self.try_sql(|sql| {
            let transaction = sql.unchecked_transaction()?;
            {
                let mut insert = transaction.prepare_cached(
                    "INSERT OR IGNORE INTO editions (period, number, name, digest) VALUES (?1, ?2, ?3, ?4)",
                )?;
                for (name, digest) in files {
                    insert.execute(params![period.to_string(), number, name, &*digest.0])?;
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
    fn an_edition_is_kept_as_it_was_entered_first() {
        let folder = tempfile::tempdir().unwrap();
        let ledger = Ledger::open(&folder.path().join("svod.db")).unwrap();
        let period: Period = "2024-Q1".parse().unwrap();
        let files = |digest: &str| -> EditionFiles {
            ["edition.json", "data/events.csv"].map(|name| (name.to_owned(), ParcelId(Arc::from(digest)))).into()
        };
        ledger.enter_edition(period, 1, &files("aa")).unwrap();
        ledger.enter_edition(period, 1, &files("bb")).unwrap();
        ledger.enter_edition(period, 3, &files("cc")).unwrap();
        assert_eq!(ledger.editions(period).unwrap(), [(1, files("aa")), (3, files("cc"))].into());
        assert_eq!(ledger.editions("2024-Q2".parse().unwrap()).unwrap(), BTreeMap::new());
    }
}
