//! A scanned text in, countries and foreigners out: whose people are counted.
//!
//! It knows that an office («Правительство Российской Федерации») is not where a participant comes from.

use super::super::countries::{Country, Mention, by_code};
use super::super::inflect::is_form;
use super::super::places::{Home, country_of_region};
use super::nouns::{Class, noun};
use super::scan::{Count, Scan};

/// The countries that the participants are from, in the order of the text.
pub(super) struct Origins {
    found: Vec<Mention>,
    home: Option<Country>,
}

const STATE: &[&str] = &[
    "республика",
    "королевство",
    "государство",
    "федеративная",
    "народная",
    "исламская",
    "социалистическая",
    "демократическая",
    "княжество",
];

impl Origins {
    pub(super) fn of(scan: &Scan<'_>, home: &Home) -> Self {
        let mut found: Vec<Mention> = scan.lands.iter().copied().filter(|mention| is_origin(scan, mention)).collect();
        found.extend(demonyms(scan));
        found.sort_by_key(|mention| mention.first);
        Self { found, home: by_code(&home.country) }
    }

    /// Each once; the home country only where it stands beside another one: «команд Беларуси и России».
    pub(super) fn countries(&self, scan: &Scan<'_>) -> Vec<Country> {
        let mut named = Vec::new();
        for (index, mention) in self.found.iter().enumerate() {
            let counts = if self.is_home(mention.country) {
                !mention.adjective && self.is_listed(scan, index)
            } else {
                !mention.adjective || qualifies_people(scan, mention)
            };
            if counts && !named.contains(&mention.country) {
                named.push(mention.country);
            }
        }
        named
    }

    fn is_home(&self, country: Country) -> bool {
        self.home == Some(country)
    }

    /// A number stands in the sentence, and another country right beside.
    fn is_listed(&self, scan: &Scan<'_>, index: usize) -> bool {
        let Some(mention) = self.found.get(index) else { return false };
        let sentence = scan.sentences.get(mention.first);
        let counted = scan.numbers.iter().any(|number| scan.sentences.get(number.first) == sentence);
        let beside = |other: Option<&Mention>| {
            other.is_some_and(|other| {
                let (left, right) = if other.first < mention.first { (other, mention) } else { (mention, other) };
                !other.adjective
                    && (left.last + 1..right.first).all(|at| {
                        let word = scan.word(at);
                        matches!(word, "и" | "из" | "and" | "from")
                            || noun(word).is_some_and(|noun| noun.class == Class::People)
                            || is_state(word)
                            || scan.tokens.get(at).is_some_and(|token| token.digits)
                    })
            })
        };
        counted && (beside(index.checked_sub(1).and_then(|at| self.found.get(at))) || beside(self.found.get(index + 1)))
    }

    /// How many of the people are foreigners, where the text says so.
    pub(super) fn foreigners(&self, scan: &Scan<'_>, home: &Home) -> Option<u64> {
        let mut dates: Vec<usize> = scan.counts.iter().map(|count| count.date).collect();
        dates.dedup();
        let mut sum: Option<u64> = None;
        for date in dates {
            let people: Vec<&Count> =
                scan.counts.iter().filter(|count| count.date == date && count.is_people()).collect();
            // «45 иностранных граждан, из них 20 из Китая»: the wider word counts alone.
            let called: Vec<&Count> = people.iter().copied().filter(|count| is_called_foreign(scan, count)).collect();
            let foreign: Vec<&Count> = if called.is_empty() {
                people.iter().copied().filter(|count| self.is_from_abroad(scan, home, count)).collect()
            } else {
                called
            };
            let foreign = if foreign.is_empty() { wholly_foreign(scan, &people) } else { foreign };
            for value in foreign.iter().filter_map(|count| count.value) {
                sum = Some(sum.unwrap_or(0).saturating_add(value));
            }
        }
        sum
    }

    fn is_from_abroad(&self, scan: &Scan<'_>, home: &Home, count: &Count) -> bool {
        self.by_adjective(count)
            .or_else(|| self.by_what_follows(scan, count))
            .or_else(|| self.by_label(scan, home, count))
            .unwrap_or(false)
    }

    /// «200 вьетнамских студентов», «8 китайцев».
    fn by_adjective(&self, count: &Count) -> Option<bool> {
        let between = |mention: &&Mention| {
            mention.first > count.first
                && (mention.adjective || mention.last == count.last)
                && mention.last <= count.last
        };
        self.verdict(self.found.iter().filter(between))
    }

