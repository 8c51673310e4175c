//! The summary on one page, as a model: title, opening sentence, blocks in the form's order.
//!
//! In: the figures, the form's part about the summary. Out: words and numbers in their places, which any writer can print. It
//! knows nothing of paper and of how long a bar is drawn.

mod beside;
mod facts;
mod shown;

use super::figures::{Breakdown, Largest};
use super::sentences::{args, say};
use super::{Error, Figures, Headline, Report, SignedDocument, Subject};
pub use beside::FigureTable;
pub use facts::Fact;
pub use shown::{Drawn, Lines, MOST_LINES, Shown};

use crate::form::{BriefBlock, BriefContent};
use crate::words::{Args, LocalText};

/// The summary.
#[derive(Debug, Clone, PartialEq)]
pub struct Brief {
    /// Lines of the title.
    pub title: Vec<String>,
    /// What a reader must know first: which parts of a longer period are missing.
    pub remarks: Vec<String>,
    /// The sentence under the title.
    pub opening: Option<String>,
    pub headline: Headline,
    /// The edition that it belongs to, in words.
    pub edition: Option<String>,
    /// In the form's order, each with something to show.
    pub blocks: Vec<Block>,
}

/// A block of the summary.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    pub title: String,
    pub body: Body,
}

/// What a block shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// The summary's headline.
    Headline,
    Bars(Bars),
    Largest(Vec<Largest>),
    Documents(Vec<SignedDocument>),
    /// How the institutions answered.
    Answers(Vec<Fact>),
}

/// Counts that are drawn as bars.
#[derive(Debug, Clone, PartialEq)]
pub struct Bars {
    /// The word in the ids of the messages: `by-section`.
    pub id: &'static str,
    pub entries: Vec<Bar>,
    /// Whether the entries have an order of their own, such as months; else the most comes first and the last may be left out.
    pub ordered: bool,
}

/// A bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    pub label: String,
    pub n: u32,
    /// Of a hundred events, where that says something.
    pub share: Option<u32>,
}

impl Brief {
    /// The summary of what was consolidated.
    ///
    /// # Errors
    /// When a sentence of the form cannot be said.
    pub fn of(subject: &Subject) -> Result<Self, Error> {
        let figures = Figures::of(subject);
        let report = Report::of(subject.data, subject.form, subject.language)?;
        let maker = Maker { subject, figures: &figures, args: args(subject.data, subject.form, subject.language) };
        let own = subject.form.report.brief.as_ref();
        let title = match own {
            Some(brief) => maker.say_all(&brief.title)?,
            None => vec![subject.say_with("brief-title", &maker.args)],
        };
        let opening = own.and_then(|brief| brief.opening.as_ref());
        let opening = opening.map(|opening| maker.opening(opening)).transpose()?;
        let blocks = match own {
            Some(brief) => maker.blocks(&brief.blocks)?,
            None => maker.blocks(&BriefContent::ALL.map(|show| BriefBlock { show, title: None }))?,
        };
        let headline = Headline::of(subject, &figures);
        Ok(Self { title, remarks: report.remarks, opening, headline, edition: subject.edition_line(), blocks })
    }

    /// The name of the document, without extension.
    ///
    /// # Errors
    /// When the form's own name cannot be said.
    pub fn name(subject: &Subject) -> Result<String, Error> {
        let args = args(subject.data, subject.form, subject.language);
        match &subject.form.report.brief {
            Some(brief) => say(&brief.document_name, "report.brief.document-name", subject.language, &args),
            None => Ok(subject.say_with("brief-document-name", &args)),
        }
    }

    /// The first figures as tables; none where the form does not want them.
    #[must_use]
    pub fn tables(&self, subject: &Subject) -> Vec<(String, Vec<FigureTable>)> {
        let wanted = self.blocks.iter().filter(|block| block.body == Body::Headline);
        wanted.map(|block| (block.title.clone(), FigureTable::all(subject, &self.headline))).collect()
    }
}

