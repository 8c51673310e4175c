//! A text in, its place names out: what each span of words is, and whether it stands for itself or inside another name.
//!
//! «в Казани» and «г. Казань» stand for themselves; «Посольство Республики Беларусь» is a venue that names a country.

use super::super::countries::{Country, Mention, by_code, is_kind_of_state, mentions};
use super::super::inflect::is_form;
use super::super::tokens::{Gap, Token, tokens};
use super::chunks::{chunks, quoted};
use super::gazetteer::{City, Named, Region, cities_at, region_at};
use super::marks::{
    CITY_MARKS, PREPOSITIONS, REGION_WORDS, STATES, STREETS, WAYS, city_mark, is_district, is_manner, is_region_word,
};
use super::venues::VENUE_WORDS;

/// A name of a place in a text.
#[derive(Debug, Clone)]
pub(super) struct Span {
    /// Tokens, with the preposition and the «г.» before it.
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) what: What,
    /// It stands for itself: it is no part of a venue's name.
    pub(super) strong: bool,
}

impl Span {
    /// Whether it stands for itself is found out once it is whole.
    pub(super) const fn weak(first: usize, last: usize, what: What) -> Self {
        Self { first, last, what, strong: false }
    }
}

#[derive(Debug, Clone)]
pub(super) enum What {
    City(Town),
    Region(RegionName),
    Country(Country),
    /// «Сердобский район».
    District,
    /// A postcode, «онлайн», «очно».
    Noise,
}

/// A town as it was found.
#[derive(Debug, Clone)]
pub(super) struct Town {
    pub(super) name: String,
    /// What the table knows of that name, larger first.
    pub(super) rows: Vec<City>,
    /// It was written with «г.», «пос.» or the like.
    pub(super) marked: bool,
    /// It was written as a village: a table of towns does not know which of many.
    pub(super) village: bool,
}

#[derive(Debug, Clone)]
pub(super) struct RegionName {
    pub(super) name: String,
    pub(super) country: Option<&'static str>,
}

impl RegionName {
    pub(super) fn of(region: &'static Region) -> Self {
        Self { name: region.name.to_owned(), country: Some(region.country) }
    }
}

/// A text taken apart.
pub(super) struct Scan<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: Vec<Token>,
    /// The part between commas and brackets that a token stands in.
    pub(super) chunks: Vec<usize>,
    quoted: Vec<bool>,
    /// The whole text is in capital letters.
    caps: bool,
    countries: Vec<Mention>,
    /// The cities whose name starts at each token.
    cities: Vec<Option<Named>>,
    pub(super) spans: Vec<Span>,
}

