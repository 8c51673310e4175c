//! svod turns a folder of returned workbooks into one consolidated workbook and the report that is signed.
//!
//! Read the modules in the order in which they stand: it is the flow.
//!
//! A [`form`] says what is asked. From it follows a [`layout`], from that the [`template`] that every institution of
//! the [`register`] is sent ([`deliver`] writes the letters). What comes back is [`collect`]ed, [`read`], [`check`]ed against the form, [`link`]ed row
//! with row ([`decide`] knows what people said before), [`merge`]d and [`publish`]ed. Every value carries its [`record::Origin`] to the very end; whatever is
//! wrong with the data is a [`finding`].
//!
//! The rooms never call each other: [`pipeline`] alone hands the parcels of [`flow`] from one to the next. Files and
//! the clock are behind [`outside`], the memory of what was received behind [`ledger`].

// Ground floor: nouns, in import order.
pub mod words;
pub mod record;
pub mod finding;
pub mod phrase;
pub mod form;
pub mod register;
pub mod layout;
pub mod flow;
pub mod style;
// Rooms: verbs.
pub mod template;
pub mod deliver;
pub mod collect;
pub mod read;
pub mod check;
pub mod decide;
pub mod link;
pub mod merge;
pub mod publish;
// Services.
pub mod ledger;
pub mod outside;
pub mod pipeline;
