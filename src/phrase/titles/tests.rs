use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

#[track_caller]
fn same(left: &str, right: &str) {
    let (left, right) = (read(left), read(right));
    assert_eq!(left.key, right.key);
}

/// Both sides have a name or a number that the other has not.
#[track_caller]
fn apart(left: &str, right: &str) {
    let (left, right) = (read(left), read(right));
    let contradict = |left: &BTreeSet<String>, right: &BTreeSet<String>| {
        left.difference(right).next().is_some() && right.difference(left).next().is_some()
    };
    assert!(contradict(&left.names, &right.names) || left.ordinals != right.ordinals, "{left:?}\n{right:?}");
}

#[test]
fn quotes_dashes_case_and_yo_do_not_matter() {
    same("Форум «Тёплый луг – 2024»", "форум \"Теплый Луг - 2024\"");
    same("ВЫСТАВКА  „ЛУГ“.", "Выставка «Луг»");
    same("Бизнес-форум регионов", "Бизнес – форум регионов");
}

#[test]
fn lead_words_do_not_matter() {
    same("Участие в Международной выставке «Луг»", "Международная выставка «Луг»");
    same("Участие делегации Луговой области в форуме «Поле»", "Форум «Поле»");
    same("Организация и проведение фестиваля «Поле»", "Фестиваль «Поле»");
    same("Проведение конференции «Лес»", "участие в конференции «Лес»");
    same("Participation in the Meadow Fair", "The Meadow Fair");
    same("Participation of the delegation in the Meadow Fair", "Meadow Fair");
}

#[test]
fn numbers_are_the_same_however_written() {
    same("XVIII Форум «Луг»", "18-й форум «Луг»");
    same("ХVIII форум «Луг»", "Восемнадцатый форум «Луг»");
    same("18th Meadow Forum", "XVIII Meadow Forum");
}

#[test]
fn lookalike_letters_do_not_matter() {
    same("Выстaвка «Луг»", "Выставка «Луг»");
}

#[test]
fn regions_ordinals_and_years_set_titles_apart() {
    apart("День культуры Полевской области в Лугово", "День культуры Лесногорской области в Лугово");
    apart("Полевская неделя культуры в регионе", "Лесногорская неделя культуры в регионе");
    apart("18-й форум деловых кругов", "17-й форум деловых кругов");
    apart("Выставка продуктов «Луг 2023»", "Выставка продуктов «Луг 2024»");
    apart("Выставка картин художника «Рассвет над полем»", "Выставка картин художника «Закат над лесом»");
    apart(
        "Участие делегации Полевской области в форуме садоводов",
        "Участие делегации Лесногорской области в форуме садоводов",
    );
}

#[test]
fn names_are_words_in_quotes_and_capitalised_words() {
    let title = read("Участие в XVII Международном форуме «Тихий луг» в Полевске");
    assert_eq!(title.ordinals, BTreeSet::from([17]));
    assert!(title.names.contains("луг"), "{title:?}");
    assert!(title.names.iter().any(|name| name.starts_with("полевск")), "{title:?}");
    assert!(!title.names.iter().any(|name| name.starts_with("международн")), "{title:?}");
}

#[test]
fn unbalanced_quotes_do_not_make_everything_a_name() {
    let title = read("Турнир «Луг» в спортивном дворце «Юность среди команд");
    assert!(title.names.contains("луг") && !title.names.contains("команд"), "{title:?}");
}

#[test]
fn a_title_in_capitals_has_only_quoted_names() {
    assert_eq!(read("ФОРУМ «ЛУГ» В ПОЛЕВСКЕ").names, BTreeSet::from(["луг".to_owned()]));
}

proptest! {
    #[test]
    fn any_title_is_taken_apart(title in r"[А-Яа-яё «»0-9XVI-]{0,40}") {
        let read = read(&title);
        prop_assert!(read.stems.iter().all(|stem| read.key.split(' ').any(|word| word == stem)), "{read:?}");
        prop_assert!(read.quoted.is_subset(&read.names));
    }
}
