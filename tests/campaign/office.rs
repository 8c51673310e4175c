//! A person at LibreOffice: opens a workbook, changes it, saves it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::tools::{left_out, office_is_there, one_at_a_time};

/// What the person does, in the words of LibreOffice Basic; `doc` is the workbook.
#[derive(Default)]
pub(crate) struct Edits(Vec<String>);

impl Edits {
    fn then(mut self, statement: String) -> Self {
        self.0.push(statement);
        self
    }

    /// Types a text into a cell.
    pub(crate) fn text(self, sheet: &str, cell: &str, text: &str) -> Self {
        let lines: Vec<String> = text.lines().map(quoted).collect();
        self.then(format!("{}.setString({})", at(sheet, cell), lines.join(" & Chr(10) & ")))
    }

    /// Types something into a cell, of which the program itself tells whether it is a text, a number or a day (2024-02-10).
    pub(crate) fn typed(self, sheet: &str, cell: &str, text: &str) -> Self {
        self.then(format!("{}.setFormula({})", at(sheet, cell), quoted(text)))
    }

    /// Types a number into a cell.
    pub(crate) fn number(self, sheet: &str, cell: &str, number: i64) -> Self {
        self.then(format!("{}.setValue({number})", at(sheet, cell)))
    }

    /// Clears a range of cells; 1 + 2 + 4 + 16 are numbers, days, texts and formulas.
    pub(crate) fn clear(self, sheet: &str, range: &str) -> Self {
        self.then(format!("{}.clearContents(23)", at(sheet, range)))
    }

    /// Sorts a range by one of its columns, which count from 0; downwards.
    pub(crate) fn sort(self, sheet: &str, range: &str, column: usize) -> Self {
        let field = format!("sf(0).Field = {column} : sf(0).IsAscending = False");
        let sort =
            "sd(0).Name = \"SortFields\" : sd(0).Value = sf() : sd(1).Name = \"ContainsHeader\" : sd(1).Value = False";
        self.then(format!("{field} : {sort}\n{}.sort(sd())", at(sheet, range)))
    }

    pub(crate) fn hide_columns(self, sheet: &str, range: &str) -> Self {
        self.then(format!("{}.Columns.IsVisible = False", at(sheet, range)))
    }

    pub(crate) fn hide_rows(self, sheet: &str, range: &str) -> Self {
        self.then(format!("{}.Rows.IsVisible = False", at(sheet, range)))
    }

    /// Puts an empty column before a column that counts from 0.
    pub(crate) fn insert_column(self, sheet: &str, before: usize) -> Self {
        self.then(format!("doc.Sheets.getByName({}).Columns.insertByIndex({before}, 1)", quoted(sheet)))
    }

    /// Deletes a row that counts from 1, as the sheet shows it.
    pub(crate) fn delete_row(self, sheet: &str, row: u32) -> Self {
        self.then(format!("doc.Sheets.getByName({}).Rows.removeByIndex({}, 1)", quoted(sheet), row - 1))
    }

    /// Copies a range to the place that begins at a cell.
    pub(crate) fn copy(self, sheet: &str, range: &str, to: &str) -> Self {
        let sheet_of = format!("doc.Sheets.getByName({})", quoted(sheet));
        let cell = format!("{}.getCellByPosition(0, 0).CellAddress", at(sheet, to));
        self.then(format!("{sheet_of}.copyRange({cell}, {}.RangeAddress)", at(sheet, range)))
    }

    /// Opens `file`, makes the changes, and saves it as `format` (`xlsx` or `ods`) in `folder`. `None` without LibreOffice.
    pub(crate) fn save(&self, file: &Path, format: &str, folder: &Path) -> Option<PathBuf> {
        save_all(&[(file.to_owned(), self)], format, folder)?.pop()
    }

    /// The statements that open, change and save one file.
    fn of_file(&self, file: &Path, saved: &Path) -> String {
        let path = |path: &Path| quoted(&path.display().to_string());
        WORKBOOK.replace("FILE", &path(file)).replace("SAVED", &path(saved)).replace("EDITS", &self.0.join("\n"))
    }
}

/// The same for many files, with one start of LibreOffice; the saved files in the same order.
pub(crate) fn save_all(files: &[(PathBuf, &Edits)], format: &str, folder: &Path) -> Option<Vec<PathBuf>> {
    if !office_is_there() {
        left_out("LibreOffice", "soffice is not installed");
        return None;
    }
    let _one = one_at_a_time();
    // A profile of its own: the macro stands in it.
    let profile = tempfile::tempdir().unwrap();
    let saved: Vec<PathBuf> =
        files.iter().map(|(file, _)| folder.join(file.file_stem().unwrap()).with_extension(format)).collect();
    let office = |argument: &str| {
        Command::new("soffice")
            .arg(format!("-env:UserInstallation=file://{}", profile.path().display()))
            .args(["--headless", "--norestore", argument])
            .output()
            .unwrap()
    };
    // The first start lays out the profile, and would do so over the macro.
    office("--terminate_after_init");
    let work: Vec<String> = files.iter().zip(&saved).map(|((file, edits), saved)| edits.of_file(file, saved)).collect();
    write_macro(&profile.path().join("user/basic/Standard"), &work.join("\n"), format);
    let output = office("macro:///Standard.Edits.Main");
    for file in &saved {
        assert!(file.exists(), "LibreOffice, {}: {}", file.display(), String::from_utf8_lossy(&output.stderr));
    }
    Some(saved)
}

fn write_macro(library: &Path, work: &str, format: &str) {
    let filter = if format == "ods" { "calc8" } else { "Calc MS Excel 2007 XML" };
    let code = MACRO.replace("FILTER", &quoted(filter)).replace("WORK", work);
    let escaped = code.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    fs::write(library.join("script.xlb"), LIBRARY).unwrap();
    fs::write(library.join("Edits.xba"), MODULE.replace("CODE", &escaped)).unwrap();
}

const MACRO: &str = r#"
Sub Main
    On Error Goto Fail
    Dim none(0) As New com.sun.star.beans.PropertyValue
    Dim how(0) As New com.sun.star.beans.PropertyValue
    Dim sf(0) As New com.sun.star.table.TableSortField
    Dim sd(1) As New com.sun.star.beans.PropertyValue
    none(0).Name = "Hidden" : none(0).Value = True
    how(0).Name = "FilterName" : how(0).Value = FILTER
    WORK
Fail:
    StarDesktop.terminate()
End Sub
"#;

const WORKBOOK: &str = r#"
    doc = StarDesktop.loadComponentFromURL(ConvertToUrl(FILE), "_blank", 0, none())
    EDITS
    doc.storeToURL(ConvertToUrl(SAVED), how())
    doc.close(True)
"#;

const LIBRARY: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Edits"/></library:library>"#;

const MODULE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edits" script:language="StarBasic"
>CODE</script:module>"#;

fn at(sheet: &str, range: &str) -> String {
    format!("doc.Sheets.getByName({}).getCellRangeByName({})", quoted(sheet), quoted(range))
}

/// A text of Basic.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}