    /// «35 – РБ», «11 обучающихся вузов г. Смоленска из Индии и Анголы».
    fn by_what_follows(&self, scan: &Scan<'_>, count: &Count) -> Option<bool> {
        let stop = stop_after(scan, count);
        let after: Vec<&Mention> = self
            .found
            .iter()
            .filter(|mention| !mention.adjective && mention.first > count.last && mention.last < stop)
            // «из Беларуси – 12, из России – 18»: those numbers have their countries before them.
            .filter(|mention| !labels_number(scan, mention))
            .collect();
        let first = after.first()?;
        let led_up_to = (count.last + 1..first.first).rev().find(|at| !is_state(scan.word(*at)));
        let origin = match led_up_to {
            None => {
                let gap = scan.before(count.last + 1);
                gap.contains(['–', '—', '(']) || gap.trim().is_empty() || gap.contains(" - ")
            }
            Some(at) => {
                let word = scan.word(at);
                matches!(word, "из" | "от" | "с" | "со" | "граждан" | "граждане" | "гражданина" | "from")
                    || ["делегация", "команда", "сборная"].iter().any(|group| is_form(word, group))
            }
        };
        if origin { self.verdict(after.into_iter()) } else { None }
    }

    /// «делегация Витебской области (7 чел.)», «Беларусь – 35 чел.», «обучающиеся из Индии (9 участников)».
    fn by_label(&self, scan: &Scan<'_>, home: &Home, count: &Count) -> Option<bool> {
        let gap = scan.before(count.first);
        let marked =
            count.in_brackets || gap.contains(['–', '—', ':']) || gap.contains(" - ") || is_measured(scan, count);
        let marked = marked || self.found.iter().any(|mention| scan.is_from_before(mention, count.first));
        if !marked {
            return None;
        }
        let start = label_start(scan, count);
        let called = (start..count.first).any(|at| is_foreign_word(scan.word(at)));
        if called && !count.total {
            return Some(true);
        }
        let inside = |mention: &&Mention| {
            (!mention.adjective || qualifies_people(scan, mention))
                && mention.first >= start
                && mention.last < count.first
        };
        self.verdict(self.found.iter().filter(inside)).or_else(|| {
            let region = (start..count.first).find_map(|at| country_of_region(&scan.tokens, at, home))?;
            Some(Some(region) != self.home)
        })
    }

    fn verdict<'a>(&self, mentions: impl Iterator<Item = &'a Mention>) -> Option<bool> {
        let mut abroad = None;
        for mention in mentions {
            let foreign = !self.is_home(mention.country);
            if abroad.is_some_and(|abroad| abroad != foreign) {
                return Some(false);
            }
            abroad = Some(foreign);
        }
        abroad
    }
}

/// Nouns for people that name their country, and its ISO code.
const DEMONYMS: &[(&str, &str)] = &[
    ("белорус", "BY"),
    ("россиянин", "RU"),
    ("китаец", "CN"),
    ("индиец", "IN"),
    ("вьетнамец", "VN"),
    ("казахстанец", "KZ"),
    ("узбек", "UZ"),
    ("таджик", "TJ"),
    ("киргиз", "KG"),
    ("индонезиец", "ID"),
    ("египтянин", "EG"),
    ("сириец", "SY"),
    ("немец", "DE"),
    ("поляк", "PL"),
    ("француз", "FR"),
    ("итальянец", "IT"),
    ("серб", "RS"),
    ("армянин", "AM"),
    ("монгол", "MN"),
    ("японец", "JP"),
    ("кореец", "KR"),
    ("американец", "US"),
    ("иранец", "IR"),
    ("украинец", "UA"),
];

/// «8 китайцев»: mentions of countries by their people.
fn demonyms<'a>(scan: &'a Scan<'_>) -> impl Iterator<Item = Mention> + 'a {
    (0..scan.tokens.len()).filter_map(|at| {
        let lemma = noun(scan.word(at)).filter(|noun| noun.class == Class::People)?.lemma;
        let (_, code) = DEMONYMS.iter().find(|(demonym, _)| *demonym == lemma)?;
        Some(Mention { country: by_code(code)?, first: at, last: at, adjective: false })
    })
}

fn labels_number(scan: &Scan<'_>, mention: &Mention) -> bool {
    let next = mention.last + 1;
    let gap = scan.before(next);
    let number = scan.tokens.get(next).is_some_and(|token| token.digits);
    number && (gap.contains(['–', '—', ':']) || gap.contains(" - "))
}

/// What belongs to a count ends at the next number, at «в т.ч.», at the end of its sentence or bracket.
fn stop_after(scan: &Scan<'_>, count: &Count) -> usize {
    // «10 чел. (Китай)»: a bracket that opens right behind the count belongs to it.
    let brackets = scan.in_brackets(count.last) || scan.before(count.last + 1).contains('(');
    (count.last + 1..scan.tokens.len())
        .find(|at| {
            scan.sentences.get(*at) != Some(&count.sentence)
                || scan.numbers.iter().any(|number| number.first == *at)
                || scan.is_marker(*at)
                || scan.before(*at).contains(';')
                || brackets != scan.in_brackets(*at)
        })
        .unwrap_or(scan.tokens.len())
}

