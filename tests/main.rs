//! The one integration binary: a module for each subject.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "a test says what is wrong by failing"
)]

mod archives;
mod architecture;
mod brief;
mod campaign;
mod cel;
mod circle;
mod commands;
mod common_template;
mod corrections;
mod decisions;
mod demo;
mod documents;
mod editions;
mod fetching;
mod figures;
mod held;
mod hostile;
mod interrupted;
mod linking;
mod mishaps;
mod only_copy;
mod own_workbooks;
mod package;
mod page;
mod pdf;
mod periods;
mod post;
mod phrases;
mod plurals;
mod printed;
mod publishing;
mod quarter;
mod reading_page;
mod reminders;
mod samples;
mod scenarios;
mod seed;
mod sending;
mod sums;
mod valid;
mod wild;
mod word;
