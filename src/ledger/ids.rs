//! Whole ids in the place of those of an older svod, and the archives and letters that files lay in.

use std::sync::Arc;

use rusqlite::{Connection, params};

use super::{CARD, Error, Ledger, card};
use crate::flow::{ParcelCard, WITHIN};
use crate::record::{ParcelId, Period};

impl Ledger {
    /// The ids of all files of all periods, in order of arrival.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn ids(&self) -> Result<Vec<ParcelId>, Error> {
        self.try_sql(|sql| {
            sql.prepare_cached("SELECT id FROM parcels ORDER BY arrival")?
                .query_map([], |row| Ok(ParcelId(Arc::from(row.get::<_, String>(0)?))))?
                .collect()
        })
    }

    /// The files that an older svod entered by the first digits of their ids, and whose whole ids are not known yet.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn old_ids(&self) -> Result<Vec<ParcelCard>, Error> {
        self.try_sql(|sql| {
            sql.prepare_cached(&format!("SELECT {CARD} FROM parcels WHERE length(id) = ?1 ORDER BY arrival"))?
                .query_map([i64::try_from(ParcelId::OLD_DIGITS).unwrap_or_default()], card)?
                .collect()
        })
    }

    /// The file of a period that has an id; else the one of an older svod that has its first digits, and the size.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn known(&self, period: Period, id: &ParcelId, size: u64) -> Result<Option<ParcelCard>, Error> {
        if let Some(card) = self.parcel(period, id)? {
            return Ok(Some(card));
        }
        let old = self.parcel(period, &ParcelId(Arc::from(id.head())))?;
        Ok(old.filter(|card| card.size == size))
    }

    /// Puts whole ids in the place of old ones, all or none. What was remembered of the files under the old ids is dropped.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn make_whole(&mut self, ids: &[(u64, ParcelId)]) -> Result<(), Error> {
        if ids.is_empty() {
            return Ok(());
        }
        let path = self.path.clone();
        let write = |connection: &mut Connection| -> rusqlite::Result<()> {
            let transaction = connection.transaction()?;
            for (arrival, whole) in ids {
                let arrival = i64::try_from(*arrival).unwrap_or(i64::MAX);
                let (period, old): (String, String) =
                    transaction.query_row("SELECT period, id FROM parcels WHERE arrival = ?1", [arrival], |row| {
                        Ok((row.get(0)?, row.get(1)?))
                    })?;
                transaction.execute("UPDATE parcels SET id = ?2 WHERE arrival = ?1", params![arrival, &*whole.0])?;
                for change in [
                    "UPDATE copies SET id = ?3 WHERE period = ?1 AND id = ?2",
                    "UPDATE parcels SET within = ?3 WHERE period = ?1 AND within = ?2",
                ] {
                    transaction.execute(change, params![period, old, &*whole.0])?;
                }
                transaction.execute("DELETE FROM digests WHERE period = ?1 AND id = ?2", params![period, old])?;
            }
            transaction.commit()
        };
        write(&mut self.connection).map_err(|source| Error::Sqlite { path, source })
    }

    /// The files of a period of which it was not looked into whether they lay in an archive or a letter.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn of_unknown_origin(&self, period: Period) -> Result<Vec<ParcelCard>, Error> {
        self.try_sql(|sql| {
            sql.prepare_cached(&format!(
                "SELECT {CARD} FROM parcels WHERE period = ?1 AND within IS NULL ORDER BY arrival"
            ))?
            .query_map([period.to_string()], card)?
            .collect()
        })
    }

    /// Writes down which archives and letters files of a period lay in, all or none.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn set_within(&mut self, period: Period, within: &[(ParcelId, Option<ParcelId>)]) -> Result<(), Error> {
        if within.is_empty() {
            return Ok(());
        }
        let path = self.path.clone();
        let write = |connection: &mut Connection| -> rusqlite::Result<()> {
            let transaction = connection.transaction()?;
            for (id, within) in within {
                transaction.execute(
                    "UPDATE parcels SET within = ?3 WHERE period = ?1 AND id = ?2",
                    params![period.to_string(), &*id.0, within_column(within.as_ref())],
                )?;
            }
            transaction.commit()
        };
        write(&mut self.connection).map_err(|source| Error::Sqlite { path, source })
    }
}

