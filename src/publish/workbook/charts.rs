//! Native charts, plain and in one colour: bars with their numbers, no grid, no legend.
//!
//! In: the cells that a chart shows. Out: a chart that stays editable in the spreadsheet.

use rust_xlsxwriter::{
    Chart, ChartAxis, ChartDataLabel, ChartFont, ChartFormat, ChartLayout, ChartLine, ChartSolidFill,
};

use super::super::Breakdown;
use crate::style;

/// Bars that a chart shows at most; the table beside it shows all.
const MOST_BARS: usize = 15;
/// Width in pixels.
const WIDTH: u32 = 690;

/// Room for the title and under the last bar, in pixels.
const TITLE: f64 = 40.0;
const FOOT: f64 = 10.0;
/// Width of a letter of a label in pixels, and the part of the chart that labels may take; longer ones are folded.
const LETTER: f64 = 6.4;
const LABELS: f64 = 0.47;

/// Where the bars lie: the labels have the room that the longest needs, and none runs over the edge.
fn bars(figures: &Breakdown) -> ChartLayout {
    let shown = figures.entries.iter().take(MOST_BARS);
    let longest = shown.map(|(label, _)| label.chars().count()).max().unwrap_or(0);
    let width = f64::from(WIDTH);
    let height = f64::from(height(figures));
    let letters = f64::from(u16::try_from(longest).unwrap_or(u16::MAX));
    let left = ((letters * LETTER + 16.0) / width).clamp(0.1, LABELS);
    ChartLayout::new().set_offset(left, TITLE / height).set_dimensions(0.95 - left, 1.0 - (TITLE + FOOT) / height)
}

/// The height in pixels of the chart for these figures.
pub(super) fn height(figures: &Breakdown) -> u32 {
    let bars = u32::try_from(figures.entries.len().min(MOST_BARS)).unwrap_or(1);
    if figures.in_time { 240 } else { 66 + bars * 30 }
}

/// The chart of the figures whose labels and numbers stand in columns A and B of `sheet` from row `first` on.
pub(super) fn chart(figures: &Breakdown, sheet: &str, first: u32, title: &str) -> Chart {
    let mut chart = if figures.in_time { Chart::new_column() } else { Chart::new_bar() };
    let shown = u32::try_from(figures.entries.len().min(MOST_BARS)).unwrap_or(1);
    let last = first + shown.saturating_sub(1);
    let mut label = ChartDataLabel::new();
    label.show_value().set_font(&font(9));
    chart
        .add_series()
        .set_categories((sheet, first, 0, last, 0))
        .set_values((sheet, first, 1, last, 1))
        .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(style::INPUT_BORDER)))
        .set_data_label(&label)
        .set_gap(55);
    chart.title().set_name(title).set_font(font(11).set_bold().set_color(style::ACCENT));
    chart.legend().set_hidden();
    // Lying bars have their labels on the y axis.
    let (labels, numbers) = if figures.in_time { (Axis::X, Axis::Y) } else { (Axis::Y, Axis::X) };
    numbers.of(&mut chart).set_major_gridlines(false).set_hidden(true).set_min(0);
    let labels = labels.of(&mut chart).set_font(&font(9)).set_major_gridlines(false);
    if !figures.in_time {
        // The first entry of the table is the uppermost bar.
        labels.set_reverse();
        chart.plot_area().set_layout(&bars(figures));
    }
    chart.chart_area().set_format(ChartFormat::new().set_line(ChartLine::new().set_color(style::BORDER)));
    chart.set_width(WIDTH).set_height(height(figures)).set_alt_text(title);
    chart
}

#[derive(Clone, Copy)]
enum Axis {
    X,
    Y,
}

impl Axis {
    fn of(self, chart: &mut Chart) -> &mut ChartAxis {
        match self {
            Self::X => chart.x_axis(),
            Self::Y => chart.y_axis(),
        }
    }
}

fn font(size: u32) -> ChartFont {
    let mut font = ChartFont::new();
    font.set_name("Arial").set_size(size).set_color(style::INK);
    font
}
