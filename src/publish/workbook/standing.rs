//! Where each institution stands after the letters to it: asked, reminded, answered, returned, and when.
//!
//! In: the accounts. Out: columns and cells of the sheet of answers, and the figures in words.

use super::answers;
use super::book::Book;
use super::grid::{Cell, Tone};
use crate::flow::{Account, Accounts, Answer, Completeness, Progress};
use crate::words::{self, Args};

/// The columns that letters add.
pub(super) const COLUMNS: [(&str, f64); 7] = [
    ("standing-asked", 13.0),
    ("standing-reminded", 13.0),
    ("standing-reminders", 13.0),
    ("standing-deadline", 13.0),
    ("standing-answered", 14.0),
    ("standing-days-late", 12.0),
    ("standing-returned", 13.0),
];

pub(super) fn cells(account: &Account) -> Vec<Cell> {
    let some = |n: u32| if n == 0 { Cell::Blank } else { Cell::count(n) };
    let late = some(account.days_late);
    vec![
        Cell::day(account.asked),
        Cell::day(account.reminded.last().copied()),
        some(u32::try_from(account.reminded.len()).unwrap_or(u32::MAX)),
        Cell::day(account.deadline),
        Cell::day(account.answered),
        if account.late { late.painted(Tone::Doubtful) } else { late },
        Cell::day(account.returned),
    ]
}

/// The state in words, and its colour.
pub(super) fn state(book: &Book, answer: &Answer, account: &Account) -> (Tone, String) {
    let (tone, mut text) = match account.progress {
        // What came is spoken of as where no letters are written.
        Progress::Nil | Progress::InOrder | Progress::WithFindings | Progress::Refused => {
            let (tone, id) = answers::state(answer.state);
            (tone, book.say(id))
        }
        progress => (tone(progress), words::plain(book.language, progress.id())),
    };
    if account.extended
        && let Some(day) = account.deadline
    {
        text = format!("{text}; {}", words::text(book.language, "progress-extended", &Args::new().with("day", day)));
    }
    if account.troubled > 0 {
        let args = Args::new().with("n", account.troubled);
        text = format!("{text}; {}", words::text(book.language, "progress-troubled", &args));
    }
    (tone, text)
}

fn tone(progress: Progress) -> Tone {
    match progress {
        Progress::NotAsked | Progress::Asked => Tone::Faint,
        Progress::Reminded | Progress::WithFindings | Progress::Returned => Tone::Doubtful,
        Progress::Silent | Progress::Refused => Tone::Bad,
        Progress::Nil | Progress::InOrder | Progress::Corrected => Tone::Good,
    }
}

/// For which day the states hold, how many have answered, and how many in time.
pub(super) fn in_words(book: &Book, accounts: &Accounts) -> String {
    let Completeness { expected, received, on_time, in_order } = accounts.figures;
    let share = |n: u32| (n * 100 + expected / 2).checked_div(expected).unwrap_or(0);
    let args = || Args::new().with("day", accounts.on).with("expected", expected);
    let answered = args().with("n", received).with("share", share(received)).with("in-order", in_order);
    let mut text = book.say_with("standing-figures", &answered);
    if let Some(n) = on_time {
        text = format!("{text} {}", book.say_with("standing-on-time", &args().with("n", n).with("share", share(n))));
    }
    text
}
