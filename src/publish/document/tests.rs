use super::parts;
use crate::words::Language;

#[test]
fn the_title_of_the_properties_is_text_and_never_markup() {
    let part = parts::properties("<script> & Co", Language::Ru);
    assert!(part.contains("&lt;script&gt; &amp; Co"));
}
