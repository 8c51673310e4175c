# The data package: tables for programs.

package-told = The entries of the report, the sources of every value, and the answers of the institutions. An empty cell means that there is no value. A text that begins with =, +, -, @ or a tab has an apostrophe before it, so that no spreadsheet takes it for a formula: take that apostrophe off. The exact texts stand in events.json.
package-events = Entries of the report
package-events-told = A row for each entry, in the order of the report. First the fields of the form, then what was understood of the text.
package-sources = Sources of the values
package-sources-told = Every value that the institutions sent: from which file, sheet and cell.
package-institutions = Answers of the institutions
package-institutions-told = A row for each institution: whether it answered, when, and what became of its rows.
package-dates = Dates as in the report
package-precision = Understood: precision of the dates
package-address = Understood: web address
package-country-code = ISO 3166-1 code; one that begins with X- is for what the standard does not list.
package-country-codes = ISO 3166-1 codes, set apart by spaces.
package-institution-codes = Codes of institutions, set apart by spaces; the first is the one whose entry leads.
package-carried-from = Runs on from the period
package-fingerprint = Fingerprint of the file
package-sheet = Sheet
package-code = Code of the institution
package-in-time = Received in time
package-corrected-by = Corrected by
package-corrected-on = Day of the correction
