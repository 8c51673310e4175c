//! Institutions by the names that people give them.
//!
//! In: the register, and a text. Out: the one institution that the text names, or none. Legal forms and quotes make no
//! difference; what fits two institutions names neither.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::read::fold;
use crate::register::{Institution, ListedName, Register};

/// Names at least this alike are the same name with a slip.
const SLIP: f64 = 0.8;

/// Names at least this alike are offered as "did you mean".
const NEAR: f64 = 0.6;

/// Words that begin the full name of an institution and say only what it is in law.
const LEGAL_FORM: &str = "государственное государственный государственная областное областной краевое республиканское \
    муниципальное городское районное федеральное бюджетное бюджетный казенное казённое автономное автономная \
    унитарное унитарный учреждение предприятие организация культуры искусства образования здравоохранения спорта науки \
    образовательное профессиональное профессионального среднего высшего дополнительного общеобразовательное научное \
    некоммерческая некоммерческое партнерство общество акционерное публичное закрытое открытое с ограниченной \
    ответственностью и дошкольное \
    гу ку бу ау гбу гку гау гбук гкук гаук гбуз гбоу гбпоу гапоу гкоу гаоу гбудо гаудо мбу мку мау мбук мкук маук мбоу \
    маоу мкоу мбудо маудо мбуз обу огбу огбук огку огау огаук огбоу огбпоу огапоу огбуз огуп фгбу фгбук фгбоу фгаоу фгку \
    фгуп фгбну гуп муп ано анодпо нко ооо оао пао зао ао нп во дпо спо до дод \
    the state public municipal federal regional institution";

/// What a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::read) enum Named {
    One(Arc<str>),
    /// It fits several institutions.
    Several,
    Nobody,
}

/// The names of all institutions, folded.
#[derive(Debug)]
pub(in crate::read) struct Names {
    /// Codes, names and short names as they are, then without their legal form.
    exact: BTreeMap<String, BTreeSet<Arc<str>>>,
    bare: BTreeMap<String, BTreeSet<Arc<str>>>,
    /// The names that the title sheet offers, letter by letter: each is one institution's.
    listed: BTreeMap<String, Arc<str>>,
    /// What may stand in the name of a file: the words, and whose they are.
    phrases: Vec<(Vec<String>, Arc<str>)>,
    legal: BTreeSet<String>,
}

impl Names {
    pub(in crate::read) fn of(register: &Register) -> Self {
        let legal = LEGAL_FORM.split_whitespace().map(fold::label).collect();
        let (exact, bare, listed) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let mut names = Self { exact, bare, listed, phrases: Vec::new(), legal };
        for institution in &register.institutions {
            for name in [&*institution.code, &institution.name, &institution.short_name] {
                names.add(name, &institution.code);
            }
        }
        for institution in &register.institutions {
            let name = names.unmistakable(institution);
            names.listed.insert(name, Arc::clone(&institution.code));
        }
        names
    }

    /// The names to be offered in a list, one for each institution, in the order of the letters.
    pub(in crate::read) fn listed(&self) -> impl Iterator<Item = ListedName> {
        self.listed.iter().map(|(name, code)| ListedName { code: Arc::clone(code), name: name.clone() })
    }

    /// The full name; where it could mean another institution, too, with the code.
    fn unmistakable(&self, institution: &Institution) -> String {
        let code = &institution.code;
        let name = one_line(if institution.name.is_empty() { institution.called() } else { &institution.name });
        let with_code = format!("{code} – {name}");
        let candidates = [name.clone(), format!("{name} ({code})"), with_code.clone()];
        let is_clear = |candidate: &String| {
            let folded = fold::words(candidate).concat();
            let meant = self.exact.get(&folded);
            !folded.is_empty()
                && !self.listed.contains_key(candidate)
                && meant.is_none_or(|codes| codes.iter().all(|other| other == code))
        };
        candidates.into_iter().find(is_clear).unwrap_or(with_code)
    }

    fn add(&mut self, name: &str, code: &Arc<str>) {
        let words = fold::words(name);
        let bare = self.without_legal_form(&words);
        for (map, words) in [(&mut self.exact, &words), (&mut self.bare, &bare)] {
            if !words.is_empty() {
                map.entry(words.concat()).or_default().insert(Arc::clone(code));
            }
        }
        for words in [words, bare] {
            if is_telling(&words) && !self.phrases.iter().any(|(other, whose)| *other == words && whose == code) {
                self.phrases.push((words, Arc::clone(code)));
            }
        }
    }

