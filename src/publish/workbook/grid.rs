//! A flat table with filters: a row of headings, rows of cells, everything at hand for sorting.
//!
//! In: columns and rows of typed cells. Out: an Excel table on a sheet, with frozen headings and heights that fit. It
//! knows nothing of what the rows mean.

use std::collections::BTreeSet;
use std::iter::Peekable;
use std::ops::Range;

use jiff::civil::Date;
use rust_xlsxwriter::{Color, Format, Table, TableColumn, TableStyle, Worksheet, XlsxError};

use super::book::Book;
use super::links::MOST_LINKS;
use super::names::SheetKind;
use super::page;
use crate::layout::{Held, Unit};
use crate::style;

/// Rows of a flat table are for looking through: no row is higher, in points, and the whole text stands in its cell.
const TALLEST: f64 = 118.0;
/// Rows whose height is set. Those beyond take the height that the program gives them that opens the workbook; to keep a
/// height costs more memory than to keep a row of short cells.
const FITTED: u32 = 20_000;
/// Longest heading of a table's column.
const LONGEST_HEADING: usize = 250;

/// What a cell's colour says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    Plain,
    Good,
    Doubtful,
    Bad,
    Faint,
    /// May be edited.
    Input,
}

impl Tone {
    pub(super) fn format(self) -> Format {
        self.paint(style::body())
    }

    /// The tone's colours on a cell of whatever format.
    fn paint(self, format: Format) -> Format {
        match self {
            Self::Plain => format,
            Self::Good => format.set_background_color(style::READY).set_font_color(style::READY_INK),
            Self::Doubtful => format.set_background_color(style::MISSING).set_font_color(style::MISSING_INK),
            Self::Bad => format.set_background_color(style::CONTRADICTION).set_font_color(style::CONTRADICTION_INK),
            Self::Faint => format.set_font_color(style::MUTED),
            Self::Input => format.set_background_color(style::INPUT).set_border_color(style::INPUT_BORDER),
        }
    }
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    Blank,
    Text(String),
    Toned(Tone, String),
    Count(i64),
    Number(f64),
    Day(Date),
    /// Any other cell in a tone.
    Painted(Tone, Box<Cell>),
    /// Text that leads somewhere; without an address it is text alone.
    Link(String, Option<String>),
}

impl Cell {
    pub(super) fn count(n: impl TryInto<i64>) -> Self {
        n.try_into().map_or(Self::Blank, Self::Count)
    }

    pub(super) fn day(day: Option<Date>) -> Self {
        day.map_or(Self::Blank, Self::Day)
    }

    pub(super) fn painted(self, tone: Tone) -> Self {
        Self::Painted(tone, Box::new(self))
    }

    /// Adds to a digest what is read back of it.
    pub(super) fn digest(&self, unit: &mut Unit, column: &str) {
        let mut text = |words: &str| unit.cell(column, Held::Text(&style::clean(words)));
        match self {
            Self::Blank => {}
            Self::Text(words) | Self::Toned(_, words) | Self::Link(words, _) => text(words),
            Self::Count(n) => match style::exact(*n) {
                Some(number) => unit.cell(column, Held::Number(number)),
                None => text(&n.to_string()),
            },
            Self::Number(n) if n.is_finite() => unit.cell(column, Held::Number(*n)),
            Self::Number(n) => text(&n.to_string()),
            Self::Day(day) => match style::excel_day(*day) {
                Some(_) => unit.cell(column, Held::Moment(day.at(0, 0, 0, 0))),
                None => text(&style::written_day(*day)),
            },
            Self::Painted(_, cell) => cell.digest(unit, column),
        }
    }

    fn words(&self) -> &str {
        match self {
            Self::Text(words) | Self::Toned(_, words) | Self::Link(words, _) => words,
            Self::Painted(_, cell) => cell.words(),
            _ => "",
        }
    }
}

/// A column: its heading and its width in characters.
pub(super) struct Column {
    pub(super) heading: String,
    pub(super) width: f64,
}

/// Rows that are made when they are written: a long table never stands in memory a second time.
pub(super) struct Rows<'a>(Peekable<Box<dyn Iterator<Item = Vec<Cell>> + 'a>>);

