//! The one integration binary: a module for each subject.

mod architecture;
mod campaign;
mod commands;
mod interrupted;
mod mishaps;
mod quarter;
mod samples;
mod seed;
mod valid;
