//! The summary on one page of A4: title, opening sentence, the first figures, then blocks in two columns.
//!
//! In: the [`Brief`] model. Out: the bytes of a DOCX. Where there is much to show, the smallest of it is put together until
//! everything fits the page; what is left out here stands in the workbook.

use std::io;

use super::super::brief::{Block, Body, Brief, Fact};
use super::super::{Error, Headline, Relation, Subject, grouped, sentences};
use super::bars::{self, Drawn};
use super::body::{Xml, paragraph};
use super::frame::{self, Paper};
use super::grid;
use super::shrink::{self, Shown};
use crate::flow::{Artifact, ArtifactKind};
use crate::style;
use crate::words::{Args, Language};

/// A4 upright between its margins, in millimetres.
const PRINTABLE: f64 = 180.0;
/// A column of blocks, and the gap between the two.
pub(super) const COLUMN: f64 = 87.0;
const GAP: f64 = 6.0;
/// A column of numbers in the table of figures.
const NUMBER: f64 = 24.0;
/// More columns beside each other are not read: the workbook has them.
const MOST_BESIDE: usize = 4;

/// Writes the summary.
///
/// # Errors
/// When a sentence of the form cannot be said.
pub fn brief(subject: &Subject) -> Result<Artifact, Error> {
    let brief = Brief::of(subject)?;
    let shown = shrink::to_one_page(&brief, subject);
    let bytes = frame::on_paper(Paper::Portrait, &brief.title.join(" "), subject.language, |xml| {
        page(xml, subject, &brief, &shown)
    })?;
    let name = style::file_name(&name(subject)?, "docx");
    Ok(Artifact { kind: ArtifactKind::Brief, name, bytes })
}

/// The name of the document, without extension.
fn name(subject: &Subject) -> Result<String, Error> {
    let args = sentences::args(subject.data, subject.form, subject.language);
    match &subject.form.report.brief {
        Some(brief) => sentences::say(&brief.document_name, "report.brief.document-name", subject.language, &args),
        None => Ok(subject.say_with("brief-document-name", &args)),
    }
}

fn page(xml: &mut Xml, subject: &Subject, brief: &Brief, shown: &[Shown]) -> io::Result<()> {
    for line in &brief.title {
        paragraph(xml, "SvodBriefTitle", line)?;
    }
    for remark in &brief.remarks {
        paragraph(xml, "SvodRemark", remark)?;
    }
    if let Some(opening) = &brief.opening {
        paragraph(xml, "SvodOpening", opening)?;
    }
    for block in brief.blocks.iter().filter(|block| block.body == Body::Headline) {
        paragraph(xml, "SvodBlock", &block.title)?;
        headline(xml, subject, &brief.headline)?;
    }
    if shown.is_empty() {
        return paragraph(xml, "SvodBar", "");
    }
    paragraph(xml, "SvodEnd", "")?;
    columns(xml, subject, shown)?;
    // A document does not end with a table.
    paragraph(xml, "SvodEnd", "")
}

/// The first figures, each with its remark, beside the parts or the periods that are compared with.
fn headline(xml: &mut Xml, subject: &Subject, headline: &Headline) -> io::Result<()> {
    let language = subject.language;
    let parts = headline.beside.iter().filter(|beside| beside.relation == Relation::Part).count();
    let beside: Vec<_> = headline
        .beside
        .iter()
        .filter(|beside| beside.relation == Relation::Before || parts <= MOST_BESIDE)
        .take(MOST_BESIDE + 2)
        .collect();
    let columns = u32::try_from(beside.len()).unwrap_or(0) + 1;
    let number = NUMBER.min(110.0 / f64::from(columns));
    let share = number / PRINTABLE;
    let mut shares = vec![1.0 - share * f64::from(columns)];
    shares.extend((0..columns).map(|_| share));
    let widths = grid::widths(&shares, PRINTABLE);
    let mut headings = vec![subject.say("brief-figure"), subject.data.period.name(language)];
    headings.extend(beside.iter().map(|beside| beside.period.name(language)));
    grid::table(xml, &widths, |xml| {
        grid::row(xml, |xml| {
            headings
                .iter()
                .zip(&widths)
                .try_for_each(|(words, width)| grid::cell(xml, *width, |xml| paragraph(xml, "SvodFigureBeside", words)))
        })?;
        for (at, line) in headline.lines.iter().enumerate() {
            let words =
                if line.remark.is_empty() { line.words.clone() } else { format!("{} ({})", line.words, line.remark) };
            let mut cells = vec![words, grouped(line.n, language)];
            cells.extend(beside.iter().map(|beside| {
                let Some(n) = beside.values.get(at).copied().flatten() else { return "–".to_owned() };
                match beside.relation {
                    Relation::Part => grouped(n, language),
                    Relation::Before => {
                        let change = super::super::change(n, line.n, language);
                        format!("{} ({change})", grouped(n, language))
                    }
                }
            }));
            figure(xml, &cells, &widths)?;
        }
        Ok(())
    })
}

/// A row of the figures: words, then numbers, the first of which is the report's own.
fn figure(xml: &mut Xml, cells: &[String], widths: &[u32]) -> io::Result<()> {
    grid::row(xml, |xml| {
        for (at, (text, width)) in cells.iter().zip(widths).enumerate() {
            let style = match at {
                0 => "SvodFigure",
                1 => "SvodFigureOwn",
                _ => "SvodFigureBeside",
            };
            grid::cell(xml, *width, |xml| paragraph(xml, style, text))?;
        }
        Ok(())
    })
}

