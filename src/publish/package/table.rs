//! A table with its schema.
//!
//! In: columns and cells. Out: CSV as RFC 4180 has it: commas, quotation marks where needed, UTF-8.

use super::super::Error;
use super::guard;
use super::schema::{Field, ForeignKey, Schema};

/// A table.
pub(super) struct Table {
    /// The file's name without extension.
    pub(super) name: &'static str,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) schema: Schema,
    rows: Vec<Vec<String>>,
}

/// What stands in a cell.
pub(super) enum Cell {
    Blank,
    /// What svod itself writes: numbers, days, keys of the form.
    Plain(String),
    /// What people wrote.
    Text(String),
}

impl Cell {
    pub(super) fn plain(value: &impl ToString) -> Self {
        Self::Plain(value.to_string())
    }

    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// `None` is a cell in which nothing stands.
    pub(super) fn maybe(value: Option<impl ToString>) -> Self {
        value.map_or(Self::Blank, |value| Self::plain(&value))
    }

    /// A day as ISO 8601 has it, a number, a word of the form, or a text.
    pub(super) fn written(self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Plain(value) => value,
            Self::Text(text) => guard::text(&text),
        }
    }
}

impl Table {
    /// The table; each field keeps of its constraints those that its values keep to.
    pub(super) fn new(
        name: &'static str,
        (title, description): (String, String),
        mut fields: Vec<Field>,
        rows: Vec<Vec<Cell>>,
    ) -> Self {
        let rows: Vec<Vec<String>> = rows.into_iter().map(|row| row.into_iter().map(Cell::written).collect()).collect();
        for (at, field) in fields.iter_mut().enumerate() {
            field.keep_to(rows.iter().filter_map(|row| row.get(at)).map(String::as_str));
        }
        Self { name, title, description, schema: Schema::of(fields), rows }
    }

    pub(super) fn with_primary_key(mut self, field: &str) -> Self {
        self.schema.primary_key = Some(field.to_owned());
        self
    }

    pub(super) fn with_foreign_key(mut self, key: ForeignKey) -> Self {
        self.schema.foreign_keys.push(key);
        self
    }

    pub(super) fn path(&self) -> String {
        format!("{}.csv", self.name)
    }

    pub(super) fn csv(&self) -> Result<Vec<u8>, Error> {
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        writer.write_record(self.schema.fields.iter().map(|field| &field.name))?;
        for row in &self.rows {
            writer.write_record(row)?;
        }
        writer.into_inner().map_err(|error| Error::Table(error.into_error().into()))
    }
}
