//! The readers of phrases: what must hold of any text at all.

use std::collections::BTreeSet;

use svod::phrase::places::Home;
use svod::phrase::{countries, dates, people, places, text, titles};
use svod::record::{Frequency, Period};
use svod::words::Language;

use crate::judge;

fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The home region of the form.
fn home() -> &'static Home {
    thread_local! {
        static HOME: &'static Home = Box::leak(Box::new(judge::form().region.home()));
    }
    HOME.with(|home| *home)
}

/// The first byte says what stands around the phrase: the year, and whether a quarter is collected.
pub(crate) fn dates(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let year = 2000 + i16::from(first % 64);
    let period = (*first >= 128).then(|| Period::new(year, Frequency::Quarter, 1 + i8::from(first % 4 == 0))).flatten();
    let context = dates::Context { year, period };
    let phrase = said(rest);
    let reading = dates::read(&phrase, &context);
    assert_eq!(reading, dates::read(&phrase, &context), "the same phrase, other days");
    let Some(days) = &reading.days else {
        assert_eq!(reading.precision(), dates::Precision::Unknown);
        return;
    };
    assert!(!reading.flags.contains(&dates::Flag::NotHeld), "days of what was not held");
    assert!(!days.intervals.is_empty(), "days without a day");
    assert!(days.intervals.iter().all(|run| run.start <= run.end), "a reversed run");
    assert!(days.intervals.windows(2).all(|pair| pair[0].end < pair[1].start), "runs overlap");
    for language in Language::ALL {
        let written = dates::write(days, language);
        // What is written says its years: what stands around it must not matter.
        let again = dates::read(&written, &dates::Context { year: 1999, period: None });
        // Not how finely: beside a month, a season's days are written as days.
        let again = again.days.as_ref().map(|days| &days.intervals);
        assert_eq!(again, Some(&days.intervals), "«{phrase}» was written «{written}», which is read otherwise");
    }
}

pub(crate) fn people(bytes: &[u8]) {
    let (phrase, home) = (said(bytes), home());
    let reading = people::read(&phrase, home);
    assert_eq!(reading, people::read(&phrase, home), "the same phrase, another number");
    assert_eq!(reading.total.is_some(), reading.unit.is_some(), "a number has its unit, and a unit its number");
    assert_eq!(reading.unit.is_some(), reading.kind.is_some(), "a unit is of a kind");
    let codes: BTreeSet<_> = reading.countries.iter().map(|country| country.code).collect();
    assert_eq!(codes.len(), reading.countries.len(), "a country is named twice");
    for count in [reading.total, reading.organisations, reading.foreign].into_iter().flatten() {
        assert!(count < most(&phrase), "{count} is more than «{phrase}» can say");
    }
}

/// A bound of any number, and of any sum of numbers, that a text can say: by its digits; where numbers or thousands may
/// stand in words, by what any word of the text could mean.
fn most(phrase: &str) -> u64 {
    let digits = phrase.chars().filter(|c| c.is_numeric()).count();
    let letters = phrase.chars().filter(|c| c.is_alphabetic()).count();
    let wordy = match letters {
        0 => 0,
        // "1.5k"
        1 => 3,
        _ => 9,
    };
    u32::try_from(digits + wordy).ok().and_then(|zeros| 10_u64.checked_pow(zeros)).unwrap_or(u64::MAX)
}

pub(crate) fn places(bytes: &[u8]) {
    let (phrase, home) = (said(bytes), home());
    let reading = places::read(&phrase, home);
    assert_eq!(reading, places::read(&phrase, home), "the same phrase, another place");
    let has = |part: &places::Part| match part {
        places::Part::City => reading.city.is_some(),
        places::Part::Region => reading.region.is_some(),
        places::Part::Country => reading.country.is_some(),
    };
    assert!(reading.inferred.iter().all(has), "a part was inferred that is not there: {reading:?}");
    if reading.not_given {
        let any = (&reading.city, &reading.region, reading.country, &reading.venue);
        assert_eq!(any, (&None, &None, None, &None), "a place that is not given");
    }
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    if let Some(url) = &reading.url {
        assert!(bare(&phrase).contains(&bare(url)), "the address {url:?} does not stand in «{phrase}»");
    }
    for name in reading.city.iter().chain(&reading.cities).chain(&reading.region).chain(&reading.venue) {
        assert!(!name.trim().is_empty(), "a name of nothing: {reading:?}");
    }
    let _ = (reading.region_or_known(), places::countries_of_regions(&phrase));
    if let Some((left, right)) = phrase.split_once(';') {
        assert_eq!(places::same_city(left, right), places::same_city(right, left), "sameness has no direction");
    }
}

pub(crate) fn countries(bytes: &[u8]) {
    let phrase = said(bytes);
    let mentioned = countries::mentioned(&phrase);
    assert_eq!(mentioned, countries::mentioned(&phrase));
    let codes: BTreeSet<_> = mentioned.iter().map(|country| country.code).collect();
    assert_eq!(codes.len(), mentioned.len(), "a country is mentioned twice");
    let named = countries::named(&phrase);
    let found = mentioned.iter().chain(&named);
    assert!(found.clone().all(|country| countries::by_code(country.code) == Some(*country)), "a country of no code");
    if named.is_some() {
        assert_eq!(countries::nearest(&phrase), named, "what is named is the nearest");
    } else if phrase.len() < 60 {
        let _ = countries::nearest(&phrase);
    }
}

/// The title of an event.
pub(crate) fn titles(bytes: &[u8]) {
    let phrase = said(bytes);
    let title = titles::read(&phrase);
    assert_eq!(title, titles::read(&phrase), "the same phrase, another title");
    assert!(!title.key.contains("  ") && title.key.trim() == title.key, "single spaces: {:?}", title.key);
}

pub(crate) fn text(bytes: &[u8]) {
    let raw = said(bytes);
    let clean = text::clean(&raw);
    assert_eq!(text::clean(&clean), clean, "cleaning twice is cleaning once");
    assert!(!clean.chars().any(|c| c.is_control() && c != '\n'), "a control character stayed: {clean:?}");
    let line = text::one_line(&raw);
    assert!(!line.contains('\n'), "one line: {line:?}");
    let folded = text::fold(&raw);
    assert_eq!(text::fold(&folded), folded, "folding twice is folding once");
    assert_eq!(text::fold(&clean), folded, "what is clean folds as it did");
    assert!(text::words(&raw).iter().all(|word| !word.is_empty() && !word.contains(char::is_whitespace)));
    let bare = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
    assert_eq!(bare(&text::sentences(&raw).concat()), bare(&line), "a sentence lost something");
    let (mended, changed) = text::mend_lookalikes(&raw);
    assert_eq!(mended.chars().count(), raw.chars().count(), "letters were lost");
    assert_eq!(changed, mended != raw, "what was mended is told");
}
