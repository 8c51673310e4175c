//! A form file is loaded. In: its text. Out: the form, or every mistake with its line and column.

use std::ops::Range;

use super::{Dictionary, Entry, Form};
use crate::phrase::countries;
use crate::words::{Args, LocalText, Said};

/// What is wrong with a form file, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Mistake {
    /// From 1.
    pub line: u32,
    /// From 1, in characters.
    pub column: u32,
    /// Bytes of the source.
    pub span: Range<usize>,
    pub said: Said,
}

/// Loads a form.
///
/// # Errors
/// Every mistake, by position.
pub fn load(source: &str) -> Result<Form, Vec<Mistake>> {
    let mut form: Form = toml::from_str(source).map_err(|error| {
        let span = error.span().unwrap_or(0..0);
        let before = &source[..span.start];
        vec![Mistake {
            line: u32::try_from(before.matches('\n').count() + 1).unwrap_or(u32::MAX),
            column: u32::try_from(before.chars().rev().take_while(|c| *c != '\n').count() + 1).unwrap_or(u32::MAX),
            span,
            said: Said::new("form-syntax", Args::new().with("said", error.message())),
        }]
    })?;
    for dictionary in form.dictionaries.values_mut() {
        if dictionary.builtin.as_deref() == Some("countries") {
            fill_countries(dictionary);
        }
    }
    Ok(form)
}

/// Puts the countries under the form's own entries: an own entry replaces the country of that key, else it is added.
fn fill_countries(dictionary: &mut Dictionary) {
    let mut own = std::mem::take(&mut dictionary.entries);
    for country in countries::all() {
        let replaced = own.iter().position(|entry| entry.key == country.code).map(|at| own.remove(at));
        dictionary.entries.push(replaced.unwrap_or_else(|| Entry {
            key: country.code.to_owned(),
            label: LocalText::Each { ru: Some(country.ru.to_owned()), en: Some(country.en.to_owned()) },
            aliases: Vec::new(),
            people: true,
            signs: Vec::new(),
            of_many: LocalText::default(),
        }));
    }
    dictionary.entries.append(&mut own);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_that_svod_brings_loads() {
        for id in crate::form::builtin_ids() {
            let source = crate::form::builtin(id).unwrap();
            let form = load(source).unwrap();
            assert_eq!(form.form.id, **id);
            let n = crate::words::Pattern::parse(
                crate::words::Language::Ru,
                form.report.closing.unwrap().text.get(crate::words::Language::Ru),
            )
            .unwrap();
            println!(
                "{}",
                n.say(&Args::new().with("n", 3_i64).with("Period-in", "В").with("reception-hall", "в здании")).unwrap()
            );
        }
    }
}
