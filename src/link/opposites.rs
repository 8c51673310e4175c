//! Words that exclude each other: what is for boys is not what is for girls, the opening is not the closing.
//!
//! In: two titles. Out: the words by which they exclude each other. Only words of which one event can have but one are here.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::phrase::titles::{self, Title};

/// Each line is a question that an event answers once; answers are parted by `/`, words for one answer by a space.
const QUESTIONS: &[&str] = &[
    "юноши юношей мальчики мальчиков / девушки девушек девочки девочек",
    "мужчины мужчин мужской мужские / женщины женщин женский женские",
    "школьники школьников / студенты студентов / ветераны ветеранов / юниоры юниоров / пенсионеры пенсионеров / дошкольники дошкольников",
    "открытие / закрытие",
    "младшие младшая младших / старшие старшая старших / средние средняя средних",
    "утренний утренняя / дневной дневная / вечерний вечерняя",
    "северный северная / южный южная / западный западная / восточный восточная",
    "верхний верхняя / нижний нижняя",
    "весенний весенняя / летний летняя / осенний осенняя / зимний зимняя",
    "понедельник / вторник / среда / четверг / пятница / суббота / воскресенье",
    "январь января / февраль февраля / март марта / апрель апреля / май мая / июнь июня / июль июля / август августа / \
     сентябрь сентября / октябрь октября / ноябрь ноября / декабрь декабря",
    "новички новичков начинающие начинающих / мастера мастеров опытные опытных",
    "отборочный отборочные / четвертьфинал / полуфинал / финал финальные",
    "личный личное / командный командное",
    "очный очная / заочный заочная",
    "boys / girls",
    "men mens / women womens",
    "pupils / students / veterans / juniors / seniors / pensioners",
    "opening / closing",
    "morning / afternoon / evening",
    "northern / southern / western / eastern",
    "upper / lower",
    "spring / summer / autumn / winter",
    "monday / tuesday / wednesday / thursday / friday / saturday / sunday",
    "january / february / march / april / june / july / august / september / october / november / december",
    "beginners novices / advanced masters",
    "qualifier / semifinal / final finals",
    "individual / team",
];

/// The question and the answer of each stem.
static ANSWERS: LazyLock<BTreeMap<String, (usize, usize)>> = LazyLock::new(|| {
    let mut answers = BTreeMap::new();
    for (question, line) in QUESTIONS.iter().enumerate() {
        for (answer, words) in line.split('/').enumerate() {
            answers.extend(titles::read(words).stems.into_iter().map(|stem| (stem, (question, answer))));
        }
    }
    answers
});

/// The words of either title that exclude each other, if there are such.
pub(super) fn excluding(left: &Title, right: &Title) -> Option<(String, String)> {
    let own = |of: &Title, than: &Title| -> Vec<(usize, usize, String)> {
        let stems = of.stems.iter().filter(|stem| !than.stems.contains(stem) && !of.quoted.contains(*stem));
        let answers =
            stems.filter_map(|stem| ANSWERS.get(stem).map(|(question, answer)| (*question, *answer, stem.clone())));
        answers.collect()
    };
    let (mine, theirs) = (own(left, right), own(right, left));
    let agree = |question: usize| {
        mine.iter().any(|my| my.0 == question && theirs.iter().any(|their| (their.0, their.1) == (my.0, my.1)))
    };
    mine.iter().find_map(|my| {
        let other = theirs.iter().find(|their| their.0 == my.0 && their.1 != my.1 && !agree(my.0))?;
        Some((my.2.clone(), other.2.clone()))
    })
}

/// Stems of words that join a part to its umbrella: «в рамках фестиваля».
const WITHIN: &[&str] = &["рамк", "within", "framework"];

/// Whether the titles name different parts of one umbrella, or a part and the umbrella: «концерт в рамках фестиваля «Лён»» and
/// «фестиваль «Лён»». Two clerks may call one part by different names, too, so this is a doubt and no veto.
pub(super) fn are_parts(left: &Title, right: &Title) -> bool {
    let head = |title: &Title| -> Option<Vec<String>> {
        let at = title.stems.iter().position(|stem| WITHIN.contains(&stem.as_str()))?;
        (at > 0).then(|| title.stems[..at].to_vec())
    };
    let strange = |head: &[String], others: &[String]| head.iter().all(|stem| !others.contains(stem));
    match (head(left), head(right)) {
        (Some(mine), Some(theirs)) => strange(&mine, &theirs),
        (Some(mine), None) => strange(&mine, &right.stems),
        (None, Some(theirs)) => strange(&theirs, &left.stems),
        (None, None) => false,
    }
}

/// Whether the titles have a name in quotation marks in common and no other word: an umbrella has many parts.
pub(super) fn share_a_name_alone(left: &Title, right: &Title) -> bool {
    let rest = |title: &Title| -> Vec<String> {
        title.stems.iter().filter(|stem| !title.quoted.contains(*stem)).cloned().collect()
    };
    let (mine, theirs) = (rest(left), rest(right));
    let linking = |stem: &String| WITHIN.contains(&stem.as_str());
    let strange = mine.iter().filter(|stem| !linking(stem)).all(|stem| !theirs.contains(stem));
    !left.quoted.is_disjoint(&right.quoted) && !mine.is_empty() && !theirs.is_empty() && strange
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exclude(left: &str, right: &str) -> bool {
        excluding(&titles::read(left), &titles::read(right)).is_some()
    }

    #[test]
    fn what_is_for_some_is_not_for_others() {
        assert!(exclude("Турнир по самбо среди юношей", "Турнир по самбо среди девушек"));
        assert!(exclude("Открытие ярмарки «Лён»", "Закрытие ярмарки «Лён»"));
        assert!(exclude("Chess Cup for Boys", "Chess Cup for Girls"));
    }

    #[test]
    fn what_only_one_title_says_excludes_nothing() {
        assert!(!exclude("Турнир по самбо среди юношей", "Турнир по самбо"));
        assert!(!exclude("Турнир среди юношей и девушек", "Турнир среди девушек"));
        assert!(!exclude("Турнир среди юношей", "Турнир среди мальчиков"));
    }

    #[test]
    fn parts_of_an_umbrella_are_no_umbrella() {
        let parts = |left: &str, right: &str| are_parts(&titles::read(left), &titles::read(right));
        assert!(parts("Концерт в рамках ярмарки «Лён»", "Ярмарка «Лён»"));
        assert!(parts("Концерт в рамках ярмарки «Лён»", "Выставка в рамках ярмарки «Лён»"));
        assert!(!parts("День Полевской области в рамках выставки", "Открытие дня Полевской области"));
    }
}
