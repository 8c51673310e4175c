//! The coordinator's own wording of the letters, in the place of svod's.
//!
//! In: a file of sentences for each language, with svod's names and variables. Out: the sentence that holds, or every mistake
//! of the file with its place. It opens no file.

use std::collections::BTreeSet;

use crate::form::Mistake;
use crate::words::{self, Args, Language, Said, Sentences};

/// How the names of sentences begin that may be worded anew.
const PREFIX: &str = "letter-";
/// Names that begin so are no sentences of letters, but words of lists.
const LISTS: &str = "letter-kind-";
/// What every sentence may name.
const ALWAYS: [&str; 6] = ["form", "period", "institution", "title", "table", "nil"];

/// Sentences in the place of svod's.
#[derive(Debug, Default)]
pub struct Texts(Vec<Sentences>);

impl Texts {
    /// Takes the sentences of a file; none, where there are mistakes, which come back.
    pub fn add(&mut self, language: Language, source: &str) -> Vec<Mistake> {
        let source = source.strip_prefix('\u{feff}').unwrap_or(source);
        let own = match Sentences::parse(language, source) {
            Ok(own) => own,
            Err(errors) => {
                let said = |reason: String| Said::new("letters-mistake-syntax", Args::new().with("reason", reason));
                return errors.into_iter().map(|(span, reason)| Mistake::at(source, span, said(reason))).collect();
            }
        };
        let mistakes: Vec<Mistake> = own
            .names()
            .filter_map(|(name, span)| Some(Mistake::at(source, span, mistake(language, &own, name)?)))
            .collect();
        if mistakes.is_empty() {
            self.0.push(own);
        }
        mistakes
    }

    /// The sentence of that name: the coordinator's own, or else svod's.
    pub(super) fn say(&self, language: Language, name: &str, args: &Args) -> String {
        let own = self.0.iter().filter(|own| own.language() == language).find_map(|own| own.say(name, args)?.ok());
        own.unwrap_or_else(|| words::text(language, name, args))
    }
}

/// What is wrong with a sentence: nobody says it, or it names what it is not given.
fn mistake(language: Language, own: &Sentences, name: &str) -> Option<Said> {
    if !name.starts_with(PREFIX) || name.starts_with(LISTS) || !words::has(language, name) {
        return Some(Said::new("letters-mistake-name", Args::new().with("name", name)));
    }
    let mut known: BTreeSet<String> = ALWAYS.map(str::to_owned).into();
    known.extend(Language::ALL.into_iter().flat_map(|language| words::variables(language, name)));
    let listed =
        |names: &mut dyn Iterator<Item = &String>| names.map(|name| format!("${name}")).collect::<Vec<_>>().join(", ");
    let named = own.variables(name);
    if !named.is_subset(&known) {
        let args = Args::new().with("name", listed(&mut named.difference(&known)));
        return Some(Said::new("letters-mistake-variable", args.with("known", listed(&mut known.iter()))));
    }
    // What is left is a reference to another sentence, or a function that nobody has.
    let args = known.iter().fold(Args::new(), |args, variable| args.with(variable, 1_u32));
    let error = own.say(name, &args)?.err()?;
    Some(Said::new("letters-mistake-syntax", Args::new().with("reason", error.to_string())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(source: &str) -> Vec<(u32, String)> {
        let mistakes = Texts::default().add(Language::Ru, source);
        mistakes.into_iter().map(|mistake| (mistake.line, mistake.said.text(Language::Ru))).collect()
    }

    #[test]
    fn a_sentence_worded_anew_takes_the_place_of_svods_and_all_others_stay() {
        let mut texts = Texts::default();
        let source = "\u{feff}# своё\nletter-greeting = Уважаемые коллеги!\nletter-reminder-crossed = { \"\" }\n";
        assert_eq!(texts.add(Language::Ru, source), []);
        let say = |language, name| texts.say(language, name, &Args::new().with("day", "05.04.2024"));
        assert_eq!(say(Language::Ru, "letter-greeting"), "Уважаемые коллеги!");
        assert_eq!(say(Language::Ru, "letter-reminder-crossed"), "");
        assert_eq!(say(Language::En, "letter-greeting"), words::plain(Language::En, "letter-greeting"));
        assert!(say(Language::Ru, "letter-request-deadline").contains("05.04.2024"));
    }

    #[test]
    fn every_mistake_is_told_with_its_line() {
        let unknown = said("letter-greeting = Привет!\n\nletter-greting = Привет!\nletter-kind-return = x\n");
        assert_eq!(unknown.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [3, 4]);
        assert!(unknown[0].1.contains("letter-greting"), "{unknown:?}");
        let variable = said("letter-request-deadline =\n    Ждём до { $dya }.\n");
        assert_eq!(variable[0].0, 1);
        assert!(variable[0].1.contains("$dya") && variable[0].1.contains("$day, $form"), "{variable:?}");
        let syntax = said("letter-greeting = Здравствуйте!\nletter-ask = Спросите: { $whom\n");
        assert_eq!(syntax.len(), 1, "{syntax:?}");
        assert_eq!(syntax[0].0, 2, "{syntax:?}");
        let reference = said("letter-ask = { letter-nothing }\n");
        assert_eq!(reference[0].0, 1, "{reference:?}");
    }
}