/// The label of a count starts after the count before it.
fn label_start(scan: &Scan<'_>, count: &Count) -> usize {
    let after_count =
        scan.counts.iter().filter(|other| other.first < count.first).map(|other| other.last + 1).max().unwrap_or(0);
    (after_count..count.first).find(|at| scan.sentences.get(*at) == Some(&count.sentence)).unwrap_or(count.first)
}

/// «в количестве 59 человек», «в составе 4 человек».
fn is_measured(scan: &Scan<'_>, count: &Count) -> bool {
    (count.first.saturating_sub(3)..count.first)
        .any(|at| matches!(scan.word(at), "количестве" | "составе" | "численностью"))
}

fn is_called_foreign(scan: &Scan<'_>, count: &Count) -> bool {
    let inside = (count.first..=count.last).any(|at| is_foreign_word(scan.word(at)));
    let label =
        is_measured(scan, count) && (label_start(scan, count)..count.first).any(|at| is_foreign_word(scan.word(at)));
    let dashed = scan.before(count.first).contains(['–', '—', ':'])
        && !count.total
        && (label_start(scan, count)..count.first).any(|at| is_foreign_word(scan.word(at)));
    inside || label || dashed || is_from_abroad_at_large(scan, count)
}

/// «12 участников из-за рубежа», «5 гостей из ближнего зарубежья»
fn is_from_abroad_at_large(scan: &Scan<'_>, count: &Count) -> bool {
    let next = count.last + 1;
    scan.word(next) == "из"
        && (next + 1..next + 4).any(|at| {
            scan.sentences.get(at) == Some(&count.sentence) && matches!(scan.word(at), "рубежа" | "зарубежья")
        })
}

/// «Иностранные студенты из Индии. Общее количество – 9»: all who are counted, where no others are spoken of.
fn wholly_foreign<'a>(scan: &Scan<'_>, people: &[&'a Count]) -> Vec<&'a Count> {
    let [count] = people else { return Vec::new() };
    let before = || 0..count.first;
    let others = before().any(|at| {
        let word = scan.word(at);
        scan.is_marker(at)
            || ["российск", "местн", "отечественн", "русск"].iter().any(|stem| word.starts_with(stem))
            || is_foreign_word(word) && at > 0 && scan.word(at - 1) == "и"
    });
    let next = |at: usize| (at..at + 3).any(|at| noun(scan.word(at)).is_some_and(|noun| noun.class == Class::People));
    let opens = before().find(|at| next(*at)).is_some_and(|at| is_foreign_word(scan.word(at)));
    let foreign = count.total && !count.in_brackets && opens && !others;
    if foreign { vec![count] } else { Vec::new() }
}

pub(super) fn is_foreign_word(word: &str) -> bool {
    is_form(word, "иностранный")
        || is_form(word, "зарубежный")
        || matches!(word, "foreign" | "international" | "foreigners")
        || ["иностранц", "иностранец", "иностранк"].iter().any(|start| word.starts_with(start))
}

/// Where a participant comes from: not an office, not a place where something happens, not a name in quotation marks.
fn is_origin(scan: &Scan<'_>, mention: &Mention) -> bool {
    let first = scan.tokens.get(mention.first).map_or(0, |token| token.start);
    let before = scan.text.get(..first).unwrap_or_default();
    let quoted = match (before.rfind('«'), before.rfind('»')) {
        (Some(open), Some(closed)) => open > closed,
        (Some(_), None) => true,
        _ => false,
    };
    if mention.adjective {
        return !quoted;
    }
    let governor = (0..mention.first).rev().find(|at| !is_state(scan.word(*at)));
    let governed = governor.is_some_and(|at| {
        let word = scan.word(at);
        let apart = (at + 1..=mention.first).any(|at| scan.before(at).contains([',', ':', ';', '(']));
        let office = ["посол", "посла", "послом", "послу", "послы", "послов", "консул", "ветеран", "союз", "президент"];
        !apart
            && (matches!(word, "в" | "во" | "на" | "при" | "о" | "об" | "in")
                || office.iter().any(|start| word.starts_with(start)))
    });
    !quoted && !governed
}

fn is_state(word: &str) -> bool {
    STATE.iter().any(|state| is_form(word, state))
}

/// An adjective that tells whose people or teams they are: «вьетнамских студентов».
fn qualifies_people(scan: &Scan<'_>, mention: &Mention) -> bool {
    (mention.last + 1..mention.last + 5).any(|at| {
        let joined = (mention.last + 1..=at).all(|at| !scan.before(at).contains([',', ';', '.']));
        let people = noun(scan.word(at)).is_some_and(|noun| matches!(noun.class, Class::People | Class::Organisation));
        joined && (people || matches!(scan.word(at), "сторона" | "стороны" | "партнеры" | "партнеров" | "партнерами"))
    })
}