/// How the table holds it.
pub(super) fn within_column(within: Option<&ParcelId>) -> &str {
    within.map_or("", |id| &id.0)
}

/// How the table is understood: where nobody looked into it, a name tells that there was an archive or a letter.
pub(super) fn within(column: Option<String>, name: &str) -> Option<ParcelId> {
    match column {
        Some(id) => Some(ParcelId(Arc::from(id))).filter(|id| !id.0.is_empty()),
        None => name.contains(WITHIN).then(ParcelId::unknown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(id: &str, arrival: u64) -> ParcelCard {
        ParcelCard {
            id: ParcelId(Arc::from(id)),
            name: Arc::from("Музей.xlsx"),
            stored: format!("2024-Q1/originals/{arrival:04} Музей.xlsx"),
            size: 12,
            received: jiff::civil::date(2024, 4, 3).at(9, 30, 0, 0),
            arrival,
            within: None,
        }
    }

    #[test]
    fn an_old_id_is_made_whole_wherever_it_stands() {
        let folder = tempfile::tempdir().unwrap();
        let mut ledger = Ledger::open(&folder.path().join("svod.db")).unwrap();
        let period: Period = "2024-Q1".parse().unwrap();
        let (old, whole) = ("0123456789abcdef", ParcelId(Arc::from("0123456789abcdef".repeat(4))));
        let inner = ParcelCard { within: Some(ParcelId(Arc::from(old))), ..card("1111111111111111", 2) };
        ledger.enter(period, &[card(old, 1), inner]).unwrap();
        ledger.enter_copy(period, &ParcelId(Arc::from(old)), "ещё раз.xlsx").unwrap();
        assert_eq!(ledger.old_ids().unwrap().len(), 2);
        ledger.make_whole(&[(1, whole.clone())]).unwrap();
        let ids: Vec<_> = ledger.parcels(period).unwrap().into_iter().map(|card| (card.id, card.within)).collect();
        assert_eq!(ids[0], (whole.clone(), None));
        assert_eq!(ids[1].1, Some(whole.clone()));
        assert_eq!(ledger.copies(period).unwrap(), [(whole, "ещё раз.xlsx".to_owned())]);
        assert_eq!(ledger.old_ids().unwrap().len(), 1, "of the other the original was not found");
    }

    #[test]
    fn two_files_that_share_their_first_digits_are_two() {
        let folder = tempfile::tempdir().unwrap();
        let mut ledger = Ledger::open(&folder.path().join("svod.db")).unwrap();
        let period: Period = "2024-Q1".parse().unwrap();
        let [one, other] = ["1", "2"].map(|end| format!("0123456789abcdef{}", end.repeat(48)));
        ledger.enter(period, &[card(&one, 1), card(&other, 2)]).unwrap();
        let arrival = |id: &str| ledger.parcel(period, &ParcelId(Arc::from(id))).unwrap().map(|card| card.arrival);
        assert_eq!((arrival(&one), arrival(&other), arrival("0123456789abcdef")), (Some(1), Some(2), None));
    }

    #[test]
    fn a_name_tells_of_an_archive_until_it_is_looked_into() {
        assert_eq!(within(None, "ответы.zip › музей.xlsx"), Some(ParcelId::unknown()));
        assert_eq!(within(None, "музей.xlsx"), None);
        assert_eq!(within(Some(String::new()), "ответы.zip › музей.xlsx"), None, "it came by itself, too");
        assert_eq!(within(Some("aa".to_owned()), "музей.xlsx"), Some(ParcelId(Arc::from("aa"))));
    }
}
