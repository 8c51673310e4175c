//! Charts: lying bars, each with its number. A chart is a table whose second column is drawn, so that it reads aloud too.
//!
//! In: a breakdown. Out: labels, numbers, lengths. It draws nothing: the template does.

use super::super::{Breakdown, Subject};

/// Bars that are shown at once; the rest unfolds.
const SHOWN: usize = 10;
/// Length of the longest bar in tenths of a per cent: the number stands to the right of it.
const LONGEST: u64 = 820;

/// A chart.
pub(super) struct Chart {
    pub(super) id: &'static str,
    pub(super) title: String,
    /// Heading of the column of labels.
    pub(super) heading: String,
    pub(super) bars: Vec<Bar>,
    /// The shorter ones, where there are many.
    pub(super) more: Vec<Bar>,
}

/// A bar.
pub(super) struct Bar {
    pub(super) label: String,
    pub(super) n: u32,
    /// In per cent: `41.5`.
    pub(super) length: String,
    /// Where the label leads to on the page.
    pub(super) link: Option<String>,
}

impl Chart {
    /// The chart of a breakdown; `link` says where an entry's label leads to.
    pub(super) fn of(subject: &Subject, breakdown: &Breakdown, link: impl Fn(&str) -> Option<String>) -> Self {
        let most = breakdown.entries.iter().map(|(_, n)| *n).max().unwrap_or(0);
        let bar = |(label, n): &(String, u32)| Bar {
            label: label.clone(),
            n: *n,
            length: length(*n, most),
            link: link(label).filter(|_| *n > 0),
        };
        let mut bars: Vec<Bar> = breakdown.entries.iter().map(bar).collect();
        // Sections and months are all shown; they are few and have their order.
        let sorted = breakdown.entries.is_sorted_by_key(|(_, n)| std::cmp::Reverse(*n));
        let more = if sorted && bars.len() > SHOWN + 1 { bars.split_off(SHOWN) } else { Vec::new() };
        Self {
            id: breakdown.id,
            title: subject.say(breakdown.id),
            heading: subject.say(&format!("{}-label", breakdown.id)),
            bars,
            more,
        }
    }
}

fn length(n: u32, most: u32) -> String {
    let tenths = u64::from(n) * LONGEST / u64::from(most.max(1));
    format!("{}.{}", tenths / 10, tenths % 10)
}
