//! What is kept in mind of earlier periods: digests of their files, and what their reports counted. Lost, it is made again.

use std::collections::BTreeMap;
use std::sync::Arc;

use rusqlite::{OptionalExtension, params};

use super::{Error, Ledger};
use crate::flow::Digest;
use crate::record::{ParcelId, Period};

impl Ledger {
    /// The digests of a period that follow from `key`; one that cannot be understood is as good as none.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn digests(&self, period: Period, key: &str) -> Result<BTreeMap<ParcelId, Digest>, Error> {
        let rows: Vec<(String, String)> = self.try_sql(|sql| {
            sql.prepare_cached("SELECT id, digest FROM digests WHERE period = ?1 AND key = ?2")?
                .query_map(params![period.to_string(), key], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect()
        })?;
        let digest = |(id, json): (String, String)| Some((ParcelId(Arc::from(id)), serde_json::from_str(&json).ok()?));
        Ok(rows.into_iter().filter_map(digest).collect())
    }

    /// Keeps digests of a period in mind, in the place of former ones.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_digests(&self, period: Period, key: &str, digests: &[(&ParcelId, &Digest)]) -> Result<(), Error> {
        if digests.is_empty() {
            return Ok(());
        }
        self.try_sql(|sql| {
            let transaction = sql.unchecked_transaction()?;
            {
                let mut insert = transaction.prepare_cached(
                    "INSERT OR REPLACE INTO digests (period, id, key, digest) VALUES (?1, ?2, ?3, ?4)",
                )?;
                for (id, digest) in digests {
                    let json = serde_json::to_string(digest)
                        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
                    insert.execute(params![period.to_string(), &*id.0, key, json])?;
                }
            }
            transaction.commit()
        })
    }

    /// What the last report of a period counted; none where there was no report.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn measures(&self, period: Period) -> Result<Option<String>, Error> {
        self.try_sql(|sql| {
            sql.query_row("SELECT measures FROM measures WHERE period = ?1", [period.to_string()], |row| row.get(0))
                .optional()
        })
    }

    /// Keeps in mind what the report of a period counts, in the place of what it counted before.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_measures(&self, period: Period, measures: &str) -> Result<(), Error> {
        if self.measures(period)?.as_deref() == Some(measures) {
            return Ok(());
        }
        self.try_sql(|sql| {
            sql.execute(
                "INSERT OR REPLACE INTO measures (period, measures) VALUES (?1, ?2)",
                params![period.to_string(), measures],
            )
        })?;
        Ok(())
    }

    /// The limits under which the archives and letters of a period were last looked into.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn unpacked(&self, period: Period) -> Result<Option<String>, Error> {
        self.try_sql(|sql| {
            sql.query_row("SELECT limits FROM unpacked WHERE period = ?1", params![period.to_string()], |row| {
                row.get(0)
            })
            .optional()
        })
    }

    /// Keeps them in mind.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn keep_unpacked(&self, period: Period, limits: &str) -> Result<(), Error> {
        self.try_sql(|sql| {
            sql.execute(
                "INSERT OR REPLACE INTO unpacked (period, limits) VALUES (?1, ?2)",
                params![period.to_string(), limits],
            )
        })?;
        Ok(())
    }
}
