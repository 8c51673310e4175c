//! The links of made-up rows with a known truth: the quick part of `cargo bench --bench linking`.

#[path = "../benches/linking/score.rs"]
#[allow(dead_code, reason = "the bench tells more figures than the test")]
mod score;
#[path = "../benches/linking/synthetic/mod.rs"]
#[allow(dead_code, reason = "the bench tells more figures than the test")]
pub(crate) mod synthetic;

use proptest::prelude::*;
use score::Score;
use svod::flow::{Links, Row, Verdicts};
use svod::link;
use synthetic::{Told, Understanding, Variation, Words};

/// Rows of made-up institutions, as link is given them.
struct Run {
    told: Vec<Told>,
    rows: Vec<(usize, Row)>,
}

impl Run {
    fn of(rows: usize, words: Words, seed: u64) -> Self {
        let told = synthetic::tell(rows, words, seed);
        let rows = Understanding::new(&synthetic::register(rows), words).rows(&told);
        Self { told, rows }
    }

    fn links(&self) -> Links {
        self.links_of(&self.rows.iter().map(|(_, row)| row).collect::<Vec<_>>())
    }

    fn links_of(&self, rows: &[&Row]) -> Links {
        link::link(rows, &synthetic::form(), &synthetic::register(self.told.len()), &Verdicts::default())
    }
}

#[track_caller]
fn assert_good(words: Words) {
    let run = Run::of(1500, words, 7);
    let score = Score::of(&run.links(), &run.rows, &run.told);
    assert_eq!(score.wrongly_joined, 0, "{:?}", score.wrong);
    assert!(score.pairs.recall() > 0.86, "{}", score.pairs.recall());
    assert!(score.pairs.recall_with_questions() > 0.99, "{}", score.pairs.recall_with_questions());
    assert!(score.per_hundred(score.idle) < 3.0, "{}", score.per_hundred(score.idle));
    let independent = score.by_variation[&Variation::Independent];
    assert!(independent.recall() > 0.6, "two clerks: {}", independent.recall());
}

#[test]
fn russian_rows_are_joined_without_a_mistake() {
    assert_good(Words::Russian);
}

#[test]
fn english_rows_are_joined_without_a_mistake() {
    assert_good(Words::English);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn neither_the_order_of_rows_nor_the_number_of_threads_changes_a_link(
        seed in 0_u64..1000,
        keys in proptest::collection::vec(any::<u32>(), 260),
        threads in 1_usize..5,
    ) {
        let run = Run::of(250, Words::Russian, seed);
        let links = run.links();
        let mut shuffled: Vec<(u32, &Row)> = keys.into_iter().zip(run.rows.iter().map(|(_, row)| row)).collect();
        prop_assert_eq!(shuffled.len(), run.rows.len());
        shuffled.sort_by_key(|(key, _)| *key);
        let rows: Vec<&Row> = shuffled.into_iter().map(|(_, row)| row).collect();
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        prop_assert_eq!(pool.install(|| run.links_of(&rows)), links);
    }
}

#[test]
fn the_same_seed_tells_the_same_rows() {
    let titles =
        || synthetic::tell(200, Words::English, 5).into_iter().map(|told| told.report.title).collect::<Vec<_>>();
    assert_eq!(titles(), titles());
}
