//! The frame of every document: its parts, with one body among them.
//!
//! In: a title for the properties, and whoever writes the body. Out: the bytes of a DOCX.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, Event};

use super::super::Error;
use super::body::{Paper, section};
use super::paragraph::Xml;
use super::parts::{R, W};
use super::{package, parts};
use crate::words::Language;

/// What a document is, besides its body.
pub(super) struct Sheet<'a> {
    pub(super) paper: Paper,
    /// For the properties.
    pub(super) title: &'a str,
    /// At the foot of every page.
    pub(super) foot: Option<&'a str>,
    pub(super) language: Language,
}

/// A document.
pub(super) fn document(sheet: &Sheet, body: impl FnOnce(&mut Xml) -> io::Result<()>) -> Result<Vec<u8>, Error> {
    let has_foot = sheet.foot.is_some();
    let mut xml = Writer::new(Vec::new());
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
    xml.create_element("w:document").with_attributes([("xmlns:w", W), ("xmlns:r", R)]).write_inner_content(|xml| {
        xml.create_element("w:body").write_inner_content(|xml| {
            body(xml)?;
            section(xml, sheet.paper, has_foot)
        })?;
        Ok(())
    })?;
    let document = String::from_utf8_lossy(&xml.into_inner()).into_owned();
    let mut all = vec![
        ("[Content_Types].xml", parts::content_types(has_foot)),
        ("_rels/.rels", parts::relations()),
        ("docProps/core.xml", parts::properties(sheet.title, sheet.language)),
        ("word/_rels/document.xml.rels", parts::document_relations(has_foot)),
        ("word/document.xml", document),
        ("word/styles.xml", parts::styles(sheet.language)),
        ("word/settings.xml", parts::settings()),
        ("word/header1.xml", parts::header()),
    ];
    all.extend(sheet.foot.map(|foot| ("word/footer1.xml", parts::footer(foot))));
    package::pack(&all)
}
