//! The sum of the rows received: each has exactly one place, and the places are counted, never inferred from one another.

use std::collections::BTreeMap;

use super::events::Draft;
use super::intake::{At, Fate};
use super::{Desk, Error, count};
use crate::flow::Tally;

/// The place of a row that was received.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// The lead of an event in the report.
    InReport,
    /// In an event that another row leads.
    Merged,
    Refused,
    Waits,
}

/// The place of every row received.
#[derive(Debug)]
pub(super) struct Sum {
    places: BTreeMap<At, Place>,
    /// Events that a row of an earlier period leads.
    carried: usize,
}

impl Sum {
    /// Finds the place of every row.
    ///
    /// # Errors
    /// When a row has none, or more than one: the report would be wrong, and nobody would see it.
    pub(super) fn of(desk: Desk<'_>, drafts: &[Draft]) -> Result<Self, Error> {
        let mut sum = Self { places: BTreeMap::new(), carried: 0 };
        for draft in drafts {
            for (nth, at) in draft.rows.iter().enumerate() {
                match (desk.intake.file(*at).carried_from(), nth) {
                    (None, 0) => sum.put(desk, *at, Place::InReport)?,
                    (None, _) => sum.put(desk, *at, Place::Merged)?,
                    (Some(_), 0) => sum.carried += 1,
                    (Some(_), _) => {}
                }
            }
        }
        let mut accepted = 0;
        for (at, fate) in desk.intake.received() {
            match fate {
                Fate::InReport if sum.places.contains_key(&at) => accepted += 1,
                Fate::InReport => return Err(Error::lost(&desk.intake.source(at))),
                Fate::Refused => sum.put(desk, at, Place::Refused)?,
                Fate::Waits => sum.put(desk, at, Place::Waits)?,
            }
        }
        let in_events = sum.places.values().filter(|place| matches!(place, Place::InReport | Place::Merged)).count();
        if in_events != accepted {
            return Err(Error::Sum { told: in_events, counted: accepted });
        }
        Ok(sum)
    }

    fn put(&mut self, desk: Desk<'_>, at: At, place: Place) -> Result<(), Error> {
        match self.places.insert(at, place) {
            None => Ok(()),
            Some(_) => Err(Error::twice(&desk.intake.source(at))),
        }
    }

    /// The rows received, each with its place.
    pub(super) fn places(&self) -> impl Iterator<Item = (At, Place)> {
        self.places.iter().map(|(at, place)| (*at, *place))
    }

    pub(super) fn tally(&self) -> Tally {
        let mut tally = Tally { carried: count(self.carried), ..Tally::default() };
        self.places.values().for_each(|place| place.add_to(&mut tally));
        tally
    }
}

impl Place {
    /// Counts a row of this place.
    pub(super) fn add_to(self, tally: &mut Tally) {
        tally.received += 1;
        let term = match self {
            Self::InReport => &mut tally.in_report,
            Self::Merged => &mut tally.merged,
            Self::Refused => &mut tally.refused,
            Self::Waits => &mut tally.waiting,
        };
        *term += 1;
    }
}
