//! What is seen of a pair of rows before it is judged: how days, places, titles, texts and counts stand to each other. In: two
//! rows that no veto keeps apart. Out: a [`Pair`] that answers questions. It weighs nothing and words nothing.

use std::collections::BTreeSet;

use super::days::{DaysMatch, days_match, one_holds_the_other};
use super::features::{Feature, has, hash};
use super::house;
use super::opposites::{are_parts, share_a_name_alone};
use super::run::Run;
use super::veto::{called_otherwise, lacks_a_number, lies_within, names_nearly_alike, names_others};
use super::witness::{Testimony, other_house};
use super::wording;
use crate::flow::{PlaceMatch, Row};

/// Two who count one crowd differ by no more than one in so many, as a rule.
const CLOSE_COUNT: u64 = 10;
/// Head counts of which the greater is so many times the smaller are no two counts of one crowd.
const OTHER_CROWD: u64 = 3;
/// Texts of which the shorter stands in the longer one so far.
pub(super) const TEXT_ALIKE: f32 = 0.5;
/// Texts of which so much of the rarer words is common bear out that it is one event.
const BORNE_OUT: f32 = 0.35;
/// From so many points on texts are a witness by themselves.
pub(super) const TEXT_WITNESS: f32 = 3.0;
/// Titles with this much in common are of one kind.
const TITLE_AKIN: f32 = 0.5;
/// So many particulars show that titles which differ are titles of one event, and of none of its siblings …
const PARTICULARS: usize = 2;
/// … where the titles have little in common and no head count agrees, or they name a part and its umbrella, so many.
const PARTICULARS_OF_STRANGERS: usize = 3;
/// Titles so alike that they need no further witness.
pub(super) const TITLE_ALIKE: f32 = 0.93;
/// What a word says before it is more than any word of a title says.
const WORD_FLOOR: f32 = 0.7;

/// How two rows stand to each other.
#[expect(clippy::struct_excessive_bools, reason = "what was seen of a pair, each for itself")]
pub(super) struct Pair<'a> {
    pub(super) left: &'a Row,
    pub(super) right: &'a Row,
    pub(super) days: DaysMatch,
    pub(super) place: PlaceMatch,
    pub(super) heard: Testimony,
    /// The titles are equal.
    pub(super) equal: bool,
    /// How alike the titles are, words written otherwise included.
    pub(super) likeness: f32,
    /// What the words say that both titles have, written otherwise.
    pub(super) said_otherwise: f32,
    pub(super) house_differs: bool,
    pub(super) called_otherwise: bool,
    /// They name different parts of one umbrella, or one names the umbrella.
    pub(super) parts: bool,
    /// Names of the titles are nearly alike: a slip of the fingers, or other names.
    names_near: bool,
    /// They are no slip of the fingers that is known.
    pub(super) names_doubtful: bool,
    /// Each title has a name that the other has not.
    pub(super) names_others: bool,
    /// One of the titles has a number that the other lacks.
    lacks_a_number: bool,
    /// Particulars that both rows tell, see [`Testimony`]; «joint with» is one more.
    pub(super) particulars: usize,
    /// There are rows enough to know which words are rare.
    large_run: bool,
    /// Their names in quotation marks are all that the titles have in common.
    pub(super) name_alone: bool,
    /// The towns are not understood, and the places differ.
    pub(super) elsewhere: bool,
    /// The days of the one lie within the far longer days of the other, and their titles differ.
    pub(super) within: bool,
    pub(super) joint: bool,
    /// Whether the same countries took part; none where one of the rows names none.
    pub(super) partners: Option<bool>,
    pub(super) same_institution: bool,
}

