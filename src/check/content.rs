//! What a row says (C01–C04): too short a text, a signing without a document, personal data, nothing international.

use super::draft::{Draft, message, quote};
use super::personal;
use crate::finding::FindingKind;
use crate::form::{FieldType, Role};
use crate::phrase::text;
use crate::record::Value;
use crate::words::Args;

/// Characters from which on a content says something: shorter ones of real reports have 63.
const DESIRABLE: usize = 40;

pub(super) fn check(draft: &mut Draft<'_>) {
    say_short(draft);
    say_signing(draft);
    say_personal(draft);
    say_not_international(draft);
}

fn say_short(draft: &mut Draft<'_>) {
    let Some(field) = draft.field(Role::Content) else { return };
    let Some(length) = draft.text(Role::Content).map(|text| text.chars().count()) else { return };
    if length < DESIRABLE {
        draft.say(FindingKind::ShortText, field, Args::new().with("count", length).with("expected", DESIRABLE));
    }
}

fn say_signing(draft: &mut Draft<'_>) {
    let (Some(field), Some(_)) = (draft.field(Role::Content), draft.field(Role::Documents)) else { return };
    if draft.text(Role::Documents).is_some_and(|documents| !denies(documents)) {
        return;
    }
    let Some(signing) = draft.text(Role::Content).and_then(signing) else { return };
    draft.say(FindingKind::DocumentNotNamed, field, Args::new().with("value", signing));
}

/// «нет», «не подписывались»: a cell of documents that names none.
fn denies(documents: &str) -> bool {
    let words = text::words(documents);
    words.len() <= 3
        && words.first().is_some_and(|word| ["нет", "не", "отсутствуют", "no", "none"].contains(&word.as_str()))
}

/// The sentence that tells of a signing that took place; plans and earlier agreements do not count.
fn signing(content: &str) -> Option<String> {
    const SIGNED: &[&str] =
        &["подписан", "подписана", "подписано", "подписаны", "подписал", "подписала", "подписали", "signed"];
    const CEREMONY: &[&str] = &["подписание", "подписанием", "подписания", "signing"];
    const TOOK_PLACE: &[&str] = &["состоял", "прош", "церемони", "завершил", "held", "ceremony"];
    const PLAN: &[&str] = &[
        "планир",
        "предусм",
        "предполаг",
        "будет",
        "будут",
        "предсто",
        "готов",
        "подготов",
        "проект",
        "обсу",
        "will",
        "plan",
        "draft",
        "discuss",
        "будущ",
        "возможн",
    ];
    text::sentences(content).into_iter().find_map(|sentence| {
        let words = text::words(&sentence);
        let begins = |stems: &[&str]| words.iter().any(|word| stems.iter().any(|stem| word.starts_with(stem)));
        let at = words.iter().position(|word| SIGNED.contains(&word.as_str()));
        let signed = at.is_some_and(|at| {
            let before: Vec<&str> = words[..at].iter().rev().take(3).map(String::as_str).collect();
            !before.iter().any(|word| ["не", "быть", "будет", "будут", "not", "be", "ранее"].contains(word))
        });
        let ceremony =
            words.iter().any(|word| CEREMONY.contains(&word.as_str())) && begins(TOOK_PLACE) && !begins(PLAN);
        (signed || ceremony).then(|| quote(&sentence))
    })
}

/// Personal data are looked for in every free text of the row.
fn say_personal(draft: &mut Draft<'_>) {
    for field in &draft.checker.form.table.fields {
        if field.kind != FieldType::String || field.dictionary.is_some() {
            continue;
        }
        let Some(Value::Text(said)) = draft.fields.get(&field.key).map(|datum| &datum.value) else { continue };
        for kind in personal::found_in(said) {
            draft.say(FindingKind::PersonalData, field, Args::new().with("understood", message(kind, &Args::new())));
        }
    }
}

/// Word stems that make an event international without a country's name.
const INTERNATIONAL: &[&str] = &[
    "международн",
    "иностран",
    "зарубеж",
    "всемирн",
    "мировой",
    "мирового",
    "интернационал",
    "межгосударств",
    "трансгранич",
    "приграничн",
    "содружеств",
    "снг",
    "брикс",
    "шос",
    "еаэс",
    "евразийск",
    "союзного",
    "союзное",
    "оон",
    "юнеско",
    "одкб",
    "посольств",
    "посол",
    "консул",
    "русско",
    "российско",
    "соотечественник",
    "international",
    "foreign",
    "abroad",
    "global",
    "embassy",
    "consul",
    "delegation",
];

/// Only where the form asks for the country: other forms are not about international events.
fn say_not_international(draft: &mut Draft<'_>) {
    if draft.field(Role::Country).is_none() || !draft.understood.partners.is_empty() {
        return;
    }
    let roles = [Role::Title, Role::Place, Role::Content, Role::People, Role::Documents];
    let named = draft
        .texts(&roles)
        .any(|said| text::words(said).iter().any(|word| INTERNATIONAL.iter().any(|stem| word.starts_with(stem))));
    let foreigners = draft.understood.foreign.is_some_and(|foreign| foreign > 0);
    let Some(field) = draft.field(Role::Content).or(draft.field(Role::Title)) else { return };
    if !named && !foreigners && (draft.text(Role::Title).is_some() || draft.text(Role::Content).is_some()) {
        draft.say(FindingKind::NothingInternational, field, Args::new());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signing_that_took_place_is_noticed() {
        for said in [
            "Был подписан протокол о намерениях между музеями.",
            "Стороны подписали соглашение о сотрудничестве.",
            "В завершение состоялось подписание меморандума.",
            "A memorandum was signed by both parties.",
        ] {
            assert!(signing(said).is_some(), "{said}");
        }
    }

    #[test]
    fn plans_and_earlier_agreements_are_no_signing() {
        for said in [
            "Стороны предусмотрели заключение соглашений.",
            "Соглашение будет подписано в мае.",
            "Документ пока не подписан.",
            "Работа ведётся в рамках подписанного в 2019 году соглашения.",
            "Обсуждалось подписание меморандума.",
        ] {
            assert_eq!(signing(said), None, "{said}");
        }
    }

    #[test]
    fn a_cell_that_denies_documents_names_none() {
        assert!(denies("Нет") && denies("не подписывались") && !denies("Соглашение; стороны; 01.02.2024"));
    }
}
