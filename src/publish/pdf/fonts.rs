//! The fonts of the PDF, carried in the program: a report looks the same on every machine.
//!
//! In: nothing. Out: fonts, and how wide a text is in them. PT Serif is the text; DejaVu Sans has the letters of scripts
//! that PT Serif does not know; the last resort has an empty box for everything else. Their licences lie beside them.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::layout::{Abs, Em};
use typst::text::{Font, FontBook, FontInstance, FontVariant, FontVariations};
use typst::utils::LazyHash;

const FILES: [&[u8]; 4] = [
    include_bytes!("fonts/PTSerif-Regular.ttf"),
    include_bytes!("fonts/PTSerif-Bold.ttf"),
    include_bytes!("fonts/DejaVuSans.ttf"),
    include_bytes!("fonts/LastResort.ttf"),
];

/// The fonts, opened once.
pub(super) static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::open);

/// Fonts and the list of them, in the same order.
pub(super) struct Fonts {
    pub(super) book: LazyHash<FontBook>,
    pub(super) all: Vec<Font>,
    /// The same, ready to be asked about their letters.
    faces: Vec<FontInstance>,
}

impl Fonts {
    fn open() -> Self {
        let all: Vec<Font> = FILES.iter().filter_map(|file| Font::new(Bytes::new(*file), 0)).collect();
        let face =
            |font: &Font| font.clone().instantiate(FontVariant::default(), Abs::zero(), &FontVariations::default());
        Self { book: LazyHash::new(FontBook::from_fonts(&all)), faces: all.iter().map(face).collect(), all }
    }

    /// How wide a letter is at most, in parts of the size of the text: in whichever weight, without kerning.
    pub(super) fn width(&self, letter: char) -> f64 {
        let widths = self.faces.iter().filter_map(|face| {
            let glyph = face.ttf().glyph_index(letter)?;
            face.x_advance(glyph.0).map(Em::get)
        });
        // Both weights of the text come first; other fonts draw only what these do not have.
        widths.take(2).fold(0.0, f64::max)
    }
}
