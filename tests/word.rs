//! Word tables: what svod itself prints is read back, as is what an institution types into the old six columns.

use std::fs;

use crate::campaign::{Campaign, Returned};

fn campaign() -> Campaign {
    Campaign::new("international-events", "2024-Q1").institution("museum", "ОГБУК «Приреченский краеведческий музей»")
}

#[test]
fn the_report_that_svod_prints_reads_back_into_the_same_events() {
    let first = campaign().returns(
        "museum",
        &Returned::new()
            .event(&[])
            .event(&[
                ("title", "Выставка льна «Нить времени»"),
                ("section", "Сотрудничество в сфере промышленности и торговли"),
                ("start", "2024-01-18"),
                ("end", "2024-02-18"),
                ("participants", "Общее количество посетителей – 312 человек"),
            ])
            .event(&[("title", "Лекции об архивах"), ("start", ""), ("dates_text", "16 февраля, 5 марта 2024 года")]),
    );
    let printed = first.run();
    assert_eq!(printed.tally(), [3, 3, 0, 0, 0]);
    let document = fs::read(printed.artifact("report")).unwrap();
    let another = campaign().file("Приреченский краеведческий музей, I квартал 2024.docx", &document);
    let second = another.run();
    assert_eq!(second.tally(), [3, 3, 0, 0, 0], "{}", second.answer["findings"]);
    let said = |events: &serde_json::Value| -> Vec<serde_json::Value> {
        let events = events["events"].as_array().unwrap().iter();
        events.map(|event| serde_json::json!([event["section"], event["printed"]])).collect()
    };
    assert_eq!(said(&second.events()), said(&printed.events()));
}
