//! The one place where text is cleaned: Unicode, white space, dashes, marks that other programs leave.
