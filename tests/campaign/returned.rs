//! What an institution types into its template.

use std::collections::BTreeMap;

use jiff::civil::Date;
use svod::form::{FieldType, Form};
use svod::layout::Layout;
use svod::record::{CellRef, FieldKey, Period, Value};
use svod::template::Contents;
use svod::words::Language;

use super::office::Edits;

/// Values for the title sheet and rows for the table, as text; numbers and days become what the form asks for, where
/// the text is one.
#[derive(Default, Clone)]
pub(crate) struct Returned {
    header: Vec<(String, String)>,
    rows: Vec<Vec<(String, String)>>,
    pub(super) other_period: Option<Period>,
    pub(super) without_token: bool,
}

impl Returned {
    /// A return that counts no receptions.
    pub(crate) fn new() -> Self {
        Self::default().with("receptions", "0")
    }

    /// A return of nothing.
    pub(crate) fn nil() -> Self {
        Self::new().with("nil", "да")
    }

    /// A value of the title sheet.
    pub(crate) fn with(mut self, key: &str, value: &str) -> Self {
        self.header.retain(|(known, _)| known != key);
        self.header.push((key.to_owned(), value.to_owned()));
        self
    }

    /// The template of another period was filled in.
    pub(crate) fn for_period(mut self, period: &str) -> Self {
        self.other_period = Some(period.parse().unwrap());
        self
    }

    /// The template was issued without a token, as by an older svod: nothing proves whose it is.
    pub(crate) fn without_token(mut self) -> Self {
        self.without_token = true;
        self
    }

    /// A row of the table.
    pub(crate) fn row(mut self, cells: &[(&str, &str)]) -> Self {
        self.rows.push(cells.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect());
        self
    }

    /// A row with everything that is required, and `cells` in the place of it.
    pub(crate) fn event(self, cells: &[(&str, &str)]) -> Self {
        let usual = [
            ("section", "Сотрудничество в сфере культуры и туризма"),
            ("title", "Вечер гитарной музыки «Шесть струн»"),
            ("place", "г. Минск, Республика Беларусь, Дом музыки"),
            ("start", "2024-02-10"),
            ("content", "Музыканты двух стран сыграли общую программу и договорились о новых встречах"),
            ("participants", "Общее количество участников – 40 человек"),
        ];
        let mut row: BTreeMap<&str, &str> = usual.into_iter().collect();
        row.extend(cells.iter().copied());
        let row: Vec<_> = row.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        self.row(&row)
    }

    /// The same as it is typed into the template in an office program.
    pub(crate) fn typed(&self, form: &Form, language: Language) -> Edits {
        let layout = Layout::of(form, language);
        let cells = self.header.iter().map(|(key, text)| (&layout.title_sheet, layout.input(key).unwrap(), text));
        let rows = (layout.first_row()..).zip(&self.rows).flat_map(|(row, cells)| {
            let cell = |key: &str| CellRef::new(row, layout.column(key).unwrap());
            cells.iter().map(move |(key, text)| (cell(key), text)).collect::<Vec<_>>()
        });
        let rows = rows.map(|(cell, text)| (&layout.table_sheet, cell, text));
        cells
            .chain(rows)
            .fold(Edits::default(), |edits, (sheet, cell, text)| edits.typed(sheet, &cell.to_string(), text))
    }

    /// The same as the template takes it.
    pub(crate) fn contents(&self, form: &Form) -> Contents {
        let header = self
            .header
            .iter()
            .map(|(key, text)| (FieldKey::new(key), typed(form.header_field(key).map(|field| field.kind), text)))
            .collect();
        let rows = self
            .rows
            .iter()
            .map(|row| {
                row.iter()
                    .map(|(key, text)| (FieldKey::new(key), typed(form.field(key).map(|field| field.kind), text)))
                    .collect()
            })
            .collect();
        Contents { header, rows }
    }
}

fn typed(kind: Option<FieldType>, text: &str) -> Value {
    let as_text = || Value::Text(text.to_owned());
    match kind {
        Some(FieldType::Integer) => text.parse().map_or_else(|_| as_text(), Value::Integer),
        Some(FieldType::Number) => text.parse().map_or_else(|_| as_text(), Value::Number),
        Some(FieldType::Date) => text.parse::<Date>().map_or_else(|_| as_text(), Value::Date),
        _ => as_text(),
    }
}