impl<'a> Scan<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let tokens = tokens(text);
        let quoted = quoted(text, &tokens);
        let chunks = chunks(text, &tokens, &quoted);
        let caps = !text.chars().any(char::is_lowercase);
        let countries = mentions(text, &tokens);
        let named = |at: usize| tokens.get(at).filter(|token| token.capital).and_then(|_| cities_at(&tokens, at));
        let cities = (0..tokens.len()).map(named).collect();
        let mut scan = Self { text, tokens, chunks, quoted, caps, countries, cities, spans: Vec::new() };
        scan.spans = scan.find();
        scan
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.word.as_str())
    }

    /// The text from the start of one token to the end of another.
    pub(super) fn slice(&self, first: usize, last: usize) -> &str {
        match (self.tokens.get(first), self.tokens.get(last)) {
            (Some(first), Some(last)) => self.text.get(first.start..last.end).unwrap_or_default(),
            _ => "",
        }
    }

    /// The text between a token and the one before it.
    pub(super) fn before(&self, at: usize) -> &str {
        let end = self.tokens.get(at).map_or(self.text.len(), |token| token.start);
        let start = at.checked_sub(1).and_then(|before| self.tokens.get(before)).map_or(0, |before| before.end);
        self.text.get(start..end).unwrap_or_default()
    }

    pub(super) fn cities_at(&self, at: usize) -> Option<&Named> {
        self.cities.get(at)?.as_ref()
    }

    fn is_quoted(&self, at: usize) -> bool {
        self.quoted.get(at).copied().unwrap_or(false)
    }

    pub(super) fn starts_chunk(&self, at: usize) -> bool {
        at == 0 || self.chunks.get(at) != self.chunks.get(at - 1)
    }

    pub(super) fn ends_chunk(&self, at: usize) -> bool {
        self.chunks.get(at) != self.chunks.get(at + 1)
    }

    fn find(&self) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            let found = if self.is_quoted(at) {
                None
            } else {
                self.noise_at(at)
                    .or_else(|| self.marked_city_at(at))
                    .or_else(|| {
                        // Hong Kong and Macao have codes of their own, and are cities of China in a report.
                        let own_code = |mention: &&Mention| matches!(mention.country.code, "HK" | "MO");
                        let mention = self
                            .countries
                            .iter()
                            .find(|mention| mention.first == at && !mention.adjective)
                            .filter(|mention| !own_code(mention))?;
                        let longer =
                            self.cities_at(at).is_some_and(|(words, ..)| *words > mention.last - mention.first + 1);
                        (!longer && !self.is_city_here(at))
                            .then(|| Span::weak(at, mention.last, What::Country(mention.country)))
                    })
                    .or_else(|| self.region_here(at))
                    .or_else(|| self.district_at(at))
                    .or_else(|| self.bare_city_at(at))
            };
            if let Some(mut span) = found {
                at = span.last + 1;
                self.grow(&mut span);
                span.strong = self.is_strong(&span, spans.last());
                spans.push(span);
            } else {
                at += 1;
            }
        }
        spans
    }

    /// A country and its capital may share a name: «г. Сингапур» is a city, «Сингапур» both.
    fn is_city_here(&self, at: usize) -> bool {
        at > 0 && matches!(self.word(at - 1), "г" | "город" | "городе" | "города")
    }

    fn noise_at(&self, at: usize) -> Option<Span> {
        let token = self.tokens.get(at)?;
        if token.digits && token.word.len() == 6 && (self.starts_chunk(at) && self.ends_chunk(at)) {
            return Some(Span::weak(at, at, What::Noise));
        }
        let mut last = at;
        if token.word == "видео" && self.word(at + 1) == "конференц" {
            return Some(Span::weak(at, at + 1 + usize::from(self.word(at + 2).starts_with("связ")), What::Noise));
        }
        if PREPOSITIONS.contains(&token.word.as_str()) {
            last += 1;
            while self.tokens.get(last).is_some_and(|next| {
                is_manner(&next.word) || matches!(next.word.as_str(), "режиме" | "формате" | "форме" | "и")
            }) {
                last += 1;
            }
            let manner = (at + 1..last).any(|at| is_manner(self.word(at)));
            return manner.then(|| Span::weak(at, last - 1, What::Noise));
        }
        if !is_manner(&token.word) {
            return None;
        }
        while self.tokens.get(last + 1).is_some_and(|next| {
            next.before != Gap::Break
                && (is_manner(&next.word)
                    || matches!(
                        next.word.as_str(),
                        "режим" | "режиме" | "формат" | "формате" | "трансляция" | "связь" | "связи"
                    ))
        }) {
            last += 1;
        }
        Some(Span::weak(at, last, What::Noise))
    }

    /// «г. Шеньян», «пгт. Красный», «в посёлке Шушенское», «города Высоке-Мазовецке».
    fn marked_city_at(&self, at: usize) -> Option<Span> {
        let token = self.tokens.get(at)?;
        let marks = city_mark([self.word(at), self.word(at + 1), self.word(at + 2)]);
        let first = at + marks;
        if marks == 0 || (at + 1..=first).any(|at| self.tokens.get(at).is_none_or(|token| token.before == Gap::Break)) {
            return None;
        }
        // «с Минском», «п 5» are no villages; «2024 г. Минск» is no town.
        let single = token.word.len() <= 2;
        let dotted = marks > 1 || self.before(at + 1).contains('.');
        if single && !dotted && !(token.word == "г" && self.tokens.get(at + 1)?.capital)
            || token.before != Gap::Break && at > 0 && self.tokens.get(at - 1)?.digits
        {
            return None;
        }
        // «П. М. Машерова», «С.-Петербург»
        let initial = self.word(first).chars().nth(1).is_none();
        let name_itself = self.cities_at(at).is_some_and(|(words, ..)| *words > marks);
        if !self.tokens.get(first)?.capital || initial || name_itself {
            return None;
        }
        let named = self.countries.iter().find(|mention| mention.first == first && !mention.adjective);
        if let Some(mention) = named.filter(|_| self.cities_at(first).is_none()) {
            return Some(Span::weak(at, mention.last, What::Country(mention.country)));
        }
        let village = !["г", "гор", "город", "city", "town"].iter().any(|mark| is_form(&token.word, mark));
        if let Some((words, exact, mut rows)) = self.cities_at(first).cloned() {
            let last = first + words - 1;
            // «д. Берлин» is not the capital.
            rows.retain(|row| !village || row.rank >= TOWNS && SLAVIC.contains(&row.country));
            let goes_on = self.continues_name(last);
            if !goes_on {
                return Some(Span::weak(
                    at,
                    last,
                    What::City(Town { village, ..self.town(first, last, exact, rows, true) }),
                ));
            }
        }
        let mut last = first;
        while self.continues_name(last) {
            last += 1;
        }
        let name = self.slice(first, last);
        // «в г. Чугуеве»: a town that no table knows has its nominative only where there can be but one.
        let led = at > 0 && matches!(self.word(at - 1), "в" | "во") || token.word.ends_with("ороде");
        let locative = ["ове", "еве", "ске", "цке", "граде", "ине"].iter().any(|end| name.ends_with(end));
        let name = name.strip_suffix('е').filter(|_| led && locative).unwrap_or(name).to_owned();
        Some(Span::weak(at, last, What::City(Town { name, rows: Vec::new(), marked: true, village })))
    }

    /// «р-н» or «район» stands there.
    pub(super) fn is_district_at(&self, at: usize) -> bool {
        is_district(self.word(at)) || self.word(at) == "р" && self.word(at + 1) == "н"
    }

    /// «ул. Гагарина», «им. Ю. А. Гагарина», «Смоленской области», a name in quotation marks: no town is meant.
    pub(super) fn is_of_another_name(&self, first: usize, last: usize) -> bool {
        let before = first.checked_sub(1).and_then(|before| self.tokens.get(before));
        let joined = self.tokens.get(first).is_some_and(|token| token.before != Gap::Break);
        let street_before = self.follows_street(first);
        let street_after = STREETS.contains(&self.word(last + 1));
        let person = joined
            && before
                .is_some_and(|before| before.capital && !before.caps && !CITY_MARKS.contains(&before.word.as_str()));
        let region = is_region_word(self.word(last + 1)) || self.is_district_at(last + 1);
        let adjective = is_adjective(self.word(last))
            && self.tokens.get(last + 1).is_some_and(|next| next.before == Gap::Joined && !next.capital);
        street_before || street_after && joined || person || region || adjective || self.is_quoted(first)
    }

    /// «ул. Минская»; in «Тверская улица, Москва» the street has its name already.
    fn follows_street(&self, at: usize) -> bool {
        let Some(street) = at.checked_sub(1).filter(|street| STREETS.contains(&self.word(*street))) else {
            return false;
        };
        let parted = self.tokens.get(at).is_some_and(|token| token.before == Gap::Break);
        !parted || self.starts_chunk(street)
    }

    /// The country that a name begins with: «Белорусский государственный университет».
    pub(super) fn country_of_name(&self) -> Option<Country> {
        let named = |mention: &&Mention| {
            mention.adjective
                && mention.first == mention.last
                && self.tokens.get(mention.first).is_some_and(|token| token.capital)
                && !self.before(mention.last + 1).contains('-')
        };
        self.countries.iter().find(named).map(|mention| mention.country)
    }

    fn continues_name(&self, at: usize) -> bool {
        let Some(next) = self.tokens.get(at + 1) else { return false };
        let hyphen = self.before(at + 1) == "-";
        let other = region_at(&self.tokens, at + 1).is_some()
            || STATES.iter().any(|state| is_form(&next.word, state))
            || self.countries.iter().any(|mention| mention.first == at + 1)
            || self.tokens.get(at + 2).is_some_and(|after| {
                is_district(&after.word) || REGION_WORDS.iter().any(|word| is_form(&after.word, word))
            });
        let venue = next.caps && !self.caps
            || VENUE_WORDS.contains(&next.word.as_str())
            || STREETS.contains(&next.word.as_str());
        let other = other || venue;
        next.before == Gap::Joined && (hyphen || next.capital && !other) && !self.is_quoted(at + 1)
    }

    /// The name as written in the nominative, the table's where it stands in another case or other letters.
    fn town(&self, first: usize, last: usize, exact: bool, rows: Vec<City>, marked: bool) -> Town {
        let written = self.slice(first, last);
        let row = rows.first();
        let latin =
            written.is_ascii() || !written.chars().any(|letter| matches!(letter, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё'));
        let shorthand =
            self.tokens.get(first).is_some_and(|token| token.caps) || row.is_some_and(|row| row.found == "Мск");
        let name = match row {
            Some(row) if latin || shorthand => row.name.to_owned(),
            // «СПб», «Петербург»: a short form, not another spelling.
            Some(row)
                if row.country == "RU" && (!exact || row.name.chars().count() > row.found.chars().count() + 2) =>
            {
                row.name.to_owned()
            }
            Some(row) if !exact => row.found.to_owned(),
            _ => written.to_owned(),
        };
        Town { name, rows, marked, village: false }
    }

    fn bare_city_at(&self, at: usize) -> Option<Span> {
        let token = self.tokens.get(at)?;
        if !token.capital || self.follows_street(at) {
            return None;
        }
        let (words, exact, rows) = self.cities_at(at).cloned()?;
        let last = at + words - 1;
        let led = at > 0 && PREPOSITIONS.contains(&self.word(at - 1)) && self.tokens.get(at)?.before == Gap::Joined;
        let led = led || self.continues_list(at) || self.follows_way(at) || at > 0 && is_district(self.word(at - 1));
        let opens = self.starts_chunk(at) || led || self.follows_dash(at);
        let after = self.tokens.get(last + 1);
        let closes = self.ends_chunk(last)
            || self.follows_dash(last + 1)
            || after.is_some_and(|next| {
                PREPOSITIONS.contains(&next.word.as_str())
                    || region_at(&self.tokens, last + 1).is_some()
                    || STATES.iter().any(|state| is_form(&next.word, state))
                    || matches!(next.word.as_str(), "и" | "and")
                    || STREETS.contains(&next.word.as_str()) && !is_adjective(self.word(last))
            })
            || self.before(last + 1).contains('+')
            || after.is_some_and(|next| next.caps && !self.caps);
        // An oblique case without a preposition belongs to what stands before it; a surname looks like a town.
        let plain = exact || led;
        (opens && closes && plain).then(|| Span::weak(at, last, What::City(self.town(at, last, exact, rows, false))))
    }

    /// «в Минске и Гродно»
    fn continues_list(&self, at: usize) -> bool {
        at > 1
            && self.word(at - 1) == "и"
            && (2..4).any(|back| at.checked_sub(back).is_some_and(|before| self.cities_at(before).is_some()))
    }

    /// «поезд Москва – Минск»
    fn follows_way(&self, at: usize) -> bool {
        at > 0 && WAYS.contains(&self.word(at - 1)) && self.starts_chunk(at - 1) && self.follows_dash(at + 1)
    }

    fn follows_dash(&self, at: usize) -> bool {
        let gap = self.before(at);
        gap.contains(['–', '—']) || gap.contains(" - ")
    }

    /// Takes the preposition and «Республика» before a name into its span.
    fn grow(&self, span: &mut Span) {
        while let Some(before) = span.first.checked_sub(1) {
            let joined = self.chunks.get(before) == self.chunks.get(span.first) && !self.is_quoted(before);
            let state = matches!(span.what, What::Country(_) | What::Region(_))
                && STATES.iter().any(|state| is_form(self.word(before), state))
                || matches!(span.what, What::Country(_)) && is_kind_of_state(self.word(before));
            if !joined || !state {
                break;
            }
            span.first = before;
        }
        // «на территории Смоленской области» is the region itself.
        if span.first > 1
            && self.word(span.first - 1) == "территории"
            && self.chunks.get(span.first - 1) == self.chunks.get(span.first)
        {
            span.first -= 1;
        }
        if let Some(before) = span.first.checked_sub(1) {
            let preposition =
                PREPOSITIONS.contains(&self.word(before)) && self.chunks.get(before) == self.chunks.get(span.first);
            if preposition && !matches!(span.what, What::Noise | What::District) {
                span.first = before;
            }
        }
    }

    fn is_strong(&self, span: &Span, before: Option<&Span>) -> bool {
        let led = PREPOSITIONS.contains(&self.word(span.first));
        let opens = self.starts_chunk(span.first) || self.follows_way(span.first);
        let follows = before.is_some_and(|before| {
            before.last + 1 == span.first && (before.strong || matches!(before.what, What::District))
        });
        let dash = self.follows_dash(span.first) && before.is_some_and(|before| before.strong);
        let nominative_town = matches!(&span.what, What::City(town) if town.marked && self.word(span.first).len() <= 3 && self.ends_chunk(span.last) && is_written(self, span, town));
        let beside = match span.what {
            What::City(_) => self.continues_list(span.first),
            What::Country(_) => span.first > 0 && self.word(span.first - 1) == "и",
            _ => false,
        };
        let listed = beside && before.is_some_and(|before| before.strong && before.last + 2 == span.first);
        let of_office = led && self.word(span.first) == "из";
        matches!(span.what, What::Noise) || led && !of_office || opens || listed || follows || dash || nominative_town
    }

    /// A chunk that is nothing but capitalised words beside a country: a town that no table knows.
    pub(super) fn unknown_town(&self) -> Option<(usize, usize)> {
        let mut first = 0;
        while first < self.tokens.len() {
            let last = (first..self.tokens.len()).find(|at| self.ends_chunk(*at)).unwrap_or(first);
            let taken = self.spans.iter().any(|span| span.first <= last && span.last >= first);
            let named = (first..=last).all(|at| {
                self.tokens.get(at).is_some_and(|token| {
                    token.capital
                        && !token.digits
                        && !self.is_quoted(at)
                        && (self.caps || !token.caps)
                        && !VENUE_WORDS.contains(&token.word.as_str())
                        && !STREETS.contains(&token.word.as_str())
                })
            });
            if !taken && named && last - first < 3 {
                return Some((first, last));
            }
            first = last + 1;
        }
        None
    }
}

/// «Смоленская», «Московский»: what a street is called after.
fn is_adjective(word: &str) -> bool {
    ["ой", "ий", "ый", "ая", "ого", "ое"].iter().any(|end| word.ends_with(end))
}

/// Where villages are written with «д.» and «с.».
const SLAVIC: &[&str] = &["RU", "BY", "UA", "KZ", "KG", "MD", "BG", "RS"];

/// From this place in the table on, a village may be meant by the name of a town.
const TOWNS: usize = 1200;

/// Moscow, St Petersburg and Sevastopol are regions too; written, they are cities.
pub(super) fn is_city_of_its_own(name: &str) -> bool {
    matches!(name, "Москва" | "Санкт-Петербург" | "Севастополь")
}

/// «г. Смоленск», not «г. Смоленска».
fn is_written(scan: &Scan<'_>, found: &Span, town: &Town) -> bool {
    scan.slice(found.first, found.last).ends_with(&town.name)
}

/// The country of a region whose name of several words starts there.
pub(super) fn region_country(tokens: &[Token], at: usize) -> Option<Country> {
    region_at(tokens, at).filter(|(words, _)| *words > 1).and_then(|(_, region)| by_code(region.country))
}