/// The blocks, one under the other in two columns that end at about the same height.
fn columns(xml: &mut Xml, subject: &Subject, shown: &[Shown]) -> io::Result<()> {
    let (left, right) = shown.split_at(shrink::middle(shown));
    let widths = grid::widths(&[COLUMN / PRINTABLE, GAP / PRINTABLE, COLUMN / PRINTABLE], PRINTABLE);
    grid::bare(xml, &widths, |xml| {
        xml.create_element("w:tr").write_inner_content(|xml| {
            let blocks = [left, &[], right];
            blocks.into_iter().zip(&widths).try_for_each(|(blocks, width)| column(xml, subject, blocks, *width))
        })?;
        Ok(())
    })
}

fn column(xml: &mut Xml, subject: &Subject, blocks: &[Shown], twips: u32) -> io::Result<()> {
    xml.create_element("w:tc").write_inner_content(|xml| {
        xml.create_element("w:tcPr").write_inner_content(|xml| super::body::width(xml, "w:tcW", twips))?;
        for block in blocks {
            paragraph(xml, "SvodBlock", &block.title)?;
            match &block.lines {
                shrink::Lines::Bars(drawn) => bars::write(xml, drawn, COLUMN)?,
                shrink::Lines::Facts(facts) => pairs(xml, facts.iter().map(|fact| fact_of(fact, subject.language)))?,
                shrink::Lines::Pairs(lines) => pairs(xml, lines.iter().cloned())?,
                shrink::Lines::List(lines) => {
                    lines.iter().try_for_each(|line| paragraph(xml, "SvodItem", line))?;
                }
            }
        }
        // A cell does not end with a table.
        paragraph(xml, "SvodEnd", "")
    })?;
    Ok(())
}

fn fact_of(fact: &Fact, language: Language) -> (String, String) {
    let words = if fact.part { format!("\u{2003}{}", fact.words) } else { fact.words.clone() };
    (words, grouped(i64::try_from(fact.n).unwrap_or(i64::MAX), language))
}

/// Words on the left, what belongs to them on the right.
fn pairs(xml: &mut Xml, lines: impl Iterator<Item = (String, String)>) -> io::Result<()> {
    let widths = grid::widths(&[shrink::WORDS, 1.0 - shrink::WORDS], COLUMN);
    grid::bare(xml, &widths, |xml| {
        for (words, value) in lines {
            grid::row(xml, |xml| {
                grid::cell(xml, widths[0], |xml| paragraph(xml, "SvodBar", &words))?;
                grid::cell(xml, widths[1], |xml| paragraph(xml, "SvodValue", &value))
            })?;
        }
        Ok(())
    })
}

/// What is printed of a block.
pub(super) fn lines_of(subject: &Subject, block: &Block, most: usize) -> Option<shrink::Lines> {
    use shrink::Lines;
    match &block.body {
        Body::Headline => None,
        Body::Bars(bars) => {
            let seen = bars.entries.iter().filter(|bar| bar.n > 0 || bars.id == "by-month");
            let drawn = seen.map(|bar| Drawn {
                label: bar.label.clone(),
                number: match bar.share {
                    Some(share) => subject.say_with("brief-share", &Args::new().with("n", bar.n).with("share", share)),
                    None => bar.n.to_string(),
                },
                n: bar.n,
            });
            Some(Lines::Bars(together(subject, drawn.collect(), most, bars.ordered)))
        }
        Body::Largest(events) => Some(Lines::Pairs(
            events
                .iter()
                .map(|one| {
                    let number = subject.say_with("brief-number", &Args::new().with("n", one.number));
                    let total = grouped(i64::try_from(one.total).unwrap_or(i64::MAX), subject.language);
                    (format!("{} ({number})", shrink::cut(&one.title)), format!("{total} {}", one.of))
                })
                .collect(),
        )),
        Body::Documents(documents) => {
            let number = |n: u32| subject.say_with("brief-number", &Args::new().with("n", n));
            let line = |one: &super::super::SignedDocument| format!("– {} ({})", one.document, number(one.number));
            let mut lines: Vec<String> = documents.iter().take(most).map(line).collect();
            if documents.len() > most {
                let args = Args::new().with("n", documents.len() - most);
                lines.push(subject.say_with("brief-more-documents", &args));
            }
            Some(Lines::List(lines))
        }
        Body::Answers(facts) => Some(Lines::Facts(facts.clone())),
    }
}

/// The first of them, and the rest in one bar. Where they have an order of their own, those stay that are the most.
fn together(subject: &Subject, mut drawn: Vec<Drawn>, most: usize, ordered: bool) -> Vec<Drawn> {
    if drawn.len() <= most + 1 {
        return drawn;
    }
    let mut by_size: Vec<(usize, u32)> = drawn.iter().map(|bar| bar.n).enumerate().collect();
    if ordered {
        by_size.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    }
    let mut kept: Vec<usize> = by_size.iter().take(most).map(|(at, _)| *at).collect();
    kept.sort_unstable();
    let n = by_size.iter().skip(most).map(|(_, n)| *n).fold(0, u32::saturating_add);
    let label = subject.say_with("brief-others", &Args::new().with("n", drawn.len() - most));
    let mut at = 0;
    drawn.retain(|_| {
        at += 1;
        kept.contains(&(at - 1))
    });
    drawn.push(Drawn { label, number: n.to_string(), n });
    drawn
}
