//! Charts: lying bars, each with its number. A chart is a table whose second column is drawn, so that it reads aloud too.
//!
//! In: counts. Out: labels, numbers, lengths. It draws nothing: the template does.

use super::super::{Bar as Counted, Bars, Subject};
use crate::words::Args;

/// Bars that are shown at once; the rest unfolds.
const SHOWN: usize = 10;
/// Length of the longest bar in tenths of a per cent: the number stands to the right of it.
const LONGEST: u64 = 740;

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
    /// As it is printed: «19 (68 %)».
    pub(super) number: String,
    /// In per cent: `41.5`.
    pub(super) length: String,
    /// Where the label leads to on the page.
    pub(super) link: Option<String>,
}

impl Chart {
    /// The chart of counts; `link` says where an entry's label leads to.
    pub(super) fn of(subject: &Subject, title: &str, bars: &Bars, link: impl Fn(&str) -> Option<String>) -> Self {
        let most = bars.entries.iter().map(|bar| bar.n).max().unwrap_or(0);
        let bar = |bar: &Counted| Bar {
            label: bar.label.clone(),
            number: match bar.share {
                Some(share) => subject.say_with("brief-share", &Args::new().with("n", bar.n).with("share", share)),
                None => bar.n.to_string(),
            },
            length: length(bar.n, most),
            link: link(&bar.label).filter(|_| bar.n > 0),
        };
        let mut shown: Vec<Bar> = bars.entries.iter().map(bar).collect();
        // Sections and months are all shown; they are few and have their order.
        let more = if !bars.ordered && shown.len() > SHOWN + 1 { shown.split_off(SHOWN) } else { Vec::new() };
        Self {
            id: bars.id,
            title: title.to_owned(),
            heading: subject.say(&format!("{}-label", bars.id)),
            bars: shown,
            more,
        }
    }
}

fn length(n: u32, most: u32) -> String {
    let tenths = u64::from(n) * LONGEST / u64::from(most.max(1));
    format!("{}.{}", tenths / 10, tenths % 10)
}
