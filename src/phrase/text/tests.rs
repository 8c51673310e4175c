use proptest::prelude::*;

use super::*;

#[test]
fn spaces_of_every_kind_become_ordinary_ones() {
    assert_eq!(clean("\u{a0}5\u{202f}марта\t \u{2003}2024  "), "5 марта 2024");
}

#[test]
fn invisible_characters_vanish_and_numero_stays() {
    assert_eq!(clean("\u{feff}фо\u{ad}рум\u{200b} \u{202e}№\u{2060}5\u{7}"), "форум №5");
}

#[test]
fn excel_escapes_are_decoded_and_then_cleaned() {
    assert_eq!(clean("один_x000D_\nдва_x0007_ _x0434_а _xZZZZ_"), "один\nдва да _xZZZZ_");
}

#[test]
fn blank_lines_fold_and_lines_are_trimmed() {
    assert_eq!(clean(" один \r\n\r\n \u{b} два "), "один\nдва");
}

#[test]
fn letters_are_composed() {
    assert_eq!(clean("и\u{306}"), "й");
}

#[test]
fn bookmarks_are_removed() {
    assert_eq!(clean("выставка [bookmark: _Hlk1]«Луг»"), "выставка «Луг»");
    assert_eq!(clean("[bookmark: без конца"), "[bookmark: без конца");
}

#[test]
fn a_broken_address_is_joined_and_a_whole_one_left() {
    assert_eq!(one_line("сайт музея http://example.by/\nru/"), "сайт музея http://example.by/ru/");
    assert_eq!(one_line("сайт http://example.by/\nМинск"), "сайт http://example.by/ Минск");
    assert_eq!(one_line("http://example.by/\nhttp://example.org/"), "http://example.by/ http://example.org/");
    assert_eq!(one_line("see http://example.org/\nand others"), "see http://example.org/ and others");
}

#[test]
fn what_reads_alike_folds_alike() {
    assert_eq!(fold("Форум «Тёплый – луг», №5"), "форум теплый-луг №5");
    assert_eq!(fold("ФОРУМ \"Теплый-луг\"  № 5."), "форум теплый-луг № 5");
    assert_eq!(words("Бизнес-форум «Луг»"), ["бизнес", "форум", "луг"]);
}

#[test]
fn lookalikes_are_mended_inside_words_only() {
    assert_eq!(mend_lookalikes("c 5 по 7 aпpеля"), ("с 5 по 7 апреля".to_owned(), true));
    assert_eq!(mend_lookalikes("ХVII Форум"), ("XVII Форум".to_owned(), true));
    assert_eq!(mend_lookalikes("Мay 5"), ("May 5".to_owned(), true));
    assert_eq!(mend_lookalikes("a day in May"), ("a day in May".to_owned(), false));
    assert_eq!(mend_lookalikes("фонд «COMET», II этап"), ("фонд «COMET», II этап".to_owned(), false));
}

#[test]
fn sentences_do_not_end_at_abbreviations_and_initials() {
    let text = "Встреча в г. Лугово, ул. Новая, д. 5. Выступил В.Н. Полевой, в т.ч. о планах на 2025 г. Итоги подведены! \
                «Всё удалось.» Спасибо";
    assert_eq!(
        sentences(text),
        [
            "Встреча в г. Лугово, ул. Новая, д. 5.",
            "Выступил В.Н. Полевой, в т.ч. о планах на 2025 г. Итоги подведены!",
            "«Всё удалось.»",
            "Спасибо"
        ]
    );
    assert_eq!(
        sentences("Приехали школьники и т.д. Концерт прошёл в 3.5 раза лучше."),
        ["Приехали школьники и т.д.", "Концерт прошёл в 3.5 раза лучше."]
    );
    assert!(sentences("  ").is_empty());
}

proptest! {
    #[test]
    fn cleaning_twice_is_cleaning_once(text in r"(\PC|[\x00-\x20]|_x00(0D|5F|41)_|\[bookmark: |\]|\u{306}|и|\u{a0}|\u{200b}|x000D_){0,40}") {
        let once = clean(&text);
        prop_assert_eq!(clean(&once), once);
    }

    #[test]
    fn folding_twice_is_folding_once(text in r"(\PC|[её'«» -]|\u{308}|\u{323}){0,40}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn no_letter_is_lost_between_sentences(text in r"[А-Яа-я\. !?«»0-9]{0,60}") {
        let all: String = sentences(&text).concat().split_whitespace().collect();
        let wanted: String = one_line(&text).split_whitespace().collect();
        prop_assert_eq!(all, wanted);
    }
}
