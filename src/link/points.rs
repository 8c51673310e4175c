//! Points for one event, all together, and how certain so many points make. In: a [`Pair`] and the form's weights. Out: points,
//! a certainty from 0 to 1. It takes no decision.

use super::days::DaysMatch;
use super::pair::Pair;
use super::witness::factor;
use crate::form::LinkWeights;

/// Points at which one event is as likely as not, and what doubles the odds nearly three times.
const EVEN: f64 = 5.0;
const SPREAD: f64 = 2.0;
/// Points that what only the full rows show can add at most.
pub(super) const SLACK: f32 = 6.0;
const SAME_DAYS: f32 = 1.5;
const NEAR_DAYS: f32 = -3.0;
const SAME_KIND: f32 = 0.5;
const OTHER_KIND: f32 = -0.7;
const A_PARTNER: f32 = 0.7;
const PARTNERS_MOST: f32 = 2.5;
const OTHER_PARTNERS: f32 = -1.5;
const JOINT: f32 = 3.0;
const OTHER_HOUSE: f32 = -3.0;
const CALLED_OTHERWISE: f32 = -4.0;
const ELSEWHERE: f32 = -4.0;
const WITHIN: f32 = -4.0;
const SAME_INSTITUTION: f32 = -3.0;
/// A word written otherwise says less than the same word.
const NEAR_WORD: f32 = 0.8;

/// What speaks for one event, less what speaks against it.
pub(super) fn points(pair: &Pair<'_>, weights: &LinkWeights) -> f32 {
    let days = match pair.days {
        DaysMatch::Same => SAME_DAYS,
        DaysMatch::Near => NEAR_DAYS,
        _ => 0.0,
    };
    let kind = match pair.left.understood.kind.as_ref().zip(pair.right.understood.kind.as_ref()) {
        Some((mine, theirs)) if mine == theirs => SAME_KIND,
        Some(_) => OTHER_KIND,
        None => 0.0,
    };
    let partners = match pair.partners {
        Some(true) => (f32::from(u8::try_from(pair.left.understood.partners.len()).unwrap_or(u8::MAX)) * A_PARTNER)
            .min(PARTNERS_MOST),
        Some(false) => OTHER_PARTNERS,
        None => 0.0,
    };
    let when = |holds: bool, points: f32| if holds { points } else { 0.0 };
    pair.heard.points
        + days
        + kind
        + when(pair.called_otherwise, CALLED_OTHERWISE)
        + when(pair.elsewhere, ELSEWHERE)
        + when(pair.within, WITHIN)
        + when(pair.same_institution, SAME_INSTITUTION)
        + factor(weights.title) * NEAR_WORD * pair.said_otherwise
        + factor(weights.partners) * partners
        + factor(weights.venue) * when(pair.house_differs, OTHER_HOUSE)
        + factor(weights.joint) * when(pair.joint, JOINT)
}

/// How likely one event is at so many points.
pub(super) fn certainty(points: f32) -> f64 {
    1.0 / (1.0 + ((EVEN - f64::from(points)) / SPREAD).exp())
}

/// The points at which one event is so likely.
pub(super) fn points_for(certainty: f64) -> f32 {
    let odds = certainty.clamp(1e-9, 1.0 - 1e-9) / (1.0 - certainty.clamp(1e-9, 1.0 - 1e-9));
    factor(EVEN + SPREAD * odds.ln())
}