impl<'a> Rows<'a> {
    pub(super) fn new(rows: impl Iterator<Item = Vec<Cell>> + 'a) -> Self {
        let rows: Box<dyn Iterator<Item = Vec<Cell>> + 'a> = Box::new(rows);
        Self(rows.peekable())
    }

    fn is_empty(&mut self) -> bool {
        self.0.peek().is_none()
    }
}

/// The table.
pub(super) struct Grid<'a> {
    /// Name of the Excel table: Latin letters and underscores.
    pub(super) name: &'static str,
    pub(super) columns: Vec<Column>,
    pub(super) rows: Rows<'a>,
    /// Columns that stay in sight while one scrolls to the right.
    pub(super) frozen: u16,
    /// Stands in place of rows where there are none.
    pub(super) when_empty: String,
}

impl Grid<'_> {
    fn width(&self) -> f64 {
        self.columns.iter().map(|column| column.width).sum()
    }

    fn column_count(&self) -> u16 {
        u16::try_from(self.columns.len()).unwrap_or(u16::MAX)
    }

    /// Writes the table with its headings in row `top`.
    fn write(&mut self, sheet: &mut Worksheet, top: u32) -> Result<(), XlsxError> {
        for (col, column) in (0..).zip(&self.columns) {
            sheet.set_column_width(col, column.width)?;
        }
        if self.rows.is_empty() {
            let last = self.column_count().saturating_sub(1);
            page::merged(sheet, (top, 0), (top, last), &self.when_empty, &style::caption())?;
            return sheet.set_row_height(top, 30).map(drop);
        }
        let headings = headings(&self.columns);
        let fitted = headings.iter().zip(&self.columns);
        // The button of the filter takes the room of three characters.
        let heights = fitted.map(|(heading, column)| (heading.as_str(), column.width - 3.0));
        sheet.set_row_height(top, style::row_height(heights).max(20.0))?;
        let last = self.rows(sheet, top)?;
        sheet.add_table(top, 0, last, self.column_count() - 1, &self.table(headings))?;
        sheet.set_freeze_panes(top + 1, self.frozen)?;
        Ok(())
    }

    /// Writes the table under a title and an explanation, and sets the paper; a wide one takes several pages side by side.
    pub(super) fn sheet(
        self,
        sheet: &mut Worksheet,
        book: &Book,
        kind: SheetKind,
        tab: Color,
    ) -> Result<(), XlsxError> {
        let lead = book.say(&format!("lead-{}", kind.id()));
        self.titled(sheet, book, (book.names.of(kind), &lead), tab)
    }

    /// The same under whatever title and explanation.
    pub(super) fn titled(
        mut self,
        sheet: &mut Worksheet,
        book: &Book,
        (title, lead): (&str, &str),
        tab: Color,
    ) -> Result<(), XlsxError> {
        let pages = page::pages_for(self.width());
        let several = pages > 1 && !self.rows.is_empty();
        // The first columns stand on every page: a title that began in them would be cut there.
        let (columns, width) =
            if several { self.of_the_first_page(pages) } else { (0..self.column_count(), self.width()) };
        page::head(sheet, title, lead, columns, width)?;
        self.write(sheet, page::FIRST_ROW)?;
        page::set_up(sheet, book, Some(page::FIRST_ROW), tab)?;
        if several {
            sheet.set_print_fit_to_pages(pages, 0).set_repeat_columns(0, self.frozen.saturating_sub(1))?;
        }
        Ok(())
    }

    /// The columns after those that stand on every page, as far as they surely are on the first of `pages`, and their width.
    fn of_the_first_page(&self, pages: u16) -> (Range<u16>, f64) {
        // Pages end between columns, so the first one may be less full than the others.
        let most = self.width() / f64::from(pages) * 0.8;
        let (mut end, mut all) = (self.frozen, self.columns.iter().take(self.frozen.into()).map(|it| it.width).sum());
        let before: f64 = all;
        for column in self.columns.iter().skip(self.frozen.into()) {
            if end > self.frozen && all + column.width > most {
                break;
            }
            all += column.width;
            end += 1;
        }
        (self.frozen..end, all - before)
    }

    /// Writes the rows, each of which is let go: the writer has its own copy of them. Returns where the last one stands.
    fn rows(&mut self, sheet: &mut Worksheet, top: u32) -> Result<u32, XlsxError> {
        let looks = Looks::new();
        let mut links = 0;
        let mut last = top;
        for (row, cells) in (top + 1..).zip(&mut self.rows.0) {
            last = row;
            if row <= top + FITTED {
                let texts = cells.iter().zip(&self.columns).map(|(cell, column)| (cell.words(), column.width));
                sheet.set_row_height(row, style::row_height(texts).min(TALLEST))?;
            }
            for (col, cell) in (0..).zip(&cells) {
                let may_link = links < MOST_LINKS;
                links += usize::from(matches!(cell, Cell::Link(_, Some(_))));
                looks.put(sheet, row, col, cell, may_link)?;
            }
        }
        Ok(last)
    }

    fn table(&self, headings: Vec<String>) -> Table {
        let header = style::header_cell();
        let columns =
            headings.into_iter().map(|heading| TableColumn::new().set_header(heading).set_header_format(&header));
        let columns: Vec<TableColumn> = columns.collect();
        Table::new().set_name(self.name).set_style(TableStyle::None).set_columns(&columns)
    }
}