impl<'a> Pair<'a> {
    pub(super) fn of(run: &Run<'a>, left: usize, right: usize, heard: Testimony) -> Self {
        let compact = (&run.features.rows[left], &run.features.rows[right]);
        let (left, right) = (run.rows[left], run.rows[right]);
        let (likeness, said_otherwise) = words_written_otherwise(run, left, right, compact, &heard);
        let titles = (&left.understood.title, &right.understood.title);
        let near = names_nearly_alike(titles.0, titles.1);
        let joint = run.names(compact.0, compact.1) || run.names(compact.1, compact.0);
        // The same words name the same place.
        let one_place = !compact.0.place().is_empty() && compact.0.place() == compact.1.place();
        let says = |stem: &str| run.features.says_in_places(hash(stem));
        let slip = |one: &str, other: &str| run.features.is_slip_in_places(hash(one), hash(other));
        Self {
            left,
            right,
            days: days_match(left, right, run.form),
            place: left.understood.place_match(&right.understood),
            heard,
            equal: compact.0.key == compact.1.key,
            likeness,
            said_otherwise,
            house_differs: !one_place
                && (other_house(compact.0, compact.1) || house::differs(left, right, run.form, slip)),
            called_otherwise: called_otherwise(titles.0, titles.1),
            names_near: !near.is_empty(),
            names_doubtful: near.iter().any(|(my, their)| !run.is_slip(my, their)),
            names_others: names_others(titles.0, titles.1, &run.home),
            lacks_a_number: lacks_a_number(titles.0, titles.1),
            particulars: heard.particulars + usize::from(joint),
            parts: are_parts(titles.0, titles.1),
            large_run: run.features.is_large(),
            name_alone: share_a_name_alone(titles.0, titles.1),
            elsewhere: !one_place && house::may_be_elsewhere(left, right, run.form, says),
            within: likeness < TITLE_ALIKE && lies_within(left, right),
            joint,
            partners: partners(left, right),
            same_institution: left.institution == right.institution,
        }
    }

    /// Whether the titles are equal, or so alike that they need no further witness.
    pub(super) fn is_titled_alike(&self) -> bool {
        self.equal || self.likeness >= TITLE_ALIKE
    }

    /// How much speaks against one event, veto or not.
    pub(super) fn contradictions(&self) -> usize {
        let totals = self.left.understood.total.zip(self.right.understood.total);
        let crowds = match totals {
            Some((mine, theirs)) if mine.max(theirs) >= OTHER_CROWD.saturating_mul(mine.min(theirs)) => 2,
            Some((mine, theirs)) if !are_close(mine, theirs) => 1,
            _ => 0,
        };
        let strange = if self.heard.text.is_strange() { 2 } else { 0 };
        let within = if self.within { 2 } else { 0 };
        let single =
            [self.house_differs, self.called_otherwise, self.parts, self.elsewhere, self.partners == Some(false)];
        let single = single.into_iter().filter(|holds| *holds).count();
        crowds + strange + within + usize::from(self.are_siblings()) + single
    }

    /// Whether titles differ by a word or two on either side, «… среди юношей» and «… среди девушек», and nothing else bears
    /// out that it is one event.
    pub(super) fn are_siblings(&self) -> bool {
        let title = &self.heard.title;
        let changed =
            title.fewer > title.words && self.likeness < TITLE_ALIKE && title.words >= 2 && self.likeness >= 0.5;
        let text = &self.heard.text;
        let contained = text.rare_contained().or(self.large_run.then_some(text.contained()));
        let told_apart = text.fewer >= 5 && contained.is_some_and(|contained| contained < BORNE_OUT);
        changed && told_apart && !self.heard.same_total && !self.joint
    }

    /// Whether head count, text or «joint with» bear out that it is one event.
    pub(super) fn is_borne_out(&self) -> bool {
        let text = self.heard.text.rare_contained().is_some_and(|contained| contained >= BORNE_OUT);
        self.heard.same_total || text || self.joint || self.is_told_alike()
    }

    /// Whether the particulars leave no room for a sibling.
    pub(super) fn is_told_alike(&self) -> bool {
        self.particulars >= PARTICULARS
    }

    /// Whether it is the same event that both tell of, and not one of two siblings: another event of the same name, on the same
    /// day in the same house shares all but the particulars. Titles that are alike need none, unless they are so but nearly.
    pub(super) fn is_told_from_siblings(&self) -> bool {
        let needed = match self.likeness {
            _ if self.parts => PARTICULARS_OF_STRANGERS,
            likeness if likeness >= TITLE_ALIKE => usize::from(self.names_near || self.lacks_a_number),
            likeness if likeness >= TITLE_AKIN || self.heard.same_total => PARTICULARS,
            _ => PARTICULARS_OF_STRANGERS,
        };
        // Set phrases may look rare: of strangers' texts the better part must agree.
        let stranger = needed == PARTICULARS_OF_STRANGERS && !self.heard.same_total;
        self.particulars >= needed && (!stranger || self.heard.text.rare_contained() >= Some(BORNE_OUT))
    }

