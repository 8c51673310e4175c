//! The text of a form file and the tree in it. In: spans and what is said of them. Out: mistakes with line and column,
//! and nodes that are asked for what they hold without ever failing: what is not there or of another type is `None`.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::words::{Args, Said};

/// What is wrong with a form file, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Mistake {
    /// From 1.
    pub line: u32,
    /// From 1, in characters.
    pub column: u32,
    /// Bytes of the source.
    pub span: Range<usize>,
    pub said: Said,
}

impl Mistake {
    /// A mistake in that part of a source.
    #[must_use]
    pub fn at(source: &str, span: Range<usize>, said: Said) -> Self {
        let start = floor(source, span.start);
        let end = floor(source, span.end.max(start));
        let before = &source[..start];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        let as_u32 = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { line: as_u32(line), column: as_u32(column), span: start..end, said }
    }
}

/// Mistakes as they are found.
#[derive(Debug)]
pub(super) struct Mistakes<'s> {
    source: &'s str,
    found: Vec<Mistake>,
}

impl<'s> Mistakes<'s> {
    pub(super) fn of(source: &'s str) -> Self {
        Self { source, found: Vec::new() }
    }

    pub(super) fn add(&mut self, span: Range<usize>, id: &str, args: Args) {
        let mistake = Mistake::at(self.source, span, Said::new(id, args));
        if !self.found.contains(&mistake) {
            self.found.push(mistake);
        }
    }

    /// Where `part` stands within `span`; the whole of it where it is written otherwise there.
    pub(super) fn within(&self, span: Range<usize>, part: &str) -> Range<usize> {
        let at = self.source.get(span.clone()).and_then(|text| text.find(part)).filter(|_| !part.is_empty());
        at.map_or(span.clone(), |at| span.start + at..span.start + at + part.len())
    }

    pub(super) fn count(&self) -> usize {
        self.found.len()
    }

    pub(super) fn none(&self) -> bool {
        self.found.is_empty()
    }

    /// All of them, by position.
    pub(super) fn sorted(mut self) -> Vec<Mistake> {
        self.found.sort_by(|a, b| (a.span.start, a.span.end, &a.said.id).cmp(&(b.span.start, b.span.end, &b.said.id)));
        self.found
    }
}

/// The nearest character boundary at or before `at`.
fn floor(source: &str, at: usize) -> usize {
    (0..=at.min(source.len())).rev().find(|at| source.is_char_boundary(*at)).unwrap_or(0)
}

/// The whole file as one value.
pub(super) fn root(table: Spanned<DeTable<'_>>) -> Spanned<DeValue<'_>> {
    Spanned::new(table.span(), DeValue::Table(table.into_inner()))
}

/// A value in the file.
#[derive(Clone, Copy)]
pub(super) struct Node<'t>(pub(super) &'t Spanned<DeValue<'t>>);

/// A key with its value.
pub(super) struct Pair<'t> {
    pub(super) key: &'t str,
    pub(super) key_span: Range<usize>,
    pub(super) value: Node<'t>,
}

impl<'t> Node<'t> {
    pub(super) fn value(self) -> &'t DeValue<'t> {
        self.0.get_ref()
    }

    pub(super) fn span(self) -> Range<usize> {
        self.0.span()
    }

    pub(super) fn pairs(self) -> impl Iterator<Item = Pair<'t>> {
        self.value().as_table().into_iter().flat_map(|table| {
            table.iter().map(|(key, value)| Pair {
                key: key.get_ref().as_ref(),
                key_span: key.span(),
                value: Node(value),
            })
        })
    }

    pub(super) fn get(self, key: &str) -> Option<Self> {
        self.pairs().find(|pair| pair.key == key).map(|pair| pair.value)
    }

    /// The value at a path of keys.
    pub(super) fn at(self, path: &[&str]) -> Option<Self> {
        path.iter().try_fold(self, |node, key| node.get(key))
    }

    pub(super) fn text(self) -> Option<&'t str> {
        self.value().as_str()
    }

    /// The text under `key`.
    pub(super) fn text_at(self, key: &str) -> Option<&'t str> {
        self.get(key)?.text()
    }

    /// A number, whole or not; `None` too for a whole one beyond what TOML allows.
    pub(super) fn number(self) -> Option<f64> {
        match self.value() {
            #[expect(clippy::cast_precision_loss, reason = "compared with small bounds only")]
            DeValue::Integer(n) => i64::from_str_radix(n.as_str(), n.radix()).ok().map(|n| n as f64),
            DeValue::Float(n) => n.as_str().parse().ok(),
            _ => None,
        }
    }

    /// The items of a list; nothing where it is none.
    pub(super) fn items(self) -> impl Iterator<Item = Self> {
        self.value().as_array().into_iter().flat_map(|array| array.iter().map(Node))
    }

    /// The items of the list under `key`.
    pub(super) fn items_at(self, key: &str) -> impl Iterator<Item = Self> + use<'t> {
        self.get(key).into_iter().flat_map(Self::items)
    }

    /// Every wording of a text that may be given in each language: the language's code, or nothing where it is one for
    /// all, and the node of the wording.
    pub(super) fn wordings(self) -> Vec<(Option<&'t str>, Self)> {
        if self.text().is_some() {
            return vec![(None, self)];
        }
        self.pairs().filter(|pair| pair.value.text().is_some()).map(|pair| (Some(pair.key), pair.value)).collect()
    }
}
