//! `svod understand`: phrases from standard input, one a line, and what svod makes of each.
//!
//! The same readers as for the cells of a returned file. It keeps nothing, and knows of the workspace only its region.

use std::io::BufRead;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value as Json;
use svod::outside;
use svod::phrase::dates::{self, Context};
use svod::phrase::people;
use svod::phrase::places::{self, Attendance, Home, Part};
use svod::phrase::text;
use svod::pipeline;
use svod::record::Period;
use svod::words::{self, Args as Words, Language};

use super::Verdict;
use super::args::Global;
use super::check::nearest;
use super::errors::Failure;
use super::terminal::Terminal;

/// The form whose region completes places where no workspace is.
const USUAL_FORM: &str = "international-events";

/// Read phrases, one a line, from standard input and say what svod makes of them.
#[derive(Debug, Args)]
pub(super) struct UnderstandArgs {
    /// What the phrases are about.
    what: Subject,
    /// The year that a date without one means; else that of the period, else this year.
    #[arg(long)]
    year: Option<i16>,
    /// The period that is collected («в течение квартала»).
    #[arg(long)]
    period: Option<Period>,
}

/// What phrases may be about.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Subject {
    #[value(alias = "date")]
    Dates,
    #[value(alias = "people")]
    Participants,
    #[value(alias = "places")]
    Place,
}

pub(super) fn understand(args: &UnderstandArgs, global: &Global, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let reader = Reader::new(args, global)?;
    let mut input = std::io::stdin().lock();
    let mut line = Vec::new();
    let failed = |source| outside::Error::File { path: PathBuf::from("stdin"), source };
    while input.read_until(b'\n', &mut line).map_err(failed)? > 0 {
        let phrase = phrase(&String::from_utf8_lossy(&line));
        line.clear();
        reader.answer(&phrase, terminal);
    }
    Ok(Verdict::Clean)
}

/// The phrase of a line; a line that is a JSON string may hold line ends: `"12 мая\n14 мая"`.
fn phrase(line: &str) -> String {
    let line = line.trim_start_matches('\u{feff}').trim_end_matches(['\n', '\r']);
    let decoded = line.trim_start().starts_with('"').then(|| serde_json::from_str(line).ok()).flatten();
    text::clean(&decoded.unwrap_or_else(|| line.to_owned()))
}

/// Phrases of one subject, read around one home at one time.
struct Reader {
    subject: Subject,
    context: Context,
    home: Home,
}

impl Reader {
    fn new(args: &UnderstandArgs, global: &Global) -> Result<Self, Failure> {
        let form = match nearest(global)? {
            Some(workspace) => workspace.form,
            None => pipeline::load_form(USUAL_FORM, &outside::current_folder()?)?,
        };
        let year = args.year.or_else(|| args.period.map(|period| period.days().start.year()));
        let context = Context { year: year.unwrap_or_else(|| outside::today().year()), period: args.period };
        Ok(Self { subject: args.what, context, home: form.region.home() })
    }

    fn answer(&self, phrase: &str, terminal: &mut Terminal) {
        match self.subject {
            Subject::Dates => tell(phrase, &DatesAnswer::of(&dates::read(phrase, &self.context)), terminal),
            Subject::Participants => tell(phrase, &PeopleAnswer::of(&people::read(phrase, &self.home)), terminal),
            Subject::Place => tell(phrase, &PlaceAnswer::of(places::read(phrase, &self.home), &self.home), terminal),
        }
    }
}

/// An answer that can be put in words, too.
trait Told: Serialize {
    /// Each a sentence or a part of one; the first is what was understood.
    fn words(&self, language: Language) -> Vec<String>;
}

fn tell(phrase: &str, answer: &impl Told, terminal: &mut Terminal) {
    if terminal.is_json() {
        terminal.json_line(answer);
        return;
    }
    let words = Words::new().with("phrase", phrase).with("meaning", answer.words(terminal.language).join("; "));
    terminal.say("understand-line", &words);
}

/// A message for each flag: `understand-dates-year_from_context` and so on.
fn flags_in_words(kind: &str, flags: &[Json], language: Language) -> Vec<String> {
    let names = flags.iter().filter_map(Json::as_str);
    names.map(|name| words::plain(language, &format!("understand-{kind}-{}", name.replace('_', "-")))).collect()
}

/// The names that flags have in JSON.
fn named<T: Serialize>(flags: impl IntoIterator<Item = T>) -> Vec<Json> {
    flags.into_iter().filter_map(|flag| serde_json::to_value(flag).ok()).collect()
}

/// Days, from the first to the last of them.
#[derive(Debug, Serialize, JsonSchema)]
struct IntervalAnswer {
    start: String,
    end: String,
}

/// What a phrase says of dates.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct DatesAnswer {
    /// None where the phrase gives no days: they are asked for, not guessed.
    intervals: Vec<IntervalAnswer>,
    /// `day`, `month`, `quarter`, `half_year`, `year`, `season`, `approx` or `unknown`.
    precision: Json,
    /// What was inferred, ignored or wrong.
    flags: Vec<Json>,
    #[serde(skip)]
    days: Option<dates::Days>,
}

