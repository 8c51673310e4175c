//! What a letter says, as blocks; from them follow its text and its HTML, which so can never say different things.

use std::fmt::Write;

/// A part of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Paragraph(String),
    /// Steps that are counted.
    Steps(Vec<String>),
    /// Things in no order.
    List(Vec<String>),
}

/// Everything that a letter says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Body(Vec<Block>);

impl Body {
    /// Adds a paragraph; an empty one is none.
    #[must_use]
    pub fn say(mut self, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.trim().is_empty() {
            self.0.push(Block::Paragraph(text));
        }
        self
    }

    #[must_use]
    pub fn steps(mut self, steps: Vec<String>) -> Self {
        self.0.push(Block::Steps(steps));
        self
    }

    #[must_use]
    pub fn list(mut self, list: Vec<String>) -> Self {
        if !list.is_empty() {
            self.0.push(Block::List(list));
        }
        self
    }

    /// For programs that show text alone; lines end as letters' lines do.
    #[must_use]
    pub fn text(&self) -> String {
        let blocks: Vec<String> = self.0.iter().map(as_text).collect();
        format!("{}\n", blocks.join("\n\n")).replace('\n', "\r\n")
    }

    /// For all others: no picture, no script, nothing from elsewhere.
    #[must_use]
    pub fn html(&self, language: &str) -> String {
        let mut page = format!(
            "<!DOCTYPE html>\r\n<html lang=\"{language}\"><head><meta charset=\"utf-8\"></head>\r\n\
             <body style=\"font-family: Arial, sans-serif; font-size: 11pt; color: #1f2933\">\r\n"
        );
        for block in &self.0 {
            as_html(&mut page, block);
        }
        page.push_str("</body></html>\r\n");
        page
    }
}

fn as_text(block: &Block) -> String {
    let indented = |mark: &str, text: &str| format!("{mark}{}", text.replace('\n', "\n   "));
    match block {
        Block::Paragraph(text) => text.clone(),
        Block::Steps(steps) => {
            let lines: Vec<_> =
                (1..).zip(steps).map(|(n, step): (usize, _)| indented(&format!("{n}. "), step)).collect();
            lines.join("\n")
        }
        Block::List(list) => list.iter().map(|text| indented("– ", text)).collect::<Vec<_>>().join("\n"),
    }
}

fn as_html(page: &mut String, block: &Block) {
    let mut items = |tag: &str, items: &[String]| {
        let items = items.iter().fold(String::new(), |all, item| format!("{all}<li>{}</li>\r\n", escaped(item)));
        // Writing to a string does not fail.
        let _ = write!(page, "<{tag}>\r\n{items}</{tag}>\r\n");
    };
    match block {
        Block::Paragraph(text) => {
            let _ = write!(page, "<p>{}</p>\r\n", escaped(text));
        }
        Block::Steps(steps) => items("ol", steps),
        Block::List(list) => items("ul", list),
    }
}

/// Text never becomes markup.
fn escaped(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut escaped, c| {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' => escaped.push_str("<br>\r\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
        escaped
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_html_say_the_same_and_text_is_no_markup() {
        let body = Body::default()
            .say("Здравствуйте!")
            .steps(vec!["Откройте <b>книгу</b>".to_owned(), "Отправьте".to_owned()])
            .say("")
            .list(vec!["A & B".to_owned()]);
        assert_eq!(body.text(), "Здравствуйте!\r\n\r\n1. Откройте <b>книгу</b>\r\n2. Отправьте\r\n\r\n– A & B\r\n");
        let html = body.html("ru");
        assert!(html.contains("<li>Откройте &lt;b&gt;книгу&lt;/b&gt;</li>") && html.contains("A &amp; B"), "{html}");
    }
}
