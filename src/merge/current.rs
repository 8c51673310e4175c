//! Which of the files received are the answers: the newest usable one of each institution. The older ones are replaced
//! whole; a file that cannot be used replaces nothing.

use std::collections::BTreeMap;

use crate::flow::Checked;

/// For each file whether it counts as its institution's answer. The order of the files does not matter.
#[must_use]
pub fn current(checked: &[Checked]) -> Vec<bool> {
    let mut newest: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, file) in checked.iter().enumerate() {
        let (true, Some(institution)) = (file.usable, file.known.institution.as_deref()) else { continue };
        let arrived = |at: usize| (checked[at].parcel.arrival, &checked[at].parcel.id);
        let so_far = newest.entry(institution).or_insert(at);
        if arrived(at) > arrived(*so_far) {
            *so_far = at;
        }
    }
    let mut current = vec![false; checked.len()];
    for at in newest.into_values() {
        current[at] = true;
    }
    current
}
