//! Rows and their truth as separated text, for another program to link. The cells are as the clerks wrote them.

use std::io::Write;

use crate::synthetic::Told;

pub(crate) fn write(path: &str, told: &[Told]) {
    let mut file = std::io::BufWriter::new(std::fs::File::create(path).unwrap());
    writeln!(
        file,
        "unique_id,event,institution,title,place,country,start,end,dates_text,content,participants,total,foreign"
    )
    .unwrap();
    for (at, told) in told.iter().enumerate() {
        let report = &told.report;
        let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let number = |number: Option<usize>| number.map(|number| number.to_string()).unwrap_or_default();
        let cells = [
            at.to_string(),
            told.event.to_string(),
            told.institution.to_string(),
            report.title.clone(),
            report.place.clone(),
            report.country.clone(),
            day(report.start),
            day(report.end),
            report.dates_text.clone(),
            report.content.clone(),
            report.participants.clone(),
            number(report.total),
            number(report.foreign),
        ];
        let quoted: Vec<String> = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        writeln!(file, "{}", quoted.join(",")).unwrap();
    }
}
