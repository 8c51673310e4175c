//! The frame of every document: its parts, with one body among them.
//!
//! In: a title for the properties, and whoever writes the body. Out: the bytes of a DOCX.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, Event};

use super::super::Error;
use super::body::{Xml, section};
use super::parts::{R, W};
use super::{package, parts};
use crate::words::Language;

/// How the paper lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paper {
    Landscape,
    Portrait,
}

/// A document on landscape paper.
pub(super) fn document(
    title: &str,
    language: Language,
    body: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> Result<Vec<u8>, Error> {
    on_paper(Paper::Landscape, title, language, body)
}

/// A document.
pub(super) fn on_paper(
    paper: Paper,
    title: &str,
    language: Language,
    body: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> Result<Vec<u8>, Error> {
    let mut xml = Writer::new(Vec::new());
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
    xml.create_element("w:document").with_attributes([("xmlns:w", W), ("xmlns:r", R)]).write_inner_content(|xml| {
        xml.create_element("w:body").write_inner_content(|xml| {
            body(xml)?;
            section(xml, paper)
        })?;
        Ok(())
    })?;
    let document = String::from_utf8_lossy(&xml.into_inner()).into_owned();
    package::pack(&[
        ("[Content_Types].xml", parts::content_types()),
        ("_rels/.rels", parts::relations()),
        ("docProps/core.xml", parts::properties(title, language)),
        ("word/_rels/document.xml.rels", parts::document_relations()),
        ("word/document.xml", document),
        ("word/styles.xml", parts::styles(language)),
        ("word/settings.xml", parts::settings()),
        ("word/header1.xml", parts::header()),
    ])
}
