sheet-title = Title
sheet-table = Events
sheet-dictionaries = Dictionaries
sheet-guide = How to fill in

# Yes and no in cells.
template-yes-no = Yes or no
template-yes = yes
template-no = no

# Title sheet
template-caption = Report for { $period }
template-caption-until = Report for { $period }. To be sent by { $day }
template-title-advice = Fill in the blue cells on this sheet and the table on the sheet “{ $table }”. For details and an example see the sheet “{ $guide }”.
template-state-ready = The file is complete and can be sent.
template-state-blank = The file is still empty: enter your data on the sheet “{ $table }”.
template-state-blank-nil = The file is still empty: enter your data on the sheet “{ $table }”, or choose “yes” in the line “{ $nil }”.
template-state-open = Not ready to send. Required cells still empty: { $missing }. Contradictions: { $wrong }.
template-state-unnamed = First choose your institution in the line “{ $name }”.
template-state-another = Another institution is chosen: see “Whose data these are” at the foot of this sheet.
template-check = Check of the file (automatic)
template-check-rows = Rows filled in
template-check-rows-help = A row counts as soon as there is a value in it.
template-check-title = Still empty on this sheet
template-check-title-help = Required cells with an asterisk; an empty table without the mark that there is nothing to report.
template-check-table = Still empty in the table
template-check-table-help = Required cells of rows that were begun. They are yellow in the table.
template-check-wrong = Contradictions
template-check-wrong-help = For example, an end before its start, or a day outside the period. Such cells are pink.
template-check-whose = Whose data these are
template-check-whose-nobody = No institution is chosen.
template-check-whose-another = This workbook was made for { $own }. Now it speaks for another institution: { $name }. The coordinator will be told; where there is another file of the chosen institution already, the coordinator is asked which one is right.
template-footer = &L{ $institution }. { $period }&RPage &P of &N

# Table
template-table-advice = One entry a row. Fields with an asterisk are required. A yellow cell waits to be filled in, a pink one contradicts another.
template-dictionaries-advice = The drop-down lists on the sheet “{ $table }” and on the title sheet offer these values. Nothing is to be filled in here.

# Refusals and hints
template-refused = This cannot stand here
template-refuse-list = Choose a value from the drop-down list. All values are on the sheet “{ $sheet }”.
template-refuse-name = There is no such institution in the list. Choose yours from the list; if it is not there, tell the coordinator.
template-refuse-yes-no = Choose “yes” or “no”.
template-refuse-integer = A whole number is needed, without words or spaces. Leave the cell empty if there is none.
template-refuse-between = A whole number from { $low } to { $high } is needed, without words. Leave the cell empty if there is none.
template-refuse-number = A number is needed, without words. Leave the cell empty if there is none.
template-refuse-date = A date such as { $first } is needed (day, month, year).
template-refuse-start = A date (day, month, year) not after { $last } is needed: the last day of the period.
template-refuse-end = A date (day, month, year) not before { $first } is needed: the first day of the period.
template-refuse-length = The text takes { $least } to { $most } { $most ->
    [one] character
   *[other] characters
}, spaces included.
template-refuse-long = The text is too long: { $most } { $most ->
    [one] character fits
   *[other] characters fit
}, spaces included. Please shorten it.

# The name of an institution that can be chosen, and the file name of the template for all
template-name-common = Choose your institution: the arrow on the right, or Alt+Down. Begin to type its name, and LibreOffice and newer Excel show what fits.
template-name-own = Filled in beforehand. If this file has reached the wrong institution, choose yours from the list: the arrow on the right, or Alt+Down.
template-common-file = Template for { $period }

# Guide
template-guide-title = On the sheet “{ $title }” fill in the blue cells. The institution and the period are filled in beforehand and cannot be changed.
template-guide-title-own = On the sheet “{ $title }” fill in the blue cells. The institution and the period are filled in beforehand. If the file has reached the wrong institution, choose yours in the line “{ $name }”; the period cannot be changed.
template-guide-title-common = On the sheet “{ $title }” choose your institution in the line “{ $name }” first: without it nobody can tell whose data these are. Then fill in the other blue cells. The period is filled in beforehand and cannot be changed.
template-guide-table = Enter your data on the sheet “{ $table }”: one entry a row. Fields with an asterisk are required. Better leave no empty rows between entries.
template-guide-lists = Where a cell has an arrow, choose from its list. All lists stand on the sheet “{ $dictionaries }”. Write dates as day.month.year, counts as a number without words.
template-guide-paste = Paste text from a letter or another file with “Paste special” as text (values): plain pasting wipes out drop-down lists and checks. A new line within a cell is Alt+Enter.
template-guide-more = If the rows do not suffice, insert new ones between them. Do not add, delete or rename columns and sheets. Cells that are not for filling in are protected, without a password.
template-guide-nil = If there is nothing to enter, choose “yes” in the line “{ $nil }” on the sheet “{ $title }” and send the file all the same: silence does not count as a report.
template-guide-send = When “The file is complete” appears at the top of the sheet “{ $title }”, save the workbook in the same format and send it in reply to the letter. The file may be renamed.
template-guide-colours = What the colours mean
template-colour-input = Blue cell
template-colour-input-help = You fill it in. On the sheet with the table all rows under the heading are open.
template-colour-missing = Yellow cell
template-colour-missing-help = A required field is still empty.
template-colour-wrong = Pink cell
template-colour-wrong-help = Values contradict each other or the period: check the marked cells of the row.
template-guide-field = Field
template-guide-kind = What to enter
template-guide-how = How to fill in
template-guide-example = Example
template-guide-sheet = Sheet “{ $sheet }”
template-kind-given = Filled in beforehand
template-kind-list = A value from the list
template-kind-boolean = Yes or no
template-kind-date = A date
template-kind-integer = A whole number
template-kind-number = A number
template-kind-text = Text
template-kind-text-limited = Text, up to { $most } { $most ->
    [one] character
   *[other] characters
}

# Register of institutions
register-sheet = Institutions
register-code = Code
register-name = Full name
register-short_name = Short name
register-email = E-mail
register-contact = Contact
register-lang = Language
register-since = Reports from
register-until = Reports until
register-code-help = A short mark of the institution that never changes: Latin letters, digits and hyphens. Files are known by it.
register-name-help = The name in full, as it is to be printed.
register-short_name-help = The name in file names and tables. If empty, the full name is taken.
register-email-help = The address that the template is sent to. Several addresses are separated by commas.
register-contact-help = Whom to ask: post, name, office phone.
register-lang-help = Language of the template: ru for Russian, en for English. If empty, Russian.
register-since-help = The first day from which the institution reports. If empty, always.
register-until-help = The last day up to which the institution reports. If empty, without end.
register-refuse-code = This code is taken. Each institution has its own.
register-refuse-lang = Choose ru or en.
register-refuse-date = A date such as 01.01.2024 is needed (day, month, year).
register-footer = &RPage &P of &N
# The correction workbook
remarks-sheet = Remarks
remarks-file-name = to be corrected
remarks-advice = Correct the coloured cells (each place is a link to its cell) and send this workbook as a reply to the letter: it takes the place of the former file as a whole. Every coloured cell has the same remark as a note. Nothing is to be filled in on this sheet.
remarks-number = No.
remarks-place = Where
remarks-field = Field
remarks-written = What stands there
remarks-message = What is wrong and how to mend it
remarks-empty = (empty)
remarks-file = The file as a whole
remarks-wrong = To be corrected
remarks-doubtful = Please check whether we understood this. If so, nothing is to be changed