    /// The words after the legal form; all of them where nothing else would be left.
    fn without_legal_form(&self, words: &[String]) -> Vec<String> {
        let bare: Vec<String> = words.iter().skip_while(|word| self.legal.contains(*word)).cloned().collect();
        if bare.is_empty() { words.to_vec() } else { bare }
    }

    /// The institution that a text names as a whole.
    pub(in crate::read) fn find(&self, text: &str) -> Named {
        if let Some(code) = self.listed.get(&one_line(text)) {
            return Named::One(Arc::clone(code));
        }
        let words = fold::words(text);
        let bare = self.without_legal_form(&words);
        let found = self.exact.get(&words.concat()).or_else(|| self.bare.get(&bare.concat()));
        match found.map(|codes| codes.iter().collect::<Vec<_>>()).as_deref() {
            Some([code]) => Named::One(Arc::clone(code)),
            Some(_) => Named::Several,
            None => Named::Nobody,
        }
    }

    /// The institution that the name of a file names by whole words. Of names within each other the longer counts:
    /// «Музей истории» is not «Музей».
    pub(in crate::read) fn in_file_name(&self, file: &str) -> Option<Arc<str>> {
        let words = fold::words(file);
        let hits: Vec<(usize, usize, &Arc<str>)> = self
            .phrases
            .iter()
            .flat_map(|(phrase, code)| {
                let at = words.windows(phrase.len()).enumerate().filter(|(_, window)| *window == phrase.as_slice());
                at.map(|(start, _)| (start, start + phrase.len(), code)).collect::<Vec<_>>()
            })
            .collect();
        let longest = hits.iter().filter(|(start, end, _)| {
            !hits.iter().any(|(from, to, _)| from <= start && end <= to && to - from > end - start)
        });
        let codes: BTreeSet<&Arc<str>> = longest.map(|(_, _, code)| *code).collect();
        match codes.into_iter().collect::<Vec<_>>().as_slice() {
            [code] => Some(Arc::clone(code)),
            _ => None,
        }
    }

    /// The institution that a text may have meant: only ever to be offered.
    pub(in crate::read) fn nearest<'a>(&self, text: &str, register: &'a Register) -> Option<&'a Institution> {
        let wanted = self.without_legal_form(&fold::words(text)).concat();
        let mut best: Option<(f64, &Institution)> = None;
        for institution in &register.institutions {
            for name in [&*institution.code, &institution.name, &institution.short_name] {
                let alike = likeness(&wanted, &self.without_legal_form(&fold::words(name)).concat());
                if alike >= NEAR && best.is_none_or(|(other, _)| alike > other) {
                    best = Some((alike, institution));
                }
            }
        }
        best.map(|(_, institution)| institution)
    }
}

