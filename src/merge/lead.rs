//! Who leads where several rows tell of one event: the organiser, as far as «joint with» tells it, else the higher in the
//! register, else the earlier cell. What was said in an earlier period never leads what is said in this one.

use std::sync::Arc;

use super::intake::At;
use super::{Desk, text};
use crate::form::Role;

/// The rows of one event, the lead first, then by the register.
pub(super) fn lead_first(desk: Desk<'_>, rows: &[At]) -> Vec<At> {
    let mut line = rows.to_vec();
    line.sort_by_cached_key(|at| {
        let said_before = desk.intake.file(*at).carried_from().is_some();
        (said_before, place_in_line(desk, *at, rows), rank(desk, *at), desk.intake.row(*at).id.clone())
    });
    line
}

/// Its place in the register, then its code: institutions that are in no register keep an order, too.
pub(super) fn rank(desk: Desk<'_>, at: At) -> (usize, String) {
    let code = desk.intake.institution(at).map_or("", |code| code);
    (desk.register.rank(code), code.to_owned())
}

/// First whom another row names as the one it worked with; last who names another: it calls itself a partner.
fn place_in_line(desk: Desk<'_>, at: At, rows: &[At]) -> u8 {
    let others = || rows.iter().filter(|other| **other != at);
    let names_another = others().any(|other| names(desk, at, *other));
    let is_named = others().any(|other| names(desk, *other, at));
    match (is_named, names_another) {
        (true, false) => 0,
        (_, true) if !is_named => 2,
        _ => 1,
    }
}

/// Whether the row's «joint with» names the institution of the other.
fn names(desk: Desk<'_>, at: At, other: At) -> bool {
    let joint = desk.form.with_role(Role::JointWith).and_then(|field| desk.intake.row(at).text(field.key.as_str()));
    let institution = desk.intake.institution(other).map(Arc::as_ref).and_then(|code| desk.register.by_code(code));
    let (Some(joint), Some(institution)) = (joint, institution) else { return false };
    let by_code = joint.split([',', ';', '\n']).any(|part| part.trim().eq_ignore_ascii_case(&institution.code));
    by_code || [&institution.name, &institution.short_name].into_iter().any(|name| text::mentions(joint, name))
}
