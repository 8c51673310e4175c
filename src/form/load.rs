//! A form file is loaded. In: its text. Out: the form, or every mistake with its line and column. What is accepted here
//! fails nowhere later.

use toml::de::DeTable;

use super::source::{Mistake, Mistakes, Node, root};
use super::{Dictionary, Entry, Form, lint, shape, validated};
use crate::phrase::countries;
use crate::words::{Args, LocalText};

/// Loads a form; the entries of built-in dictionaries are filled in.
///
/// # Errors
/// Every mistake, by position. A file that is no TOML has only those of its syntax.
pub fn load(source: &str) -> Result<Form, Vec<Mistake>> {
    let mut mistakes = Mistakes::of(source);
    let (tree, broken) = DeTable::parse_recoverable(source);
    for error in broken {
        let id = if error.message().contains("duplicate key") { "form-duplicate-key" } else { "form-syntax" };
        mistakes.add(error.span().unwrap_or(0..0), id, Args::new().with("said", error.message()));
    }
    if !mistakes.none() {
        return Err(mistakes.sorted());
    }
    let tree = root(tree);
    let tree = Node(&tree);
    let texts = shape::check(tree, &mut mistakes);
    lint::check(tree, &texts, &mut mistakes);
    if !mistakes.none() {
        return Err(mistakes.sorted());
    }
    // Nothing is known to be wrong; the types have the last word.
    match toml::from_str::<Form>(source) {
        Ok(form) => {
            validated::check(&form, tree, &mut mistakes);
            if mistakes.none() { Ok(filled(form)) } else { Err(mistakes.sorted()) }
        }
        Err(error) => {
            mistakes.add(error.span().unwrap_or(0..0), "form-invalid", Args::new().with("said", error.message()));
            Err(mistakes.sorted())
        }
    }
}

/// The form with its built-in dictionaries filled in.
fn filled(mut form: Form) -> Form {
    for dictionary in form.dictionaries.values_mut() {
        if dictionary.builtin.as_deref() == Some(lint::COUNTRIES) {
            fill_countries(dictionary);
        }
    }
    form
}

/// Puts the countries before the form's own entries; an own entry with the key of a country takes its place.
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
            counted: LocalText::default(),
        }));
    }
    dictionary.entries.append(&mut own);
}