impl DatesAnswer {
    fn of(reading: &dates::Reading) -> Self {
        let intervals = reading.days.iter().flat_map(|days| &days.intervals);
        Self {
            intervals: intervals
                .map(|days| IntervalAnswer { start: days.start.to_string(), end: days.end.to_string() })
                .collect(),
            precision: serde_json::to_value(reading.precision()).unwrap_or_default(),
            flags: named(&reading.flags),
            days: reading.days.clone(),
        }
    }
}

impl Told for DatesAnswer {
    fn words(&self, language: Language) -> Vec<String> {
        let days = match &self.days {
            Some(days) => dates::write(days, language),
            None => words::plain(language, "understand-dates-none"),
        };
        std::iter::once(days).chain(flags_in_words("dates", &self.flags, language)).collect()
    }
}

/// What a phrase says of participants.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PeopleAnswer {
    /// People; null where the phrase has no number of them.
    total: Option<u64>,
    /// The word that stands by the number, in the singular.
    unit: Option<String>,
    flags: Vec<Json>,
    /// Russian names of the countries that participants are from.
    countries: Vec<&'static str>,
    organisations: Option<u64>,
    /// Foreigners among the total.
    foreign: Option<u64>,
    #[serde(skip)]
    countries_en: Vec<&'static str>,
}

impl PeopleAnswer {
    fn of(reading: &people::Reading) -> Self {
        Self {
            total: reading.total,
            unit: reading.unit.clone(),
            flags: named(&reading.flags),
            countries: reading.countries.iter().map(|country| country.ru).collect(),
            organisations: reading.organisations,
            foreign: reading.foreign,
            countries_en: reading.countries.iter().map(|country| country.en).collect(),
        }
    }
}

impl Told for PeopleAnswer {
    fn words(&self, language: Language) -> Vec<String> {
        let counted = |id: &str, n: Option<u64>| {
            n.map(|n| words::text(language, &format!("understand-{id}"), &Words::new().with("n", n)))
        };
        let unit = self.unit.as_ref().map_or_else(String::new, |unit| match language {
            Language::Ru => format!(" ({unit})"),
            Language::En => String::new(),
        });
        let total = counted("total", self.total).map(|total| total + &unit);
        let countries = if language == Language::Ru { &self.countries } else { &self.countries_en };
        let mut said = vec![total.unwrap_or_else(|| words::plain(language, "understand-total-none"))];
        said.extend(counted("foreign", self.foreign));
        said.extend(counted("organisations", self.organisations));
        said.extend((!countries.is_empty()).then(|| countries.join(", ")));
        said.extend(flags_in_words("people", &self.flags, language));
        said
    }
}

/// What a phrase says of a place.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PlaceAnswer {
    city: Option<String>,
    /// Null for the home region where it was not written; `inferred` has it then.
    region: Option<String>,
    /// Short Russian name; an online event has none.
    country: Option<&'static str>,
    venue: Option<String>,
    url: Option<String>,
    /// `очно`, `онлайн` or `смешанный`.
    format: &'static str,
    /// Parts that were not written: `city`, `region`, `country`.
    inferred: Vec<Json>,
    /// Cities, where several are named.
    places: Option<Vec<String>>,
    #[serde(skip)]
    country_en: Option<&'static str>,
    #[serde(skip)]
    attendance: Attendance,
    #[serde(skip)]
    not_given: bool,
}

impl PlaceAnswer {
    fn of(reading: places::Reading, home: &Home) -> Self {
        // The profile's own region goes without saying.
        let unsaid = reading.inferred.contains(&Part::Region) && reading.region.as_ref() == Some(&home.region);
        Self {
            city: reading.city,
            region: reading.region.filter(|_| !unsaid),
            country: reading.country.map(|country| country.ru),
            venue: reading.venue,
            url: reading.url,
            format: match reading.attendance {
                Attendance::OnSite => "очно",
                Attendance::Online => "онлайн",
                Attendance::Both => "смешанный",
            },
            inferred: named(&reading.inferred),
            places: (!reading.cities.is_empty()).then_some(reading.cities),
            country_en: reading.country.map(|country| country.en),
            attendance: reading.attendance,
            not_given: reading.not_given,
        }
    }
}

impl Told for PlaceAnswer {
    fn words(&self, language: Language) -> Vec<String> {
        let country = if language == Language::Ru { self.country } else { self.country_en };
        let parts = [country, self.region.as_deref(), self.city.as_deref(), self.venue.as_deref(), self.url.as_deref()];
        let place: Vec<&str> = parts.into_iter().flatten().collect();
        let unsaid = if self.not_given || place.is_empty() { "understand-place-none" } else { "" };
        let mut said = vec![if unsaid.is_empty() { place.join(", ") } else { words::plain(language, unsaid) }];
        said.push(words::plain(
            language,
            match self.attendance {
                Attendance::OnSite => "understand-place-on-site",
                Attendance::Online => "understand-place-online",
                Attendance::Both => "understand-place-both",
            },
        ));
        if let Some(places) = &self.places {
            let list = Words::new().with("list", places.join(", "));
            said.push(words::text(language, "understand-place-several", &list));
        }
        said.extend(flags_in_words("inferred", &self.inferred, language));
        said
    }
}