/// The text as a cell keeps it, with single spaces.
fn one_line(text: &str) -> String {
    let kept: String = text.chars().filter(|c| c.is_whitespace() || !c.is_control()).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a title is the institution's own name with a small edit.
pub(super) fn is_a_slip(title: &str, institution: &Institution) -> bool {
    let title = fold::label(title);
    [institution.name.as_str(), institution.short_name.as_str()]
        .into_iter()
        .map(fold::label)
        .filter(|name| !name.is_empty())
        .any(|name| {
            likeness(&title, &name) >= SLIP
                || title.contains(&name)
                || (title.chars().count() >= 5 && name.contains(&title))
        })
}

fn likeness(left: &str, right: &str) -> f64 {
    if left.is_empty() || right.is_empty() { 0.0 } else { rapidfuzz::fuzz::ratio(left.chars(), right.chars()) }
}

/// Whether words in the name of a file can mean an institution: three letters, or a number too long for a day or a year.
fn is_telling(words: &[String]) -> bool {
    let letters = words.iter().flat_map(|word| word.chars()).filter(|c| c.is_alphabetic()).count();
    let digits = words.iter().flat_map(|word| word.chars()).filter(char::is_ascii_digit).count();
    letters >= 3 || (letters >= 1 && digits >= 1) || digits >= 5
}

#[cfg(test)]
mod tests {
    use super::*;

    fn register() -> Register {
        Register {
            institutions: vec![
                Institution::called_so("museum", "Государственное бюджетное учреждение культуры «Музей»", "Музей"),
                Institution::called_so("history", "ГБУК «Музей истории»", "Музей истории"),
                Institution::called_so("12", "Областной театр кукол", "Театр кукол"),
                Institution::called_so("lib-1", "МБУК «Библиотека»", ""),
                Institution::called_so("lib-2", "ГБУК «Библиотека»", ""),
            ],
        }
    }

    fn one(code: &str) -> Named {
        Named::One(code.into())
    }

    #[test]
    fn legal_forms_and_quotes_make_no_difference() {
        let register = register();
        let names = Names::of(&register);
        for title in [
            "Музей",
            "ГБУК \"Музей\"",
            "ГБУК «МУЗЕЙ»",
            "museum",
            "Государственное бюджетное  учреждение культуры Музей",
        ] {
            assert_eq!(names.find(title), one("museum"), "{title}");
        }
        assert_eq!(names.find("Музей истории"), one("history"));
        assert_eq!(names.find("Музей ремёсел"), Named::Nobody);
        assert_eq!(names.find(""), Named::Nobody);
    }

    #[test]
    fn what_fits_two_institutions_names_neither_unless_it_is_exact() {
        let register = register();
        let names = Names::of(&register);
        assert_eq!(names.find("Библиотека"), Named::Several);
        assert_eq!(names.find("мбук Библиотека"), one("lib-1"));
        assert_eq!(names.in_file_name("Библиотека.xlsx"), None);
    }

    #[test]
    fn every_name_of_the_list_is_found_as_its_own_institution_among_a_thousand_with_namesakes() {
        let mut institutions: Vec<Institution> = (0..1000)
            .map(|n| {
                let (name, short) = match n % 10 {
                    0 => ("ГБУК «Библиотека»".to_owned(), String::new()),
                    1 => ("МБУК «Библиотека»".to_owned(), "Библиотека".to_owned()),
                    2 => (format!("Школа № {n}"), String::new()),
                    // The name of the one before in other letters, and with the code that a namesake would bear.
                    3 => (format!("Школа №{}", n - 1), format!("Школа {n}")),
                    4 => ("Музей".to_owned(), format!("Музей {n}")),
                    5 => (format!("Театр {n}"), "Музей".to_owned()),
                    6 => (format!("Музей (i-{})", n - 2), String::new()),
                    7 => (String::new(), String::new()),
                    8 => ("«»".to_owned(), String::new()),
                    _ => (format!("Учреждение\u{1}  с\nпробелами\u{a0}{n}"), String::new()),
                };
                Institution::called_so(&format!("i-{n}"), &name, &short)
            })
            .collect();
        institutions.push(Institution::called_so("i4", "Музей", ""));
        let register = Register { institutions };
        let names = Names::of(&register);
        let listed: Vec<ListedName> = names.listed().collect();
        assert_eq!(listed.len(), register.institutions.len());
        for ListedName { code, name } in &listed {
            assert_eq!(names.find(name), Named::One(Arc::clone(code)), "{name}");
            assert_eq!(
                names.find(&format!(" {} ", name.replace(' ', "\u{a0}"))),
                Named::One(Arc::clone(code)),
                "{name}"
            );
        }
        let of = |code: &str| listed.iter().find(|listed| &*listed.code == code).unwrap().name.clone();
        assert_eq!(of("i-9"), "Учреждение с пробелами 9");
        assert_eq!(of("i-0"), "ГБУК «Библиотека» (i-0)");
        assert_eq!(of("i-4"), "i-4 – Музей", "«Музей (i-4)» is the name of another");
        assert_eq!(names.find("Музей"), Named::Several, "the list makes nothing sure that was not");
    }

    #[test]
    fn a_name_that_is_one_institutions_alone_is_listed_as_it_is() {
        let register = register();
        let listed: Vec<String> = Names::of(&register).listed().map(|listed| listed.name).collect();
        let mut own: Vec<String> = register.institutions.iter().map(|one| one.name.clone()).collect();
        own.sort();
        assert_eq!(listed, own);
    }

    #[test]
    fn a_file_names_an_institution_by_whole_words_only() {
        let register = register();
        let names = Names::of(&register);
        assert_eq!(names.in_file_name("Отчёт_Музей истории_1 кв.xlsx").as_deref(), Some("history"));
        assert_eq!(names.in_file_name("lib-2 отчет.xlsx").as_deref(), Some("lib-2"));
        assert_eq!(names.in_file_name("Музейный отчёт.xlsx"), None);
        assert_eq!(names.in_file_name("отчёт 12.xlsx"), None, "a bare 12 may be a day");
        assert_eq!(names.in_file_name("Музей и Театр кукол.xlsx"), None);
    }

    #[test]
    fn a_near_name_is_only_offered() {
        let register = register();
        let names = Names::of(&register);
        assert_eq!(names.find("Театр куклы"), Named::Nobody);
        let near = names.nearest("Театр куклы", &register).unwrap();
        assert_eq!(near.called(), "Театр кукол");
        assert!(is_a_slip("Театр куклы", near));
        assert!(names.nearest("Дворец спорта", &register).is_none());
    }
}
