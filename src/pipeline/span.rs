//! What is published: a period that was run, or a longer one, put together from those of its parts that were run. Each part
//! is taken in its latest state: files that came since, decisions and corrections count.

use std::sync::Arc;

use super::consolidate::gather;
use super::decide::Journal;
use super::publish::was_run;
use super::{Error, Watch, Workspace};
use crate::flow::{Consolidated, Part};
use crate::ledger::Ledger;
use crate::merge;
use crate::record::Period;
use crate::register::Register;

/// The data of a period, and the register.
pub(super) fn consolidated(
    workspace: &Workspace,
    ledger: &Ledger,
    journal: &Journal,
    period: Period,
    watch: &dyn Watch,
) -> Result<(Consolidated, Register), Error> {
    let of_one = |period: Period| -> Result<(Consolidated, Register), Error> {
        gather(workspace, ledger, period, &journal.memory, watch)?.combine(workspace, &journal.memory)
    };
    let frequency = workspace.form.form.frequency;
    if period.frequency() == frequency {
        return if was_run(ledger, period)? {
            of_one(period)
        } else {
            Err(Error::NotRun { period, parts: Vec::new() })
        };
    }
    let periods = period.parts(frequency);
    if periods.is_empty() {
        return Err(Error::WrongFrequency { period, expected: frequency });
    }
    let mut parts = Vec::new();
    let mut register = None;
    for period in &periods {
        let data = if was_run(ledger, *period)? {
            let (data, its_register) = of_one(*period)?;
            register = Some(its_register);
            Some(Arc::new(data))
        } else {
            None
        };
        parts.push(Part { period: *period, deadline: workspace.deadline(*period), data });
    }
    let register = register.ok_or(Error::NotRun { period, parts: periods })?;
    Ok((merge::join(period, &workspace.form, parts)?, register))
}