    /// Whether the titles may be those of a part and its umbrella, or of two parts of one, and too little says otherwise.
    pub(super) fn may_be_parts(&self) -> bool {
        (self.parts && self.particulars < PARTICULARS_OF_STRANGERS) || (self.name_alone && !self.is_told_alike())
    }

    /// Whether two counted one crowd: the numbers are close, and so much else agrees that nobody would ask whether it is one event,
    /// but only which number is right.
    pub(super) fn is_counted_closely(&self) -> bool {
        let totals = self.left.understood.total.zip(self.right.understood.total);
        let close = totals.is_some_and(|(mine, theirs)| are_close(mine, theirs));
        close && self.days == DaysMatch::Same && self.is_told_alike() && self.contradictions() == 0
    }

    /// Whether one of two clerks gave a part of the days only: so much else agrees that nobody would ask whether it is one event,
    /// but only when it was.
    pub(super) fn is_dated_in_part(&self) -> bool {
        let held = self.days == DaysMatch::Overlap && one_holds_the_other(self.left, self.right);
        held && self.is_titled_alike() && self.is_told_alike() && self.contradictions() == 0
    }

    /// Whether a day that is off by a little is to be asked about: rounds of a league differ in little else.
    pub(super) fn may_be_misdated(&self) -> bool {
        let text = self.heard.text.contained() >= TEXT_ALIKE && self.heard.text.words >= 5;
        let alike = self.is_titled_alike() && (self.heard.same_total || text);
        let told_alike = self.likeness >= TITLE_AKIN && self.is_told_alike();
        (alike || told_alike) && self.contradictions() == 0 && !self.same_institution
    }

    /// Whether both are called the same in quotation marks, on the same days in the same house: two bodies that tell of one
    /// event in quite different texts, with other head counts, are still to be asked.
    pub(super) fn is_called_the_same(&self) -> bool {
        let (mine, theirs) = (&self.left.understood.title.quoted, &self.right.understood.title.quoted);
        let named = !mine.is_empty() && mine == theirs && !self.name_alone && !self.parts;
        named && self.days == DaysMatch::Same && self.house_agrees() && !self.same_institution
    }

    /// Whether the same house is named, be its town understood or not.
    pub(super) fn house_agrees(&self) -> bool {
        self.heard.house.words > 0 && !self.elsewhere && !self.house_differs
    }
}

/// Whether two numbers may be counts of one crowd.
fn are_close(mine: u64, theirs: u64) -> bool {
    mine.abs_diff(theirs).saturating_mul(CLOSE_COUNT) <= mine.max(theirs)
}

/// How alike titles are where words written otherwise count nearly as the same words, and what these words say.
fn words_written_otherwise(
    run: &Run<'_>,
    left: &Row,
    right: &Row,
    compact: (&Feature, &Feature),
    heard: &Testimony,
) -> (f32, f32) {
    let (mine, theirs) = (lonely(left, compact.1), lonely(right, compact.0));
    let (mut common, mut says) = (0.0, 0.0);
    for (at, other, _) in wording::pairs(&mine, &theirs, |one, other| run.is_slip(one, other)) {
        let said = |stem: &str, row: &Feature| {
            let id = hash(stem);
            row.title().iter().find(|word| word.id == id).map_or(0.0, |word| word.says)
        };
        let less = said(mine[at], compact.0).min(said(theirs[other], compact.1));
        common += 1.0 + less;
        says += (less - WORD_FLOOR).max(0.0);
    }
    let title = &heard.title;
    ((2.0 * (title.shared + common) / (title.left + title.right).max(1.0)).min(1.0), says)
}

/// The stems that only this title has.
fn lonely<'r>(row: &'r Row, other: &Feature) -> Vec<&'r str> {
    let stems = row.understood.title.stems.iter().map(String::as_str);
    let mut lonely: Vec<&str> = stems.filter(|stem| !has(other.title(), hash(stem))).collect();
    lonely.sort_unstable();
    lonely.dedup();
    lonely
}

fn partners(left: &Row, right: &Row) -> Option<bool> {
    let of =
        |row: &Row| -> BTreeSet<&'static str> { row.understood.partners.iter().map(|country| country.code).collect() };
    let (mine, theirs) = (of(left), of(right));
    match (mine.is_empty() || theirs.is_empty(), mine == theirs, mine.is_disjoint(&theirs)) {
        (true, ..) => None,
        (_, true, _) => Some(true),
        (_, _, true) => Some(false),
        _ => None,
    }
}
