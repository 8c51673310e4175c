//! What a later edition says differently: event by event, field by field.
//!
//! In: two editions. Out: differences, in the order of the later report, each of which can be said in words.

use super::pairing::{Pair, pairs};
use super::{Edition, EditionEvent, EditionField};
use crate::words::{self, Args, Language};

/// Something that a later edition says differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// A line of the title, or the closing sentence. What was not there before, or is gone, is empty.
    Line {
        before: String,
        after: String,
    },
    /// One of the first figures.
    Figure {
        words: String,
        before: String,
        after: String,
    },
    Added {
        number: u32,
        called: String,
    },
    Removed {
        number: u32,
        called: String,
    },
    /// A field of an event; a value that was not there before, or is gone, is empty.
    Changed {
        number: u32,
        called: String,
        label: String,
        before: String,
        after: String,
    },
}

/// What `after` says differently from `before`: lines, figures, then events.
#[must_use]
pub fn differences(before: &Edition, after: &Edition) -> Vec<Difference> {
    let mut found = lines(&before.lines, &after.lines);
    found.extend(figures(before, after));
    for pair in pairs(&before.events, &after.events) {
        match pair {
            Pair::Added(at) => {
                let event = &after.events[at];
                found.push(Difference::Added { number: event.number, called: event.called.clone() });
            }
            Pair::Removed(at) => {
                let event = &before.events[at];
                found.push(Difference::Removed { number: event.number, called: event.called.clone() });
            }
            Pair::Kept(from, at) => found.extend(fields(&before.events[from], &after.events[at])),
        }
    }
    found
}

/// Lines that are not in both, side by side in their order.
fn lines(before: &[String], after: &[String]) -> Vec<Difference> {
    let gone: Vec<&String> = before.iter().filter(|line| !after.contains(line)).collect();
    let new: Vec<&String> = after.iter().filter(|line| !before.contains(line)).collect();
    let line = |lines: &[&String], at: usize| lines.get(at).map(|line| (*line).clone()).unwrap_or_default();
    let pair = |at| Difference::Line { before: line(&gone, at), after: line(&new, at) };
    (0..gone.len().max(new.len())).map(pair).collect()
}

fn figures(before: &Edition, after: &Edition) -> Vec<Difference> {
    let value = |edition: &Edition, id: &str| {
        edition.figures.iter().find(|figure| figure.id == id).map(|figure| figure.value.clone()).unwrap_or_default()
    };
    let gone = before.figures.iter().filter(|figure| after.figures.iter().all(|other| other.id != figure.id));
    let all = after.figures.iter().chain(gone);
    all.map(|figure| Difference::Figure {
        words: figure.words.clone(),
        before: value(before, &figure.id),
        after: value(after, &figure.id),
    })
    .filter(|difference| !matches!(difference, Difference::Figure { before, after, .. } if before == after))
    .collect()
}

fn fields(before: &EditionEvent, after: &EditionEvent) -> Vec<Difference> {
    let value = |event: &EditionEvent, field: &EditionField| {
        event.fields.iter().find(|other| other.key == field.key).map(|other| other.value.clone()).unwrap_or_default()
    };
    let gone = before.fields.iter().filter(|field| after.fields.iter().all(|other| other.key != field.key));
    let all = after.fields.iter().chain(gone);
    all.filter(|field| value(before, field) != value(after, field))
        .map(|field| Difference::Changed {
            number: after.number,
            called: after.called.clone(),
            label: field.label.clone(),
            before: value(before, field),
            after: value(after, field),
        })
        .collect()
}

