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
mod campaign;
mod commands;
mod corrections;
mod decisions;
mod documents;
mod hostile;
mod interrupted;
mod linking;
mod mishaps;
mod package;
mod page;
mod periods;
mod phrases;
mod quarter;
mod reading_page;
mod samples;
mod scenarios;
mod seed;
mod valid;
mod wild;
mod word;
