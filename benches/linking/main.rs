//! Measures the links of made-up rows: `cargo bench --bench linking -- [rows] [words] [--seed N] [--show] [--csv FILE]`.
//!
//! Without `words` every vocabulary is measured in turn. `--show` prints some of the pairs that went wrong; `--csv` writes the
//! rows and their truth for another program to link.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a measurement says what is wrong by failing"
)]

mod export;
mod score;
mod synthetic;

use std::time::Instant;

use score::{Score, f1, share};
use svod::flow::{Row, Verdicts};
use svod::link;
use synthetic::{Told, Understanding, Words};

/// What is asked for.
struct Wish {
    rows: usize,
    words: Vec<Words>,
    seed: u64,
    show: bool,
    csv: Option<String>,
}

fn main() {
    let wish = wish();
    println!(
        "rows,words,precision,recall,f1,recall+asked,f1+asked,questions/100,idle/100,blocking recall,pairs,seconds,CPU seconds,MiB rows,MiB peak"
    );
    for words in &wish.words {
        measure(&wish, *words);
    }
}

fn wish() -> Wish {
    let mut wish = Wish { rows: 1000, words: Vec::new(), seed: 1, show: false, csv: None };
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--bench" => {}
            "--show" => wish.show = true,
            "--seed" => wish.seed = args.next().unwrap().parse().unwrap(),
            "--csv" => wish.csv = args.next(),
            rows if rows.starts_with(|c: char| c.is_ascii_digit()) => {
                wish.rows = rows.replace('_', "").parse().unwrap();
            }
            name => wish.words.extend(Words::ALL.iter().filter(|words| words.name() == name)),
        }
    }
    if wish.words.is_empty() {
        wish.words = Words::ALL.to_vec();
    }
    wish
}

fn measure(wish: &Wish, words: Words) {
    let told = synthetic::tell(wish.rows, words, wish.seed);
    if let Some(path) = &wish.csv {
        export::write(path, &told);
    }
    let register = synthetic::register(wish.rows);
    let rows = Understanding::new(&register, words).rows(&told);
    let form = synthetic::form();
    let references: Vec<&Row> = rows.iter().map(|(_, row)| row).collect();
    let before = memory("VmRSS");
    let (begin, busy) = (Instant::now(), cpu_seconds());
    let links = link::link(&references, &form, &register, &Verdicts::default());
    let (seconds, busy) = (begin.elapsed().as_secs_f64(), cpu_seconds() - busy);
    let peak = memory("VmHWM");
    let score = Score::of(&links, &rows, &told);
    let (met, pairs) = blocking(&rows, &told, &link::compared(&references, &form, &register));
    let (auto, all) = (score.pairs.recall(), score.pairs.recall_with_questions());
    println!(
        "{},{},{:.5},{auto:.4},{:.4},{all:.4},{:.4},{:.2},{:.2},{met:.4},{pairs},{seconds:.2},{busy:.2},{before},{peak}",
        score.rows,
        words.name(),
        score.precision(),
        f1(score.precision(), auto),
        f1(score.precision_with_questions(), all),
        score.per_hundred(score.questions),
        score.per_hundred(score.idle),
    );
    for (variation, found) in &score.by_variation {
        println!(
            "    {variation:?}: {:.3} joined, {:.3} with questions, of {}",
            found.recall(),
            found.recall_with_questions(),
            found.true_pairs
        );
    }
    for (sibling, (joined, idle)) in &score.by_sibling {
        println!(
            "    {}: {joined} wrongly joined, {idle} idly asked",
            sibling.map_or("unrelated".to_owned(), |kind| format!("{kind:?}"))
        );
    }
    if wish.show {
        show("WRONG", &score.wrong, &rows, &told);
        show("IDLE", &score.idly_asked, &rows, &told);
        show("MISSED", &score.missed, &rows, &told);
        show("ONLY ASKED", &score.only_asked, &rows, &told);
    }
}

/// The share of true pairs that were compared at all, and how many pairs were compared.
fn blocking(
    rows: &[(usize, Row)],
    told: &[Told],
    compared: &[(&svod::flow::RowId, &svod::flow::RowId)],
) -> (f64, usize) {
    let event: std::collections::HashMap<_, _> = rows.iter().map(|(at, row)| (&row.id, told[*at].event)).collect();
    let met = compared.iter().filter(|(left, right)| event[left] == event[right]).count();
    let mut reports = std::collections::BTreeMap::<u32, usize>::new();
    for (at, _) in rows {
        *reports.entry(told[*at].event).or_default() += 1;
    }
    (share(met, reports.values().map(|n| n * (n - 1) / 2).sum()), compared.len())
}

fn show(what: &str, pairs: &[(usize, usize)], rows: &[(usize, Row)], told: &[Told]) {
    println!("{what}: {}", pairs.len());
    let form = synthetic::form();
    let row = |at: usize| &rows[rows.binary_search_by_key(&at, |(at, _)| *at).unwrap()].1;
    let step = (pairs.len() / 12).max(1);
    for (left, right) in pairs.iter().step_by(step) {
        let comparison = link::compare(row(*left), row(*right), &form);
        for at in [left, right] {
            let Told { variation, sibling, report, .. } = &told[*at];
            println!("  {at} {variation:?} {sibling:?} {report:?}");
        }
        let said: Vec<String> = comparison.reasons.iter().map(|said| said.text(svod::words::Language::En)).collect();
        println!("    -> {:.3} {}", comparison.score, said.join("; "));
    }
}

/// What all threads of the process have computed so far; zero where the system does not tell. Linux counts in hundredths.
fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace().skip(11).take(2);
    fields.filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// A figure of the process's memory, in MiB; zero where the system does not tell.
fn memory(which: &str) -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with(which)).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kib| kib.parse::<usize>().ok()).unwrap_or_default() / 1024
}
