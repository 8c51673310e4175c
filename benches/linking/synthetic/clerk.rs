//! How a clerk words an event. In: an event and how this clerk differs from the first. Out: the cells of a row.

use jiff::ToSpan;
use jiff::civil::Date;

use super::event::{Event, Fact, Shape, World};
use super::rng::Rng;

/// How a report differs from the first one of the same event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Variation {
    /// The first report itself.
    First,
    Verbatim,
    Reworded,
    /// Only the facts are common.
    Independent,
    Transposed,
    Abbreviated,
    PlaceSpelled,
    Typos,
    Organisations,
    PartOfDays,
    ShiftedDays,
    MonthOnly,
}

pub(crate) const VARIATIONS: [(Variation, usize); 11] = [
    (Variation::Verbatim, 12),
    (Variation::Reworded, 22),
    (Variation::Independent, 16),
    (Variation::Transposed, 10),
    (Variation::Abbreviated, 9),
    (Variation::PlaceSpelled, 9),
    (Variation::Typos, 9),
    (Variation::Organisations, 7),
    (Variation::PartOfDays, 3),
    (Variation::ShiftedDays, 2),
    (Variation::MonthOnly, 1),
];

/// The cells of a row.
#[derive(Debug, Clone)]
pub(crate) struct Report {
    pub(crate) title: String,
    pub(crate) place: String,
    pub(crate) country: String,
    pub(crate) start: Option<Date>,
    pub(crate) end: Option<Date>,
    pub(crate) dates_text: String,
    pub(crate) content: String,
    pub(crate) participants: String,
    pub(crate) total: Option<usize>,
    pub(crate) foreign: Option<usize>,
}

/// Which of the wordings a clerk uses, and how.
#[expect(clippy::struct_excessive_bools, reason = "each is a habit that a clerk has or has not")]
struct Style {
    kind: usize,
    topic: usize,
    fact: usize,
    lead: bool,
    international: bool,
    named: bool,
    edition: bool,
    addition: bool,
    otherwise: bool,
    short_house: bool,
    short_bodies: bool,
    /// Of a hundred facts that many are told.
    facts: usize,
    /// Of a hundred totals that many are given.
    totals: usize,
}

const FIRST: Style = Style {
    kind: 0,
    topic: 0,
    fact: 0,
    lead: false,
    international: true,
    named: true,
    edition: true,
    addition: false,
    otherwise: false,
    short_house: false,
    short_bodies: false,
    facts: 100,
    totals: 92,
};

pub(crate) fn report(world: &World<'_>, event: &Event, variation: Variation, rng: &mut Rng) -> Report {
    let style = style(variation, rng);
    let mut report = worded(world, event, &style, rng);
    match variation {
        Variation::Transposed => report.title = transposed(&report.title, event, rng),
        Variation::Abbreviated => report.title = abbreviated(world, &report.title),
        Variation::Typos => {
            for _ in 0..rng.within(1, 2) {
                report.title = mistyped(&report.title, rng);
            }
        }
        // A single day has no part.
        Variation::PartOfDays => report.end = report.start,
        Variation::ShiftedDays => {
            report.start = report.start.map(|day| day + 1.day());
            report.end = report.end.map(|day| day + 1.day());
        }
        Variation::MonthOnly => {
            let month = usize::try_from(event.start.month()).unwrap();
            report.dates_text = format!(
                "{} 2024{}",
                world.words.months[(month - 1).min(2)],
                if world.words.russian { " года" } else { "" }
            );
            (report.start, report.end) = (None, None);
        }
        _ => {}
    }
    report
}

