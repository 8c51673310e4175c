//! What a large report costs: a measurement, not a test. It is asked for by name, and measures the program that
//! `SVOD_PROGRAM` names, else the one that was built for the tests:
//!
//!     cargo build --release --features pdf
//!     SVOD_PROGRAM=$PWD/target/release/svod cargo test --test svod -- --ignored --nocapture figures::

use crate::campaign::{Campaign, Returned};

const SECTIONS: [&str; 4] = [
    "Сотрудничество в сфере культуры и туризма",
    "Сотрудничество в сфере спорта",
    "Сотрудничество в сфере инвестиционного развития",
    "Сотрудничество в сфере образования и науки",
];
const PLACES: [&str; 4] = [
    "г. Минск, Республика Беларусь, Дом музыки",
    "г. Озёрск, Дворец культуры «Волна»",
    "г. Ташкент, Республика Узбекистан, выставочный центр",
    "г. Гомель, Республика Беларусь, Дворец спорта",
];
const KINDS: [&str; 8] =
    ["Выставка", "Концерт", "Турнир", "Семинар", "Круглый стол", "Ярмарка", "Конкурс", "Фестиваль"];
/// Parts of names: no two names are alike, so that no rows are joined.
const FIRST: [&str; 20] = [
    "Северный",
    "Лесной",
    "Речной",
    "Горный",
    "Степной",
    "Звёздный",
    "Утренний",
    "Осенний",
    "Янтарный",
    "Медный",
    "Дальний",
    "Светлый",
    "Каменный",
    "Вольный",
    "Тихий",
    "Ранний",
    "Старый",
    "Новый",
    "Белый",
    "Синий",
];
const SECOND: [&str; 20] = [
    "ветер",
    "мост",
    "путь",
    "берег",
    "парус",
    "корабль",
    "остров",
    "ключ",
    "дом",
    "сад",
    "город",
    "голос",
    "родник",
    "маяк",
    "хоровод",
    "причал",
    "перевал",
    "костёр",
    "колокол",
    "узор",
];
const TOLD: &str = "Участники двух стран представили свои работы, обсудили совместные планы на следующий год и договорились о новых \
    встречах. Организаторы подготовили программу для школьников и студентов, провели открытые занятия и экскурсии, показали \
    записи прошлых лет; лучшие из участников получили дипломы и памятные подарки.";

fn event(returned: Returned, n: usize) -> Returned {
    let title = format!(
        "{} «{} {}» и встреча друзей № {}",
        KINDS[n % KINDS.len()],
        FIRST[n % FIRST.len()],
        SECOND[n / FIRST.len() % SECOND.len()],
        n + 1
    );
    let day = format!("2024-{:02}-{:02}", n / 7 % 3 + 1, n / 3 % 28 + 1);
    let told = TOLD.repeat(1 + n % 3);
    let people = format!("Общее количество участников – {} человек", 20 + n % 400);
    returned.event(&[
        ("section", SECTIONS[n % SECTIONS.len()]),
        ("title", &title),
        ("place", PLACES[n / 5 % PLACES.len()]),
        ("start", &day),
        ("content", &told),
        ("participants", &people),
    ])
}

/// So many events of so many institutions.
fn campaign(events: usize, institutions: usize) -> Campaign {
    let mut campaign = Campaign::new("international-events", "2024-Q1");
    for at in 0..institutions {
        campaign = campaign.institution(&format!("i{at:03}"), &format!("Учреждение № {}", at + 1));
    }
    for at in 0..institutions {
        let returned = (at..events).step_by(institutions).fold(Returned::new(), event);
        campaign = campaign.returns(&format!("i{at:03}"), &returned);
    }
    campaign
}

#[test]
#[ignore = "a measurement: see the first lines of the file"]
fn figures_of_28_and_of_2000_events() {
    for (events, institutions) in [(28, 12), (2000, 100)] {
        let campaign = campaign(events, institutions);
        let (ran, cost) = campaign.run_watched();
        let tally = ran.tally();
        let (seconds, mebibytes) = (cost.processor.as_secs_f64(), cost.memory >> 20);
        eprintln!("{events} events: {seconds:.1} s of processor time, {mebibytes} MiB at most; {tally:?}");
        for (name, bytes) in ran.artifacts() {
            eprintln!("    {name}: {} KiB", bytes.len() / 1024);
        }
        assert!(tally[1] > u64::try_from(events).unwrap() * 9 / 10, "{tally:?}");
    }
}
