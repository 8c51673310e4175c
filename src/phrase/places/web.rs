//! A text in, its web address out, and the text without it. An address that a line end has broken is joined.

/// A text without its address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parted {
    pub(super) url: Option<String>,
    pub(super) text: String,
}

const STARTS: &[&str] = &["https://", "http://", "www."];

/// Takes the first web address out of a text.
pub(super) fn part(text: &str) -> Parted {
    let lower = text.to_ascii_lowercase();
    let Some(start) = STARTS.iter().filter_map(|start| lower.find(start)).min().or_else(|| bare_address(&lower)) else {
        return Parted { url: None, text: text.to_owned() };
    };
    let rest = text.get(start..).unwrap_or_default();
    let mut end = address_end(rest);
    let mut url = rest.get(..end).unwrap_or_default().to_owned();
    // What a line end has torn off: «http://example.by/ ru/».
    while let Some(more) = torn_off(&url, rest.get(end..).unwrap_or_default()) {
        let spaces = rest.get(end..).map_or(0, |tail| tail.len() - tail.trim_start().len());
        url.push_str(&more);
        end += spaces + more.len();
    }
    let kept = url.trim_end_matches(['.', ',', ';', ')', '»', '"']).len();
    let cut = url.len() - kept;
    url.truncate(kept);
    let before = text.get(..start).unwrap_or_default();
    let after = rest.get(end.saturating_sub(cut)..).unwrap_or_default();
    Parted { url: Some(url), text: format!("{before} , {after}") }
}

/// The ends of names of hosts that an address may have without anything before it.
const DOMAINS: &[&str] = &["ru", "by", "com", "org", "net", "me", "su", "info", "gov", "edu", "kz", "cn", "eu"];

/// «vk.com/club1»: an address that does not begin as one; a mailbox is none.
fn bare_address(lower: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        let rest = lower.get(from..)?;
        let skipped = rest.find(|letter: char| letter.is_ascii_alphanumeric())?;
        let start = from + skipped;
        let word = lower.get(start..)?;
        let word = word.get(..address_end(word))?;
        let host = word.split(['/', '?', ',', ':']).next().unwrap_or_default().trim_end_matches('.');
        let labels: Vec<&str> = host.split('.').collect();
        let plain = |label: &&str| !label.is_empty() && label.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-');
        let known = labels.len() > 1 && labels.last().is_some_and(|last| DOMAINS.contains(last));
        let begins = lower
            .get(..start)?
            .chars()
            .next_back()
            .is_none_or(|before| before.is_whitespace() || "(«\"".contains(before));
        if known && begins && labels.iter().all(plain) {
            return Some(start);
        }
        from = start + word.len().max(1);
    }
}

fn address_end(text: &str) -> usize {
    text.find(|letter: char| letter.is_whitespace() || matches!(letter, '«' | '»' | '"' | ';' | ')' | '('))
        .unwrap_or(text.len())
}

/// The next word, where it can only be the rest of an address.
fn torn_off(url: &str, rest: &str) -> Option<String> {
    let broken_by_line = rest.chars().take_while(|letter| letter.is_whitespace()).any(|letter| letter == '\n');
    let next = rest.trim_start();
    if next.len() == rest.len() {
        return None;
    }
    let word = next.get(..address_end(next))?;
    let is_path =
        !word.is_empty() && word.chars().all(|letter| letter.is_ascii_alphanumeric() || "/-_.?=&%#".contains(letter));
    let inner = word.contains(['/', '?', '=', '_']) || [".html", ".php", ".htm"].iter().any(|end| word.ends_with(end));
    let open_end = url.ends_with(['/', '-', '_', '=', '&', '?', '.']) || word.starts_with(['/', '?', '&', '.']);
    let address = STARTS.iter().any(|start| word.starts_with(start));
    (is_path && open_end && !address && (inner || broken_by_line)).then(|| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Option<String> {
        part(text).url
    }

    #[test]
    fn a_broken_address_is_joined() {
        assert_eq!(url("Сайт музея http://example.by/ ru/").as_deref(), Some("http://example.by/ru/"));
        assert_eq!(url("http://example.by/\nnews").as_deref(), Some("http://example.by/news"));
    }

    #[test]
    fn what_follows_an_address_is_not_part_of_it() {
        assert_eq!(url("https://vk.com/example (онлайн)").as_deref(), Some("https://vk.com/example"));
        assert_eq!(url("(https://vk.com/example), Minsk").as_deref(), Some("https://vk.com/example"));
        assert_eq!(url("нет адреса"), None);
        assert_eq!(url("сайт музея: example.by/ru, Витебск").as_deref(), Some("example.by/ru"));
        assert_eq!(url("museum@example.by; г.Минск"), None);
    }
}
