//! Values → pages → PDF: Typst, with everything that it may see.
//!
//! In: a dictionary. Out: bytes. What Typst can see are three files of this folder, the fonts and that dictionary: no folder,
//! no network, no clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Dict, Duration, Label, Smart, dict};
use typst::introspection::Introspector;
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::{LazyHash, PicoStr};
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::super::Error;
use super::fonts::FONTS;

/// Where the table of a report is parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Parting {
    /// Where the pages end.
    ByPages,
    /// Before the last row, too: so a signature does not stand on a page of its own.
    BeforeLastRow,
}

/// The files that can be set by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sheet {
    Report,
    Brief,
}

impl Sheet {
    fn file(self) -> FileId {
        match self {
            Self::Report => FILES[0].id(),
            Self::Brief => FILES[1].id(),
        }
    }
}

/// The files of [`Sheet`], in its order, then what they have in common.
const SOURCES: [(&str, &str); 3] = [
    ("report.typ", include_str!("report.typ")),
    ("brief.typ", include_str!("brief.typ")),
    ("paper.typ", include_str!("paper.typ")),
];

/// Sets the pages of a report that is signed and writes them; `name` is what the document is known by.
///
/// Where the signature would stand on a page of its own, the last row goes with it, if that helps.
pub(super) fn signed(name: &str, input: impl Fn(Parting) -> Dict) -> Result<Vec<u8>, Error> {
    let mut document = set(Sheet::Report, input(Parting::ByPages))?;
    if is_left_alone(&document) {
        let parted = set(Sheet::Report, input(Parting::BeforeLastRow))?;
        if !is_left_alone(&parted) {
            document = parted;
        }
    }
    write(&document, name)
}

/// Sets the first of the summaries that fits one page, else the last, and writes it.
pub(super) fn on_one_page(name: &str, inputs: impl Iterator<Item = Dict>) -> Result<Vec<u8>, Error> {
    let mut last = None;
    for input in inputs {
        let document = set(Sheet::Brief, input)?;
        let fits = document.pages().len() <= 1;
        last = Some(document);
        if fits {
            break;
        }
    }
    last.map_or_else(|| Ok(Vec::new()), |document| write(&document, name))
}

/// Sets the pages of what is given and writes them.
pub(super) fn print(sheet: Sheet, name: &str, input: Dict) -> Result<Vec<u8>, Error> {
    write(&set(sheet, input)?, name)
}

fn set(sheet: Sheet, input: Dict) -> Result<PagedDocument, Error> {
    let world = Paper::of(sheet, input);
    let document = typst::compile::<PagedDocument>(&world).output.map_err(|errors| refusal(&errors));
    // Typst remembers every step of its work, for the next time; svod sets a paper once.
    typst::comemo::evict(0);
    document
}

fn write(document: &PagedDocument, name: &str) -> Result<Vec<u8>, Error> {
    let bytes = written(document, name, &[PdfStandard::A_2a, PdfStandard::Ua_1])
        // A text that no standard allows is printed all the same.
        .or_else(|_| written(document, name, &[]));
    typst::comemo::evict(0);
    bytes
}

/// Whether what follows the table begins on another page than the last row stands on.
fn is_left_alone(document: &PagedDocument) -> bool {
    let page = |label: &str| {
        let element = document.introspector().query_label(Label::new(PicoStr::intern(label))?).ok()?.clone();
        Some(document.introspector().position(element.location()?)?.page)
    };
    page("last-row").zip(page("ending")).is_some_and(|(row, ending)| row != ending)
}

fn written(document: &PagedDocument, name: &str, standards: &[PdfStandard]) -> Result<Vec<u8>, Error> {
    let options = PdfOptions {
        ident: Smart::Custom(name.to_owned()),
        creator: Smart::Custom(Some("svod".to_owned())),
        standards: PdfStandards::new(standards).map_err(|error| Error::Pages(error.message().to_string()))?,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map_err(|errors| refusal(&errors))
}

fn refusal(errors: &[SourceDiagnostic]) -> Error {
    Error::Pages(errors.iter().map(|error| error.message.to_string()).collect::<Vec<_>>().join("; "))
}

/// All that Typst sees.
struct Paper {
    /// The file that is set.
    main: FileId,
    /// Typst's own functions, and the values that are printed.
    scope: LazyHash<Library>,
}

impl Paper {
    fn of(sheet: Sheet, input: Dict) -> Self {
        let library = Library::builder().with_inputs(dict! { "it" => input }).build();
        Self { main: sheet.file(), scope: LazyHash::new(library) }
    }
}

/// The files, read once.
static FILES: LazyLock<Vec<Source>> = LazyLock::new(|| {
    let file = |(name, text): (&str, &str)| {
        let path = VirtualPath::new(name).ok()?;
        let id = RootedPath::new(VirtualRoot::Project, path).intern();
        Some(Source::new(id, text.to_owned()))
    };
    SOURCES.into_iter().filter_map(file).collect()
});

impl World for Paper {
    fn library(&self) -> &LazyHash<Library> {
        &self.scope
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let file = FILES.iter().find(|file| file.id() == id).cloned();
        file.ok_or_else(|| FileError::NotFound(id.get().vpath().get_without_slash().into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.source(id).map(|source| Bytes::from_string(source.text().to_owned()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.all.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