fn style(variation: Variation, rng: &mut Rng) -> Style {
    match variation {
        Variation::Reworded => Style {
            kind: if rng.per_cent(35) { rng.within(1, 2) } else { 0 },
            topic: if rng.per_cent(25) { rng.within(1, 2) } else { 0 },
            lead: rng.per_cent(50),
            international: rng.per_cent(50),
            edition: rng.per_cent(80),
            addition: rng.per_cent(35),
            fact: rng.below(2),
            facts: 85,
            ..FIRST
        },
        Variation::Independent => Style {
            kind: rng.within(1, 2),
            topic: rng.within(1, 2),
            fact: rng.within(1, 2),
            lead: rng.per_cent(50),
            international: false,
            named: rng.per_cent(40),
            edition: rng.per_cent(40),
            addition: rng.per_cent(25),
            otherwise: rng.per_cent(50),
            short_house: rng.per_cent(50),
            short_bodies: rng.per_cent(50),
            facts: 75,
            totals: 80,
        },
        Variation::Abbreviated => Style { short_house: rng.per_cent(50), facts: 90, ..FIRST },
        Variation::PlaceSpelled => Style { otherwise: true, short_house: rng.per_cent(60), facts: 90, ..FIRST },
        Variation::Organisations => Style { short_bodies: true, short_house: true, fact: 1, ..FIRST },
        _ => Style { facts: 92, ..FIRST },
    }
}

fn worded(world: &World<'_>, event: &Event, style: &Style, rng: &mut Rng) -> Report {
    let facts: Vec<&Fact> = event.facts.iter().filter(|_| rng.per_cent(style.facts)).collect();
    let mut content: Vec<String> = facts.iter().map(|fact| told(world, event, fact, style)).collect();
    if content.is_empty() {
        content = event.facts.iter().take(1).map(|fact| told(world, event, fact, style)).collect();
    }
    let told_total = rng.per_cent(style.totals);
    // Some clerks count otherwise.
    let total = if rng.per_cent(2) { event.total + rng.within(1, 9) } else { event.total };
    let partners = event.partners.join(", ");
    Report {
        title: title(world, event, style, rng),
        place: place(event, style),
        country: if rng.per_cent(40) { event.town.country.to_owned() } else { String::new() },
        start: Some(event.start),
        end: Some(event.end),
        dates_text: String::new(),
        content: content.join(" "),
        participants: match (partners.is_empty(), world.words.russian) {
            (true, true) => "Жители и гости города".to_owned(),
            (true, false) => "Townspeople and guests".to_owned(),
            (false, true) => format!("Представители стран: {partners}"),
            (false, false) => format!("People from {partners}"),
        },
        total: told_total.then_some(total),
        foreign: (told_total && rng.per_cent(60)).then_some(event.foreign),
    }
}

fn title(world: &World<'_>, event: &Event, style: &Style, rng: &mut Rng) -> String {
    let words = world.words;
    let kind = &words.kinds[event.kind];
    let (nominative, after_in) = kind.words[style.kind];
    let topic = words.topics[event.topic][style.topic];
    let delegation = match event.shape {
        Shape::Delegation(number) => Some(world.made_up(&mut Rng::new(u64::try_from(number).unwrap()), 2)),
        _ => None,
    };
    let lead = match (&delegation, style.lead) {
        (Some(district), _) if words.russian => {
            format!("{} {district}ского {} ", words.delegation[0], words.delegation[1])
        }
        (Some(district), _) => format!("{} {district} {} ", words.delegation[0], words.delegation[1]),
        (None, true) => format!("{} ", rng.pick(words.leads)),
        (None, false) => String::new(),
    };
    let after_lead = !lead.is_empty();
    let mut title = lead;
    if let Some(edition) = event.edition.filter(|_| style.edition) {
        let numbered = if style.fact == 0 { format!("{} ", roman(edition)) } else { ordinal(edition, words.russian) };
        title.push_str(&numbered);
    }
    if style.international && !after_lead {
        title = format!("{title}{} ", kind.international.to_lowercase());
    }
    title = format!("{title}{} {topic}", if after_lead { after_in } else { nominative });
    if let Shape::Group(group) = event.shape {
        title = format!("{title} {group}");
    }
    if let Some(name) = event.name.as_ref().filter(|_| style.named) {
        title = format!("{title} «{name}»");
    }
    if let Shape::Part(part) = event.shape {
        title = match event.name.as_ref().filter(|_| style.named) {
            Some(name) => format!("{part} {} «{name}»", words.within),
            None => format!("{part}: {title}"),
        };
    }
    if style.addition {
        title += *rng.pick::<&'static str>(words.additions);
    }
    capital(&title)
}

