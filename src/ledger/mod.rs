//! What was received and what was decided, in one SQLite file in the workspace. The originals, the journal beside it
//! and the folders of editions are the truth: a lost ledger is made again from them.
//!
//! In: parcel cards, lines of the journal. Out: the same. It knows nothing of what is in the files, and of what the lines
//! say.

mod editions;
mod ids;
mod journal;
mod memory;
mod post;
mod schema;

use std::path::Path;
use std::sync::Arc;

use jiff::civil::DateTime;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::flow::ParcelCard;
use crate::record::{ParcelId, Period};

pub use editions::EditionFiles;

/// Something that the ledger could not do.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("the ledger {path}: {source}")]
    Sqlite {
        path: String,
        #[source]
        source: rusqlite::Error,
    },
    /// Written by a newer svod.
    #[error("the ledger {path} was written by a newer svod (its version is {version})")]
    Newer { path: String, version: i64 },
}

/// The ledger of a workspace.
#[derive(Debug)]
pub struct Ledger {
    connection: Connection,
    path: String,
}

impl Ledger {
    /// Opens the ledger, or makes a new one.
    ///
    /// # Errors
    /// When the file cannot be opened, is no ledger, or is a newer svod's.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let name = path.display().to_string();
        let wrap = |source| Error::Sqlite { path: name.clone(), source };
        let connection = Connection::open(path).map_err(wrap)?;
        schema::prepare(&connection).map_err(wrap)?;
        let version = schema::upgrade(&connection).map_err(wrap)?;
        if version > schema::VERSION {
            return Err(Error::Newer { path: name, version });
        }
        Ok(Self { connection, path: name })
    }

    /// All parcels of a period, in order of arrival.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn parcels(&self, period: Period) -> Result<Vec<ParcelCard>, Error> {
        self.try_sql(|sql| {
            sql.prepare_cached(&format!("SELECT {CARD} FROM parcels WHERE period = ?1 ORDER BY arrival"))?
                .query_map([period.to_string()], card)?
                .collect()
        })
    }

    /// Every period that something was received for, the earliest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn periods(&self) -> Result<Vec<Period>, Error> {
        let mut periods: Vec<Period> = self.try_sql(|sql| {
            sql.prepare_cached("SELECT DISTINCT period FROM parcels")?
                .query_map([], |row| row.get::<_, String>(0))?
                .filter_map(|text| text.map(|text| text.parse().ok()).transpose())
                .collect()
        })?;
        periods.sort_by_key(|period| (period.first_day(), period.last_day()));
        Ok(periods)
    }

    /// The parcel with that fingerprint in that period.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn parcel(&self, period: Period, id: &ParcelId) -> Result<Option<ParcelCard>, Error> {
        self.try_sql(|sql| {
            sql.prepare_cached(&format!("SELECT {CARD} FROM parcels WHERE period = ?1 AND id = ?2"))?
                .query_row(params![period.to_string(), &*id.0], card)
                .optional()
        })
    }

    /// The number that the next parcel gets.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn next_arrival(&self) -> Result<u64, Error> {
        let last: Option<i64> =
            self.try_sql(|sql| sql.query_row("SELECT max(arrival) FROM parcels", [], |row| row.get(0)))?;
        Ok(last.and_then(|last| u64::try_from(last).ok()).unwrap_or(0) + 1)
    }

    /// Writes parcels down, all or none. They are on the disk when this returns.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn enter(&mut self, period: Period, cards: &[ParcelCard]) -> Result<(), Error> {
        let path = &self.path;
        let enter_all = |connection: &mut Connection| -> rusqlite::Result<()> {
            let transaction = connection.transaction()?;
            {
                let mut insert = transaction.prepare_cached(
                    "INSERT INTO parcels (period, id, name, stored, size, received, arrival, within)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                )?;
                for card in cards {
                    insert.execute(params![
                        period.to_string(),
                        &*card.id.0,
                        &*card.name,
                        card.stored,
                        i64::try_from(card.size).unwrap_or(i64::MAX),
                        card.received.to_string(),
                        i64::try_from(card.arrival).unwrap_or(i64::MAX),
                        ids::within_column(card.within.as_ref()),
                    ])?;
                }
            }
            transaction.commit()
        };
        enter_all(&mut self.connection).map_err(|source| Error::Sqlite { path: path.clone(), source })
    }

    /// Writes down that a parcel came once more under `name`.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn enter_copy(&self, period: Period, id: &ParcelId, name: &str) -> Result<(), Error> {
        self.try_sql(|sql| {
            sql.prepare_cached("INSERT OR IGNORE INTO copies (period, id, name) VALUES (?1, ?2, ?3)")?.execute(params![
                period.to_string(),
                &*id.0,
                name
            ])
        })?;
        Ok(())
    }

    /// The other names under which parcels of a period came, by parcel, then by name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn copies(&self, period: Period) -> Result<Vec<(ParcelId, String)>, Error> {
        self.try_sql(|sql| {
            sql.prepare_cached("SELECT id, name FROM copies WHERE period = ?1 ORDER BY id, name")?
                .query_map([period.to_string()], |row| {
                    Ok((ParcelId(Arc::from(row.get::<_, String>(0)?)), row.get::<_, String>(1)?))
                })?
                .collect()
        })
    }

    /// The period that the last parcel came for.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn latest_period(&self) -> Result<Option<Period>, Error> {
        let latest: Option<String> = self.try_sql(|sql| {
            sql.query_row("SELECT period FROM parcels ORDER BY arrival DESC LIMIT 1", [], |row| row.get(0)).optional()
        })?;
        Ok(latest.and_then(|period| period.parse().ok()))
    }

    fn try_sql<T>(&self, work: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, Error> {
        work(&self.connection).map_err(|source| Error::Sqlite { path: self.path.clone(), source })
    }
}

/// The columns of a card, as [`card`] reads them.
const CARD: &str = "id, name, stored, size, received, arrival, within";

fn card(row: &Row<'_>) -> rusqlite::Result<ParcelCard> {
    let received: String = row.get(4)?;
    let received: DateTime = received.parse().map_err(|error: jiff::Error| {
        rusqlite::Error::FromSqlConversionFailure(4, rusqlite::types::Type::Text, error.into())
    })?;
    let name: String = row.get(1)?;
    Ok(ParcelCard {
        id: ParcelId(Arc::from(row.get::<_, String>(0)?)),
        within: ids::within(row.get(6)?, &name),
        name: Arc::from(name),
        stored: row.get(2)?,
        size: u64::try_from(row.get::<_, i64>(3)?).unwrap_or(0),
        received,
        arrival: u64::try_from(row.get::<_, i64>(5)?).unwrap_or(0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_entered_is_found_again_after_the_ledger_was_closed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("svod.db");
        let period: Period = "2024-Q1".parse().unwrap();
        let card = ParcelCard {
            id: ParcelId(Arc::from("00ff")),
            name: Arc::from("Музей.xlsx"),
            stored: "2024-Q1/originals/0001 Музей.xlsx".to_owned(),
            size: 12,
            received: jiff::civil::date(2024, 4, 3).at(9, 30, 0, 0),
            arrival: 1,
            within: Some(ParcelId(Arc::from("aa11"))),
        };
        Ledger::open(&path).unwrap().enter(period, std::slice::from_ref(&card)).unwrap();
        let ledger = Ledger::open(&path).unwrap();
        assert_eq!(ledger.parcels(period).unwrap(), std::slice::from_ref(&card));
        assert_eq!(ledger.parcel(period, &card.id).unwrap(), Some(card));
        assert_eq!(ledger.next_arrival().unwrap(), 2);
    }
}