impl Difference {
    /// The difference in words, on one line.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let said = |id: &str, args: &Args| words::text(language, &format!("edition-{id}"), args);
        let value = |text: &str| match text.trim() {
            "" => words::plain(language, "edition-nothing"),
            text => said("value", &Args::new().with("value", text.split_whitespace().collect::<Vec<_>>().join(" "))),
        };
        let change = |before: &str, after: &str| Args::new().with("before", value(before)).with("after", value(after));
        let event = |args: Args, number: u32, called: &str| args.with("number", number).with("title", called);
        match self {
            Self::Line { before, after } => said("line", &change(before, after)),
            Self::Figure { words, before, after } => {
                let bare = |text: &str| if text.is_empty() { value(text) } else { text.to_owned() };
                let args = Args::new().with("before", bare(before)).with("after", bare(after));
                said("figure", &args.with("words", words.as_str()))
            }
            Self::Added { number, called } => said("added", &event(Args::new(), *number, called)),
            Self::Removed { number, called } => said("removed", &event(Args::new(), *number, called)),
            Self::Changed { number, called, label, before, after } => {
                said("changed", &event(change(before, after), *number, called).with("field", label.as_str()))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::{Subject, fixture};
    use crate::record::Value;

    /// The edition of the made-up region, after `change`.
    fn edition(number: u32, change: impl FnOnce(&mut crate::flow::Consolidated)) -> Edition {
        let (mut data, form, register) = (fixture::consolidated(), fixture::form(), fixture::register());
        change(&mut data);
        let subject: Subject = fixture::subject(&data, &form, &register, Language::Ru);
        Edition::of(&subject, number).unwrap()
    }

    fn set(data: &mut crate::flow::Consolidated, event: usize, key: &str, value: &str) {
        data.events[event].fields.get_mut(key).unwrap().value = Value::Text(value.to_owned());
    }

    #[test]
    fn an_edition_is_read_as_it_was_written() {
        let edition = edition(1, |_| ());
        assert_eq!(Edition::from_json(&edition.to_json().unwrap()).unwrap(), edition);
        assert!(Edition::from_json(b"{}").is_err());
    }

    #[test]
    fn rows_that_stand_elsewhere_say_the_same() {
        let first = edition(1, |_| ());
        let second = edition(2, |data| data.events[0].rows[0].id.cell.row += 5);
        assert!(first.says_the_same(&second));
        assert!(differences(&first, &second).is_empty());
    }

    #[test]
    fn a_changed_field_is_told_with_both_values() {
        let first = edition(1, |_| ());
        let second = edition(2, |data| set(data, 0, "place", "г. Дальнегорск"));
        assert!(!first.says_the_same(&second));
        let found = differences(&first, &second);
        let [Difference::Changed { number: 1, after, before, .. }] = &found[..] else { panic!("{found:?}") };
        assert_eq!(after, "г. Дальнегорск");
        assert!(!before.is_empty());
    }

    #[test]
    fn an_event_that_another_comes_before_is_not_changed_by_its_new_number() {
        let first = edition(1, |data| drop(data.events.remove(0)));
        let second = edition(2, |_| ());
        let told = differences(&first, &second);
        let events = told.iter().filter(|one| !matches!(one, Difference::Figure { .. } | Difference::Line { .. }));
        assert_eq!(events.filter(|one| matches!(one, Difference::Added { number: 1, .. })).count(), 1);
        assert!(!told.iter().any(|one| matches!(one, Difference::Changed { .. } | Difference::Removed { .. })));
        assert!(told.iter().any(|one| matches!(one, Difference::Figure { .. })), "there is one event more");
    }

    #[test]
    fn a_new_title_in_a_new_file_is_a_change_and_no_other_event() {
        let first = edition(1, |_| ());
        let second = edition(2, |data| {
            set(data, 0, "title", "Совсем другое название");
            data.events[0].understood.title.key = "совсем другое название".to_owned();
            data.events[0].rows.iter_mut().for_each(|row| row.id.cell.row += 5);
        });
        let told = differences(&first, &second);
        assert!(
            matches!(&told[..], [Difference::Changed { label, .. }] if label.starts_with("Наименование")),
            "{told:?}"
        );
    }
}
