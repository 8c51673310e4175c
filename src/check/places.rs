//! Where an event was held, from the place, the country and the format (P01–P04).
//!
//! The country's own column wins; where it is blank the place tells the country. An event online has none.

use super::cells::country_name;
use super::draft::{Draft, quote};
use crate::finding::FindingKind;
use crate::form::{Field, Role};
use crate::phrase::countries::{self, Country};
use crate::phrase::places::{self, Attendance, Home, Part, Reading};
use crate::phrase::text;
use crate::words::Args;

pub(super) fn understand(draft: &mut Draft<'_>) {
    let stated = draft.text(Role::Country).and_then(countries::by_code);
    let written = draft.text(Role::Place).map(ToOwned::to_owned);
    let reading = written.as_deref().map(|place| places::read(place, &draft.checker.home));
    let attendance = attendance(draft, reading.as_ref());
    draft.understood.attendance = Some(attendance);
    draft.understood.country = match attendance {
        Attendance::Online => None,
        Attendance::OnSite | Attendance::Both => stated.or(reading.as_ref().and_then(|reading| reading.country)),
    };
    let (Some(field), Some(written), Some(reading)) = (draft.field(Role::Place), written, reading) else { return };
    let lies_elsewhere = match (stated, attendance) {
        (Some(stated), Attendance::OnSite | Attendance::Both) => contradiction(draft, &written, &reading, stated),
        _ => None,
    };
    match (attendance, stated) {
        (Attendance::Online, _) => ask_for_platform(draft, field, &written, &reading),
        (_, Some(stated)) => {
            if let Some(real) = lies_elsewhere {
                let value = reading.city.clone().unwrap_or_else(|| quote(&written));
                let args = Args::new()
                    .with("value", value)
                    .with("expected", country_name(&real))
                    .with("understood", country_name(&stated));
                draft.say(FindingKind::CityInAnotherCountry, field, args);
            }
        }
        // A country that was not understood has its own finding.
        (_, None) if draft.is_misread(Role::Country) => {}
        (_, None) => say_inferred(draft, field, &written, &reading),
    }
    // A region that was inferred at home does not hold abroad.
    let abroad = stated.is_some_and(|stated| stated.code != draft.checker.home.country);
    let at_home_only = abroad && reading.inferred.contains(&Part::Region);
    draft.understood.region =
        reading.region_or_known().filter(|region| !at_home_only || reading.region.as_ref() != Some(region));
    draft.understood.city = reading.city;
    draft.understood.url = reading.url;
}

/// The column, else the place; on site where neither says anything.
fn attendance(draft: &Draft<'_>, reading: Option<&Reading>) -> Attendance {
    match draft.text(Role::Attendance) {
        Some("online") => Attendance::Online,
        Some("both") => Attendance::Both,
        Some("on-site") => Attendance::OnSite,
        _ => reading.map_or(Attendance::OnSite, |reading| reading.attendance),
    }
}

/// The country in which the place really lies, where that is known and is not the one that the column states. What is
/// only inferred from a place's silence is not known.
fn contradiction(draft: &Draft<'_>, written: &str, reading: &Reading, stated: Country) -> Option<Country> {
    let country = reading.country.filter(|country| country.code != stated.code)?;
    let home = &draft.checker.home;
    let known_at_home = reading.city.as_deref().is_some_and(|city| {
        let same = |place: &&places::KnownPlace| places::same_city(&place.name, city) && place.country.is_none();
        home.places.iter().any(|place| same(&place))
    });
    let known_anywhere =
        || places::read(written, &Home::default()).country.is_some_and(|found| found.code == country.code);
    (!reading.inferred.contains(&Part::Country) || known_at_home || known_anywhere()).then_some(country)
}

fn say_inferred(draft: &mut Draft<'_>, field: &Field, written: &str, reading: &Reading) {
    // Forms that do not ask for a country do not want to hear of it.
    if draft.field(Role::Country).is_none() {
        return;
    }
    match reading.country {
        Some(country) if reading.inferred.contains(&Part::Country) => {
            let args = Args::new().with("value", quote(written)).with("understood", country_name(&country));
            draft.say(FindingKind::CountryFromPlace, field, args);
        }
        Some(_) => {}
        None => {
            draft.say(FindingKind::CountryNotUnderstood, field, Args::new().with("value", quote(written)));
        }
    }
}

/// Words that name where on the web an event was held, besides an address.
const PLATFORMS: &[&str] = &[
    "сайт",
    "портал",
    "платформ",
    "вкс",
    "видео-конференц",
    "видеоконференц",
    "видеосвяз",
    "видеомост",
    "телемост",
    "zoom",
    "зум",
    "skype",
    "скайп",
    "teams",
    "youtube",
    "ютуб",
    "rutube",
    "рутуб",
    "вконтакте",
    "vk",
    "вк",
    "telegram",
    "телеграм",
    "одноклассник",
    "дзен",
    "trueconf",
    "webinar",
    "вебинар",
    "google meet",
    "meet",
    "webex",
    "jitsi",
    "контур.толк",
    "толк",
    "сферум",
    "mts link",
    "мтс линк",
    "pruffme",
    "социальн",
    "соцсет",
    "канал",
    "эфир",
    "сообществ",
    "группа",
    "страниц",
    "web site",
    "website",
    "platform",
    "video conference",
];

fn ask_for_platform(draft: &mut Draft<'_>, field: &Field, written: &str, reading: &Reading) {
    if reading.url.is_some() || draft.texts(&[Role::Place, Role::Title, Role::Content, Role::Note]).any(names_platform)
    {
        return;
    }
    draft.say(FindingKind::OnlineWithoutLink, field, Args::new().with("value", quote(written)));
}

fn names_platform(said: &str) -> bool {
    let lower = said.to_lowercase();
    if lower.contains("://") || lower.contains("www.") {
        return true;
    }
    let words = text::words(said);
    let folded = format!(" {}", words.join(" "));
    PLATFORMS.iter().any(|platform| {
        let stem = text::words(platform).join(" ");
        // Two letters are a word of their own, longer ones the beginning of one.
        if stem.chars().count() <= 3 { words.contains(&stem) } else { folded.contains(&format!(" {stem}")) }
    })
}