struct Maker<'a> {
    subject: &'a Subject<'a>,
    figures: &'a Figures,
    args: Args,
}

impl Maker<'_> {
    fn say_all(&self, lines: &[LocalText]) -> Result<Vec<String>, Error> {
        lines.iter().map(|line| say(line, "report.brief.title", self.subject.language, &self.args)).collect()
    }

    fn opening(&self, opening: &LocalText) -> Result<String, Error> {
        let answers = self.figures.answers;
        let args = self.args.clone().with("n", self.figures.events);
        let args =
            args.with("asked", answers.asked).with("answered", answers.answered).with("abroad", self.figures.abroad);
        say(opening, "report.brief.opening", self.subject.language, &args)
    }

    fn blocks(&self, wanted: &[BriefBlock]) -> Result<Vec<Block>, Error> {
        wanted.iter().filter_map(|block| Some(self.block(block, self.body(block.show)?))).collect()
    }

    fn block(&self, block: &BriefBlock, body: Body) -> Result<Block, Error> {
        let args = self.args.clone().with("n", shown(&body));
        let title = match &block.title {
            Some(title) => say(title, "report.brief.blocks.title", self.subject.language, &args)?,
            None => self.subject.say_with(own_title(&body), &args),
        };
        Ok(Block { title, body })
    }

    /// What a block shows; `None` where there is nothing to show.
    fn body(&self, show: BriefContent) -> Option<Body> {
        let figures = self.figures;
        match show {
            BriefContent::Figures => Some(Body::Headline),
            BriefContent::Sections => self.bars("by-section"),
            BriefContent::Months => self.bars("by-month"),
            BriefContent::Whereabouts => self.bars("by-whereabouts"),
            BriefContent::Countries => self.bars("by-country"),
            BriefContent::Formats => self.bars("by-format"),
            BriefContent::Partners => self.bars("by-partner"),
            BriefContent::Kinds => self.bars("by-kind"),
            BriefContent::Largest => Some(figures.largest.clone()).filter(|all| !all.is_empty()).map(Body::Largest),
            BriefContent::Documents => {
                figures.documents.clone().filter(|documents| !documents.is_empty()).map(Body::Documents)
            }
            BriefContent::Answers => {
                (figures.answers.asked > 0).then(|| Body::Answers(facts::of(self.subject, figures)))
            }
        }
    }

    fn bars(&self, id: &'static str) -> Option<Body> {
        let Breakdown { entries, in_time, .. } = self.figures.breakdown(id)?;
        let whole = u32::try_from(self.figures.events).unwrap_or(u32::MAX);
        let share = |n: u32| (id == "by-partner" && whole > 0).then(|| (n * 100 + whole / 2) / whole);
        let bar = |(label, n): &(String, u32)| Bar { label: label.clone(), n: *n, share: share(*n) };
        let bars: Vec<Bar> = entries.iter().map(bar).collect();
        let ordered = *in_time || !entries.is_sorted_by_key(|(_, n)| std::cmp::Reverse(*n));
        Some(Body::Bars(Bars { id, entries: bars, ordered })).filter(|_| self.figures.events > 0)
    }
}

/// How many things a block shows.
fn shown(body: &Body) -> usize {
    match body {
        Body::Headline => 0,
        Body::Bars(bars) => bars.entries.iter().filter(|bar| bar.n > 0).count(),
        Body::Largest(events) => events.len(),
        Body::Documents(documents) => documents.len(),
        Body::Answers(facts) => facts.len(),
    }
}

/// The message of a heading where the form has none.
fn own_title(body: &Body) -> &'static str {
    match body {
        Body::Headline => "main-figures",
        Body::Bars(bars) => bars.id,
        Body::Largest(_) => "largest",
        Body::Documents(_) => "documents",
        Body::Answers(_) => "answers",
    }
}
