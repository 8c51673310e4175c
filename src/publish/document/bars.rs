//! Bars: spaces on a coloured ground, so that they look the same in every program, are equally thick whatever stands beside
//! them, and stay text that is read aloud as its number alone.
//!
//! In: labels with numbers. Out: rows of a table without a frame: label, bar, number.

use std::io;

use quick_xml::events::BytesText;

use super::super::brief::Drawn;
use super::grid::{self, RowKind};
use super::pages;
use super::paragraph::{Xml, paragraph};
use crate::style;

/// The longest bar, in spaces: its number stands beside it.
const LONGEST: u32 = 34;
/// What bar and number may take together, what a sign of the number takes, and how long the longest bar is at least, in spaces.
const ROOM: u32 = 53;
const SIGN: u32 = 2;
const SHORTEST: u32 = 8;
/// It is as wide in every font of the kind.
const SPACE: &str = " ";
/// The part of the width that the labels take.
pub(super) const LABELS: f64 = 0.5;

/// Points of the letters.
pub(super) const SMALL: f64 = 8.5;
/// The colour of the bars, that of the charts on the page.
const FILL: &str = "4F77A6";

/// Writes the bars, `mm` wide.
pub(super) fn write(xml: &mut Xml, bars: &[Drawn], mm: f64) -> io::Result<()> {
    let widths = grid::widths(&[LABELS, 1.0 - LABELS], mm);
    let most = bars.iter().map(|bar| bar.n).max().unwrap_or(0).max(1);
    let longest = longest(bars);
    grid::bare(xml, &widths, |xml| {
        bars.iter().try_for_each(|bar| {
            let whole = pages::keep_low([(bar.label.as_str(), widths[0])], SMALL);
            grid::row(xml, RowKind::whole_if(whole), |xml| {
                grid::cell(xml, widths[0], |xml| paragraph(xml, "SvodBar", &bar.label))?;
                grid::cell(xml, widths[1], |xml| drawn(xml, units(bar.n, most, longest), &bar.number))
            })
        })
    })
}

/// Spaces on a ground in the bars' colour, then the number.
fn drawn(xml: &mut Xml, long: u32, number: &str) -> io::Result<()> {
    xml.create_element("w:p").write_inner_content(|xml| {
        xml.create_element("w:pPr").write_inner_content(|xml| {
            xml.create_element("w:pStyle").with_attribute(("w:val", "SvodBar")).write_empty()?;
            Ok(())
        })?;
        if long > 0 {
            xml.create_element("w:r").write_inner_content(|xml| {
                xml.create_element("w:rPr").write_inner_content(|xml| {
                    xml.create_element("w:shd")
                        .with_attributes([("w:val", "clear"), ("w:color", "auto"), ("w:fill", FILL)])
                        .write_empty()?;
                    Ok(())
                })?;
                words(xml, &SPACE.repeat(usize::try_from(long).unwrap_or(0)))
            })?;
        }
        xml.create_element("w:r").write_inner_content(|xml| words(xml, &format!("\u{a0}{number}")))?;
        Ok(())
    })?;
    Ok(())
}

fn words(xml: &mut Xml, text: &str) -> io::Result<()> {
    xml.create_element("w:t")
        .with_attribute(("xml:space", "preserve"))
        .write_text_content(BytesText::new(&style::clean(text)))?;
    Ok(())
}

/// How long a bar may be, so that the longest number still stands beside it.
fn longest(bars: &[Drawn]) -> u32 {
    let signs = bars.iter().map(|bar| bar.number.chars().count()).max().unwrap_or(0);
    let taken = u32::try_from(signs).unwrap_or(ROOM).saturating_mul(SIGN);
    ROOM.saturating_sub(taken).clamp(SHORTEST, LONGEST)
}

/// The length of a bar; what is not nothing is seen.
fn units(n: u32, most: u32, longest: u32) -> u32 {
    let long = u64::from(n) * u64::from(longest) + u64::from(most) / 2;
    let long = u32::try_from(long / u64::from(most)).unwrap_or(longest).min(longest);
    if n > 0 { long.max(1) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_bar_leaves_room_for_its_number_and_the_shortest_is_seen() {
        let units = |n, most| units(n, most, LONGEST);
        assert_eq!((units(28, 28), units(1, 2000), units(0, 28)), (LONGEST, 1, 0));
        assert!(units(14, 28) < LONGEST && units(u32::MAX, u32::MAX) == LONGEST);
        let bar = |number: &str| Drawn { label: String::new(), number: number.to_owned(), n: 1 };
        assert_eq!(longest(&[bar("16 (67 %)")]), LONGEST);
        assert!(longest(&[bar("2000 (100 %)"), bar("3")]) < LONGEST);
        assert_eq!(longest(&[bar(&"9".repeat(90))]), SHORTEST);
    }
}
