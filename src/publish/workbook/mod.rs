//! The consolidated workbook.
use super::Error;
use crate::flow::{Artifact, Consolidated};
use crate::form::Form;
use crate::register::Register;
use crate::words::Language;

/// Writes the consolidated workbook.
///
/// # Errors
/// When a sentence of the form cannot be said, or the workbook's writer refuses something.
pub fn workbook(
    _consolidated: &Consolidated,
    _form: &Form,
    _register: &Register,
    _language: Language,
) -> Result<Artifact, Error> {
    Err(Error::Workbook(rust_xlsxwriter::XlsxError::ParameterError(String::new())))
}
