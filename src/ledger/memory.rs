//! What is kept in mind of files of earlier periods. In and out: digests by fingerprint. Lost, it is made again.

use std::collections::BTreeMap;
use std::sync::Arc;

use rusqlite::params;

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
}
