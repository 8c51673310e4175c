//! The colours: navy on white with pale blue for cells to fill in.
//!
//! States differ in lightness as well as in hue (amber, plum, teal), so that they are told apart without seeing red or
//! green. Ink on each of the fills has a contrast of at least 7 to 1.

use rust_xlsxwriter::Color;

/// Body text.
pub const INK: Color = Color::RGB(0x1F_29_33);
/// Headings and labels.
pub const ACCENT: Color = Color::RGB(0x1F_3A_5F);
/// Hints and captions; 5.6 to 1 on white.
pub const MUTED: Color = Color::RGB(0x5A_67_75);
/// Lines between cells.
pub const BORDER: Color = Color::RGB(0xB8_C4_D0);
/// Fill of header cells.
pub const HEADER: Color = Color::RGB(0xDC_E6_F1);
/// Fill of section rows.
pub const SECTION: Color = Color::RGB(0xEE_F2_F6);
/// Fill of cells to fill in.
pub const INPUT: Color = Color::RGB(0xF1_F6_FC);
/// Frame of cells to fill in.
pub const INPUT_BORDER: Color = Color::RGB(0x7F_9D_BF);
/// Something is still missing; also warnings.
pub const MISSING: Color = Color::RGB(0xFF_E8_B0);
pub const MISSING_INK: Color = Color::RGB(0x5C_3D_00);
/// Something contradicts; also errors.
pub const CONTRADICTION: Color = Color::RGB(0xF3_CF_DC);
pub const CONTRADICTION_INK: Color = Color::RGB(0x7A_0C_35);
/// All is well.
pub const READY: Color = Color::RGB(0xD3_EE_E8);
pub const READY_INK: Color = Color::RGB(0x0B_4A_40);
