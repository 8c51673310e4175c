//! English events in other words, which no figure was tuned on.

use super::{Kind, Lexicon};

const INTERNATIONAL: &str = "International";

pub(crate) const ENGLISH_HELD_OUT: Lexicon = Lexicon {
    russian: false,
    kinds: &[
        Kind {
            words: &[("championship", "championship"), ("finals", "finals"), ("title games", "title games")],
            international: INTERNATIONAL,
        },
        Kind {
            words: &[("congress", "congress"), ("symposium", "symposium"), ("learned gathering", "learned gathering")],
            international: INTERNATIONAL,
        },
        Kind {
            words: &[("regatta", "regatta"), ("race", "race"), ("boat meeting", "boat meeting")],
            international: INTERNATIONAL,
        },
        Kind {
            words: &[
                ("trade mission", "trade mission"),
                ("business trip", "business trip"),
                ("visit of companies", "visit of companies"),
            ],
            international: INTERNATIONAL,
        },
        Kind {
            words: &[("webinar", "webinar"), ("online lesson", "online lesson"), ("remote class", "remote class")],
            international: INTERNATIONAL,
        },
        Kind {
            words: &[
                ("book launch", "book launch"),
                ("presentation", "presentation"),
                ("author evening", "author evening"),
            ],
            international: INTERNATIONAL,
        },
        Kind {
            words: &[("carnival", "carnival"), ("parade", "parade"), ("street party", "street party")],
            international: INTERNATIONAL,
        },
        Kind {
            words: &[
                ("hackathon", "hackathon"),
                ("coding sprint", "coding sprint"),
                ("developer games", "developer games"),
            ],
            international: INTERNATIONAL,
        },
    ],
    topics: &[
        &["of rowers", "in kayaking", "for canoe crews"],
        &["of blacksmiths", "on artistic forging", "for metal masters"],
        &["of surgeons", "on surgery", "for operating teams"],
        &["of jazz", "on improvisation", "for swing bands"],
        &["of machine builders", "on lathes", "for toolmakers"],
        &["on stained glass", "of glaziers", "for window artists"],
        &["of cheesemakers", "on cheese", "for creameries"],
        &["of astronomers", "on stargazing", "for telescope owners"],
        &["on maps", "of cartographers", "for surveyors"],
        &["in fencing", "of swordsmen", "for foil and sabre"],
        &["on railways", "of train crews", "for rail engineers"],
        &["of translators", "on literary translation", "for interpreters"],
    ],
    name_heads: &[
        "Facets", "Orbit", "Beacon", "Anchor", "Dialogue", "Pulse", "Prism", "Breeze", "Compass", "Spark", "Dome",
        "Harbour",
    ],
    name_tails: &[
        "of Epochs",
        "of the Ocean",
        "of the Steppe",
        "of Knowledge",
        "of Victory",
        "of Thought",
        "of Motion",
        "of Continents",
        "of Courage",
        "of Talents",
        "of Speed",
        "of Light",
    ],
    towns: &[
        ("Kazan", "Kazan", "Russia"),
        ("Samara", "the city of Samara", "Russia"),
        ("Grodno", "Grodno", "Belarus"),
        ("Tashkent", "Tashkent", "Uzbekistan"),
        ("Ankara", "Ankara", "Turkey"),
    ],
    syllables: [
        &["Ash", "Birch", "Crow", "Dray", "Ever", "Fox", "Glen", "Hazel", "Iron", "Kel", "Lark", "Moss"],
        &["a", "ar", "e", "ick", "on", "ber", "low", "ther"],
        &["field", "gate", "haven", "leigh", "minster", "pool", "thorpe", "wood"],
        &["by", "croft", "dale", "gard", "hurst", "lock", "ridge", "stone"],
    ],
    houses: &[
        ("{} Ice Arena", "{} rink"),
        ("{} Philharmonic", "the {} orchestra hall"),
        ("{} Technology Park", "tech park {}"),
        ("{} Gallery", "art gallery {}"),
        ("{} Congress Centre", "{} CC"),
        ("{} Manor", "the manor {}"),
    ],
    bodies: &[
        ("{} Academy", "academy of {}"),
        ("{} Laboratory", "lab {}"),
        ("{} Press", "publisher {}"),
        ("{} Association", "assoc. {}"),
        ("{} Yacht Club", "club {}"),
    ],
    countries: &["Belarus", "Serbia", "Iran", "Egypt", "Georgia", "Brazil", "Algeria", "Indonesia"],
    facts: &[
        &["{person} sat on the jury.", "The expert was {person}.", "Entrants were judged by {person}."],
        &["There were {number} starts.", "In total {number} bouts were held.", "They held {number} heats."],
        &["{person} summed up.", "The closing words were {person}'s.", "Results were announced by {person}."],
        &["The next host is {body}.", "{body} will receive all next time.", "The baton went to {body}."],
        &["Equipment came from {body}.", "{body} lent the gear.", "Technical help: {body}."],
        &["Lessons were taught by {person}.", "{person} led the classes.", "The mentor was {person}."],
        &["It concerned the practice {topic}.", "The subject was work {topic}.", "They shared experience {topic}."],
        &["Reviews were kind.", "Everybody was pleased.", "Hosts were thanked."],
    ],
    additions: &[" marking the town's jubilee", " with international attendance", " during Friendship Week"],
    leads: &["Participation in the", "Taking part in the"],
    short: &[("International", "Int."), ("championship", "champ."), ("presentation", "pres."), ("symposium", "symp.")],
    groups: &["in the men's class", "in the women's class", "in the team class", "for novices", "for masters"],
    parts: &["Formal opening", "Prize giving", "Outdoor session", "Demonstration", "Town walk"],
    within: "during the",
    delegation: ["Participation of the delegation of", "County in the"],
    months: ["January", "February", "March"],
    section: "Culture and tourism",
};
