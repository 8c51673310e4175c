//! Personal data that should not be in a report (C03): text in, kinds of data out. What was found is never repeated.

use std::sync::LazyLock;

use regex::Regex;

/// Message ids of the kinds, each with the pattern that betrays it.
const KINDS: &[(&str, &str)] = &[
    ("personal-passport", r"(?i)(?:паспорт|passport|серия)[^.;\n]{0,40}?[0-9]{2} ?[0-9]{2}[ ,№N]*[0-9]{6}(?:[^0-9]|$)"),
    ("personal-snils", r"(?:^|[^0-9])[0-9]{3}-[0-9]{3}-[0-9]{3}[ -][0-9]{2}(?:[^0-9]|$)"),
    (
        "personal-phone",
        r"(?:^|[^0-9+])(?:\+ ?7|8)[ (-]{0,2}9[0-9]{2}[ )-]{0,2}[0-9]{3}[ -]?[0-9]{2}[ -]?[0-9]{2}(?:[^0-9]|$)",
    ),
    (
        "personal-birth",
        r"(?i)(?:дата рождения|родил(?:ся|ась)|date of birth|born on)[ :–-]{0,3}[0-9]{1,2}[./ ]|[0-9]{2}\.[0-9]{2}\.[0-9]{4} ?(?:г\. ?р\.|года? рожд)",
    ),
    (
        "personal-email",
        r"(?i)[a-z0-9._%+-]+@(?:mail|inbox|list|bk|internet|yandex|ya|rambler|gmail|googlemail|hotmail|outlook|yahoo|icloud)\.[a-z]{2,3}(?:[^a-z]|$)",
    ),
];

static PATTERNS: LazyLock<Vec<(&'static str, Regex)>> = LazyLock::new(|| {
    // A test keeps every pattern sound.
    KINDS.iter().filter_map(|(kind, pattern)| Some((*kind, Regex::new(pattern).ok()?))).collect()
});

/// The kinds of personal data that a text seems to hold.
pub(super) fn found_in(said: &str) -> Vec<&'static str> {
    // Most texts hold none: a digit or an at sign comes before any of them.
    if !said.bytes().any(|b| b.is_ascii_digit() || b == b'@') {
        return Vec::new();
    }
    PATTERNS.iter().filter(|(_, pattern)| pattern.is_match(said)).map(|(kind, _)| *kind).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_is_sound() {
        assert_eq!(PATTERNS.len(), KINDS.len());
    }

    #[test]
    fn personal_data_are_noticed_by_kind() {
        for (said, kind) in [
            ("паспорт серии 12 34 № 567890", "personal-passport"),
            ("СНИЛС 123-456-789 00", "personal-snils"),
            ("тел. +7 (910) 000-00-00", "personal-phone"),
            ("89100000000", "personal-phone"),
            ("дата рождения: 01.02.1980", "personal-birth"),
            ("01.02.1980 г.р.", "personal-birth"),
            ("почта person@mail.ru", "personal-email"),
        ] {
            assert_eq!(found_in(said), [kind], "{said}");
        }
    }

    #[test]
    fn years_office_phones_and_office_mail_are_no_personal_data() {
        for said in [
            "к 90-летию со дня рождения первого космонавта, 09.03.2024",
            "тел. (4812) 00-00-00, приемная",
            "otdel@example.org",
            "распоряжение № 123456 от 05.03.2024",
            "2022 – 2023 годы; 1 864 человека",
        ] {
            assert!(found_in(said).is_empty(), "{said}: {:?}", found_in(said));
        }
    }
}