fn place(event: &Event, style: &Style) -> String {
    let town = if style.otherwise { &event.town.otherwise } else { &event.town.name };
    let house = if style.short_house { &event.house.short } else { &event.house.full };
    let home = ["Россия", "Russia"].contains(&event.town.country);
    match (home, style.otherwise) {
        (true, _) => format!("{town}, {house}"),
        (false, false) => format!("{town}, {}, {house}", event.town.country),
        (false, true) => format!("{}, {town}, {house}", event.town.country),
    }
}

fn told(world: &World<'_>, event: &Event, fact: &Fact, style: &Style) -> String {
    let body = if style.short_bodies { &fact.body.short } else { &fact.body.full };
    let sentence = world.words.facts[fact.kind][style.fact]
        .replace("{body}", body)
        .replace("{person}", &fact.person)
        .replace("{number}", &fact.number.to_string())
        .replace("{topic}", world.words.topics[event.topic][style.topic]);
    capital(&sentence)
}

fn roman(number: usize) -> String {
    const SIGNS: [(usize, &str); 5] = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut left = number;
    let mut written = String::new();
    for (value, sign) in SIGNS {
        while left >= value {
            written += sign;
            left -= value;
        }
    }
    written
}

fn ordinal(number: usize, russian: bool) -> String {
    match (russian, number % 10, number / 10 == 1) {
        (true, ..) => format!("{number}-й "),
        (false, 1, false) => format!("{number}st "),
        (false, 2, false) => format!("{number}nd "),
        (false, 3, false) => format!("{number}rd "),
        _ => format!("{number}th "),
    }
}

/// The name first, or the last two words.
fn transposed(title: &str, event: &Event, rng: &mut Rng) -> String {
    if let Some(name) = &event.name {
        let quoted = format!("«{name}»");
        if let Some(rest) = title.strip_suffix(&quoted) {
            let rest = rest.trim();
            return if rng.per_cent(50) { format!("{quoted} – {rest}") } else { format!("{quoted} ({rest})") };
        }
    }
    let words: Vec<&str> = title.split(' ').collect();
    let (front, back) = words.split_at(words.len() - 2.min(words.len() - 1));
    capital(&format!("{} – {}", back.join(" "), front.join(" ")))
}

fn abbreviated(world: &World<'_>, title: &str) -> String {
    let mut words: Vec<String> = title.split(' ').map(str::to_owned).collect();
    for word in &mut words {
        let bare = word.to_lowercase();
        for (long, short) in world.words.short {
            if bare.starts_with(&long.to_lowercase()) {
                *word = if word.starts_with(char::is_uppercase) { capital(short) } else { short.to_lowercase() };
                break;
            }
        }
    }
    words.join(" ")
}

/// One slip of the fingers, in a longer word.
fn mistyped(title: &str, rng: &mut Rng) -> String {
    let mut letters: Vec<char> = title.chars().collect();
    let inner =
        |at: usize| (at.saturating_sub(2)..=at + 3).all(|near| letters.get(near).is_some_and(|c| c.is_lowercase()));
    let places: Vec<usize> = (2..letters.len()).filter(|at| inner(*at)).collect();
    if places.is_empty() {
        return title.to_owned();
    }
    let at = *rng.pick(&places);
    match rng.below(4) {
        0 => letters.swap(at, at + 1),
        1 => drop(letters.remove(at)),
        2 => letters.insert(at, letters[at]),
        _ => letters[at] = letters[at - 1],
    }
    letters.into_iter().collect()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