/// Headings that a table accepts: on one line, none of them empty, no two alike.
pub(super) fn headings<'a>(columns: impl IntoIterator<Item = &'a Column>) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let headings = columns.into_iter().map(|column| {
        let words: Vec<&str> = column.heading.split_whitespace().collect();
        let base: String = words.join(" ").chars().take(LONGEST_HEADING).collect();
        let base = if base.is_empty() { "—".to_owned() } else { base };
        let numbered = (2..).map(|n: u32| format!("{base} ({n})"));
        let heading = std::iter::once(base.clone()).chain(numbered).find(|name| taken.insert(name.to_lowercase()));
        heading.unwrap_or(base)
    });
    headings.collect()
}

/// The formats of cells in one tone, made once for a sheet.
struct Tint {
    body: Format,
    count: Format,
    number: Format,
    day: Format,
}

impl Tint {
    fn new(tone: Tone) -> Self {
        Self {
            body: tone.format(),
            count: tone.paint(style::body_integer().set_indent(1)),
            number: tone.paint(style::body_integer().set_num_format("General").set_indent(1)),
            day: tone.paint(style::body_date()),
        }
    }
}

/// The formats of cells.
pub(super) struct Looks(Vec<(Tone, Tint)>);

impl Looks {
    pub(super) fn new() -> Self {
        let tones = [Tone::Plain, Tone::Good, Tone::Doubtful, Tone::Bad, Tone::Faint, Tone::Input];
        Self(tones.into_iter().map(|tone| (tone, Tint::new(tone))).collect())
    }

    pub(super) fn put(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        col: u16,
        cell: &Cell,
        may_link: bool,
    ) -> Result<(), XlsxError> {
        let (tone, cell) = match cell {
            Cell::Painted(tone, cell) => (*tone, &**cell),
            Cell::Toned(tone, _) => (*tone, cell),
            cell => (Tone::Plain, cell),
        };
        let Some((_, tint)) = self.0.iter().find(|(known, _)| *known == tone) else { return Ok(()) };
        match cell {
            Cell::Blank | Cell::Painted(..) => sheet.write_blank(row, col, &tint.body).map(drop),
            Cell::Count(n) => style::integer(sheet, row, col, *n, &tint.count),
            Cell::Number(n) => style::number(sheet, row, col, *n, &tint.number),
            Cell::Day(day) => style::date(sheet, row, col, *day, &tint.day),
            Cell::Link(words, Some(url)) if may_link => page::link(sheet, row, col, words, url, &tint.body),
            Cell::Text(words) | Cell::Toned(_, words) | Cell::Link(words, _) => {
                style::text(sheet, row, col, words, &tint.body)
            }
        }
    }
}
