# Findings: what is wrong, how it was understood, how to mend it. Three messages for each code: the finding itself
# (finding-CODE), its title in a few words (-title) and the explanation of the reference (-explain).
#
# $field is a field's label, $value what stands in the cell, $understood how it was understood, $expected what it should
# have been, $name a file, a sheet or an institution, $first and $last the bounds of the period, $count how many, or a row's number on
# its sheet, $hint a ready sentence of advice or an empty string.

severity-error = error
severity-warning = warning
severity-note = note

severity-error-count = { $n } { $n ->
    [one] error
   *[other] errors
}
severity-warning-count = { $n } { $n ->
    [one] warning
   *[other] warnings
}

finding-coordinator = the coordinator

finding-hint = { " " }Did you mean “{ $understood }”?
finding-hint-list = { " " }Choose a value from the list.
finding-hint-nil = { " " }The file says that there is nothing to report.
finding-hint-dates = { " " }Either “{ $field }” or “{ $other }” is enough.

expects-integer = a whole number
expects-number = a number
expects-date = one day, such as 05.03.2024
expects-boolean = yes or no
expects-max-length = { $count ->
    [one] at most { $count } character
   *[other] at most { $count } characters
} (now { $actual })
expects-min-length = { $count ->
    [one] at least { $count } character
   *[other] at least { $count } characters
} (now { $actual })
expects-minimum = { $bound } or more
expects-maximum = { $bound } or less
expects-pattern = the form shown in the field's example
expects-pattern-example = something like “{ $example }”

personal-passport = a passport number
personal-snils = a social insurance number
personal-phone = a mobile phone number
personal-birth = a date of birth
personal-email = a private e-mail address

group-F = The file as a whole
group-L = The layout of the table
group-V = The value of a cell
group-T = The title sheet
group-R = The fields of a row
group-D = Dates
group-P = Places
group-U = Head counts
group-C = Content
group-X = Repeats
group-M = Merging rows
group-Q = People's decisions
group-K = The coordinator's corrections
group-G = The register of institutions
group-H = Published editions

document-title = Findings
document-intro = Everything that svod can find wrong or doubtful. An error keeps a row or a file out, a warning asks for a second look while the row is taken, a note asks for nothing. This file is made from the catalogue of codes and is kept fresh by a test: do not edit it by hand.
document-code = Code
document-severity = Severity

## F: the file as a whole

finding-F01 = The file “{ $name }” is not the template: the table to be filled in was not found. Copy your entries into the template that you were sent and return that.
finding-F01-title = Not the template
finding-F01-explain = No sheet of the file holds a table with the columns of the form. It happens when an institution sends a table of its own, last year's report or another document. The institution copies its entries into the current template and sends it again; until then it counts as not having answered.

finding-F02 = The file is an old version of the template ({ $value }); the current one is { $expected }. The entries were taken; please use the new template next time.
finding-F02-title = Old version of the template
finding-F02-explain = The hidden sheet names a version of the form that has been replaced. Columns that still exist were read; new ones are empty. If a required column is among those, it is named in a finding of its own. The institution completes the rows or moves to the new template.

finding-F03 = The file “{ $name }” cannot be opened: { $value }.
finding-F03-title = The file cannot be read
finding-F03-explain = The file was damaged on its way, cut short, locked by a password, or is a workbook in name only. Check that it opens on your computer, remove the password, save it as an Excel workbook (XLSX) and send it again. The file that was received is kept unchanged.

finding-F04 = The file “{ $name }” is empty. It may not have been saved or uploaded completely; please send it again.
finding-F04-title = Empty file
finding-F04-explain = The file has no bytes or no sheets. Usually saving or uploading was interrupted. The institution checks its own copy and sends it again.

finding-F05 = The file “{ $name }” was received before; the second copy is not counted. If you meant to send a correction, check that you sent the right file.
finding-F05-title = The same file again
finding-F05-explain = The contents are the same as those of a file received before, to the last byte, though the name may differ. The rows are not counted twice. If the old file was sent instead of the corrected one, the institution sends the corrected one.

finding-F06 = A newer file of the same institution counts: “{ $name }”. Nothing needs to be done.
finding-F06-title = Replaced by a newer file
finding-F06-explain = One institution sent several files for one period. The last usable one counts; the earlier ones are kept but are not in the result. If an earlier one should count, send it again as the last.

finding-F07 = The file “{ $name }” is not a spreadsheet: { $value }. Send the filled-in template as XLSX, XLS or ODS; CSV and a table in a Word document (DOCX) are read, too.
finding-F07-title = A format that is not read
finding-F07-explain = A scan, a picture, a PDF, text without a table or an archive without workbooks came instead of a workbook. Nothing can be read from those with certainty, so the institution fills in the template and sends it as a workbook. Tables in Word documents (DOCX), CSV, web pages with a table, ZIP archives and letters with attachments are read, too.

finding-F08 = The file “{ $name }” is too large: { $value }. Remove needless sheets, pictures and empty rows, save the file and send it again.
finding-F08-title = The file is too large
finding-F08-explain = The size of the file or the number of its sheets or cells is beyond the limits. Mostly pictures are to blame, or formatting stretched over a million rows. The surest cure is to copy the rows into a clean template. If there really is that much, the coordinator raises the limits in the settings.

finding-F09 = The file “{ $name }” contains macros. They were not run; the entries were read. Nothing needs to be done.
finding-F09-title = The file contains macros
finding-F09-explain = svod reads values of cells only and never runs macros. If the template had none, the coordinator may want to ask the institution where they came from.

finding-F10 = The stored file “{ $name }” is gone, or was changed after it was taken. Its rows are left out. Drop the same file that the institution sent into the inbox: svod puts it back.
finding-F10-title = The stored file is gone or was changed
finding-F10-explain = The files that were taken lie unaltered in the folder originals: the workbook is made from them each time. svod compares each with the fingerprint taken when it came. A file that was deleted or saved over cannot be trusted, and the institution counts as one that has not answered. Drop the same file into the inbox, from the institution's letter or from a backup: svod knows it by its fingerprint and puts it back under its number. The changed file is not lost, it is moved into the folder damaged.

finding-F11 = The file "{ $name }" takes values from other files ({ $value }). They were not opened: what the file itself stores was taken. Paste the values in their place.
finding-F11-title = Values come from other files
finding-F11-explain = Formulas of the workbook point to other files or to an address on the network. svod opens none of them; it takes the values that were stored when the institution last saved the file, and they may be out of date. The institution breaks the links (paste as values) and sends the file again.

finding-F12 = The file "{ $name }" counts its dates from 1904. That was taken into account; check that no date is four years off.
finding-F12-title = Dates count from 1904
finding-F12-explain = Old Excel for the Macintosh counted days from 1904, and svod allows for it. But cells that were pasted from an ordinary file are four years and a day off within the file already. The institution checks the dates and moves the data to the template that it was sent.

finding-F13 = { $count ->
    [one] { $count } attached file was taken
   *[other] { $count } attached files were taken
} from “{ $name }”.{ $hint }
finding-F13-title = An archive or a letter was opened
finding-F13-explain = The archive or letter is kept unaltered, and each workbook in it was taken as a file of its own. Attachments of other kinds, such as pictures and texts, stay inside and are not used. Nothing needs to be done.

finding-F14 = The file “{ $name }” does not say in which encoding its text is; it was read as { $value }. If the letters are right, there is nothing to do.
finding-F14-title = The encoding was guessed
finding-F14-explain = Text files (CSV, web pages) do not always say which bytes stand for which letters. svod finds it out from the text and is hardly ever wrong, but have a look: a wrong encoding is plain to see, for random letters stand in the place of words. The institution then saves the table as XLSX.

## L: the layout of the table

finding-F15 = The letter “{ $name }” came from { $value }, an address that the register does not hold; its files were taken. Check who sent it.
finding-F15-title = A letter from an unknown address
finding-F15-explain = Whose a file is, is told by the file itself and not by the sender's address: people often write from another mailbox. So the files are taken as usual, and the address is named for the coordinator to check. If it is right, add it to the register after a comma.

finding-L01 = The column “{ $field }” was recognised by its heading “{ $value }”. Nothing needs to be done.
finding-L01-title = Column recognised by another heading
finding-L01-explain = The heading was changed or the column stands elsewhere, but it is clear which field is meant. The values were read. The note is there so that it can be seen where they came from.

finding-L02 = The form has no column “{ $value }”; its values are not in the result. If they matter, move them into columns of the template.
finding-L02-title = Unknown column
finding-L02-explain = The institution added a column of its own and filled it in. The form does not know what to do with it, so its values stay in the original file only. What matters the institution moves into a fitting column, such as the note.

finding-L03 = The required column “{ $field }” is missing from the table. Put it back, fill it in and send the file again.
finding-L03-title = Required column missing
finding-L03-explain = The column was deleted, or renamed so that it cannot be recognised. Without it the rows of the file wait and are not in the result. The institution restores the column with its heading, or copies the rows into a clean template.

finding-L04 = { $count ->
    [one] { $count } hidden row or column holds
   *[other] { $count } hidden rows or columns hold
} values. They were taken; delete them if they should not be there.
finding-L04-title = Hidden rows or columns
finding-L04-explain = Rows hidden by hand or by a filter are read like all others, so that nothing is lost. Sometimes they are last year's rows or drafts. The institution removes the filter, shows all rows and deletes what does not belong.

finding-L05 = More than one column stands for the field “{ $field }”: { $value }. Keep one of them and send the file again.
finding-L05-title = Two columns for one field
finding-L05-explain = Several columns of the table mean the same, and it cannot be decided which of them to trust. Until that is mended the rows of the file wait. The institution keeps one column and deletes or renames the other.

finding-L06 = { $count ->
    [one] There is { $count } merged area
   *[other] There are { $count } merged areas
} in the table. Check that every value stands in its own row; it is better to unmerge the cells.
finding-L06-title = Merged cells
finding-L06-explain = Only the top left cell of a merged area holds the value, so the other rows may be without it. The institution unmerges the cells and repeats the value in every row.

finding-L07 = { $count ->
    [one] { $count } row stands
   *[other] { $count } rows stand
} far from the others, beyond a long gap. They were read; check that they are no forgotten draft.
finding-L07-title = Rows beyond a long gap
finding-L07-explain = There are many empty rows between the rows of the table. Often drafts or totals are left at the bottom of a sheet. The institution deletes what does not belong or moves the rows up.

finding-L08 = The sheet “{ $name }” looks like the same table but was not read: entries come from one sheet. If its rows are needed, move them into the main table.
finding-L08-title = Another sheet like the table
finding-L08-explain = Several sheets of the file have the columns of the form, for instance a copy or an earlier period. The main one was read. If the entries are spread over sheets, the institution brings them together on one.

finding-L09 = { $count ->
    [one] { $count } value stands
   *[other] { $count } values stand
} at a place that no sheet has ({ $value }) and could not be read. Open the file, save it again as XLSX, and check that nothing is missing.
finding-L09-title = Values outside the sheet
finding-L09-explain = The file gives cells an address that does not exist. That happens in files made by a faulty program, or damaged ones. What stood there is not in any row. The institution opens the file, checks the table, and saves it anew.

finding-L10 = The sheet "{ $name }" is damaged and could not be read. If it holds rows, move them to a fresh template.
finding-L10-title = A damaged sheet
finding-L10-explain = One sheet of the file breaks off or makes no sense, while the table was found on another. If it held something of importance, the institution copies it to the table and sends the file again.

finding-L11 = The heading “{ $value }” is misspelt and could be any of these columns: { $expected }. Correct the heading and send the file again.
finding-L11-title = It is not clear which column this is
finding-L11-explain = The heading differs from the known ones by a letter or two, but comes near to more than one column. To confuse nothing, the column was not read, and the rows of the file wait. The institution corrects the heading.

finding-L12 = { $count ->
    [one] The table lacks a column
   *[other] The table lacks columns
}: { $value }. If you have what belongs there, put the columns back and send the file again.
finding-L12-title = Optional columns are missing
finding-L12-explain = Columns that may be left empty were deleted, or called something that nobody knows. The rows were accepted without them. If the institution only renamed a column, it restores the heading.

finding-L13 = { $count ->
    [one] There is text outside the rows of the table, which was not taken
   *[other] There are lines outside the rows of the table, which were not taken
}: { $value }. If they belong to the report, enter them in the columns.
finding-L13-title = Text outside the rows
finding-L13-explain = Under the table, between its rows or beside it there is text that belongs to no row: a signature, a note, a subheading. It remains in the file that was sent. If it says something for the report, the institution enters it in the columns.

finding-L14 = The table was read from the hidden sheet “{ $name }”. Check that it is the one you meant to send.
finding-L14-title = The table is on a hidden sheet
finding-L14-explain = No visible sheet holds a filled-in table; it was found on a hidden one. Old copies and files of accounting programs are like that. The institution shows the sheet, checks the rows and sends the file again.

## V: the value of a cell

finding-V01 = The field “{ $field }” holds the error { $value } instead of a value. Type the value itself.
finding-V01-title = An error instead of a value
finding-V01-explain = The formula in the cell failed, and the sheet shows #REF!, #N/A or the like. The institution replaces the formula by a plain value.

finding-V02 = The field “{ $field }” holds a formula whose result is not stored in the file. Type the value itself.
finding-V02-title = A formula without a result
finding-V02-explain = Some programs store a formula without its computed value. svod computes no formulas, lest it should get something else than the institution saw. Open the file, paste values over the formulas and save it again.

finding-V03 = Field “{ $field }”: “{ $value }” does not fit; needed here: { $expected }.
finding-V03-title = A value of the wrong kind
finding-V03-explain = Instead of a number, a day, or yes or no there is text that cannot be read in one way only, such as “20–25” for a head count. The institution enters one value of the right kind and moves explanations into the note.

finding-V04 = Field “{ $field }”: “{ $value }” does not fit; needed: { $expected }.
finding-V04-title = A value beyond what is allowed
finding-V04-explain = The text is longer or shorter, or the number larger or smaller than allowed, or the value is not written as asked. The finding names the bound. The institution corrects the value.

finding-V05 = Field “{ $field }”: “{ $value }” is not in the dictionary.{ $hint }
finding-V05-title = Not in the dictionary
finding-V05-explain = The field takes only values of the list on the sheet of dictionaries. It happens when text is pasted over the drop-down. The institution chooses a value from the list; if none fits, it tells the coordinator.

finding-V06 = Field “{ $field }”: “{ $value }” was understood as “{ $understood }”. Correct it if that is wrong.
finding-V06-title = Written differently, but understood
finding-V06-explain = The value has a typing error, additional words or an unusual form, but can be understood in one way only: “25 pers.” is 25. The row is taken. It needs correcting only where it was misunderstood.

finding-V07 = Field “{ $field }”: there is a formula or a link instead of text. The value shown, “{ $value }”, was taken; please check it.
finding-V07-title = A formula or a link instead of text
finding-V07-explain = The value comes from a formula or from another cell, perhaps of another file. What is stored in the file was taken; it may be out of date. It is better to paste it as plain text.

finding-V08 = The value of "{ $field }" cannot be read: "{ $value }" stands in the file in its place. Type the value anew.
finding-V08-title = The value cannot be read
finding-V08-explain = The file says of this cell what makes no sense: a text that it does not hold, two values for one cell, a number in pieces. svod puts neither a blank nor a guess in its place. The institution opens the file, types the value anew, and saves it.

finding-V09 = "{ $field }" holds { $count } { $count ->
    [one] character
   *[other] characters
}, more than the { $expected } that a cell can hold. Shorten the text.
finding-V09-title = Longer than a cell can hold
finding-V09-explain = Excel cannot open such a cell without cutting it. The text was taken whole, but in the workbook it will be cut. The institution shortens it.

finding-V10 = "{ $field }": the text "{ $value }" has characters that cannot be seen ({ $count }). They were left out; check that the text is right.
finding-V10-title = Characters that cannot be seen
finding-V10-explain = Control characters, marks of writing direction and characters of no width come with text that was copied from other programs. They can change how a text looks, so that one name looks like another. svod leaves them out. Nothing needs to be done where the text is right.

finding-V11 = "{ $field }": the text "{ $value }" begins like a formula. It was taken as plain text; check what was meant.
finding-V11-title = Text that begins like a formula
finding-V11-explain = A text that begins with «=», «@» or the like would be worked out by a program that it is handed to. svod never works it out and writes it as plain text everywhere. If a value was meant, the institution types the value.

finding-V12 = "{ $field }": of the number { $value } only the first 15 digits are right. Type it as text.
finding-V12-title = A number lost its last digits
finding-V12-explain = Spreadsheets keep 15 digits of a number and put zeros for the rest. It happens to account and registration numbers. The institution sets the format of the cell to Text and types the number again.

## T: the title sheet

finding-T01 = The institution “{ $value }” is not in the register. Choose it from the list on the title sheet, or tell the coordinator.
finding-T01-title = Institution not in the register
finding-T01-explain = The institution is not among those that are asked. The rows of the file are kept and wait. If the name is misspelt, the institution corrects it; if the institution is new, the coordinator adds it to the register and runs svod again.

finding-T02 = The file is for another period: { $value }; what is collected is { $expected }. State the right period or send the right file.
finding-T02-title = Another period
finding-T02-explain = The period on the title sheet is not the one that is collected. Mostly an earlier file was sent, or the period was not changed. The rows wait until the institution sends the right file.

finding-T03 = “Nothing to report” is marked, but { $count ->
    [one] { $count } row is
   *[other] { $count } rows are
} filled in. Remove the mark or the rows.
finding-T03-title = “Nothing to report”, but rows are there
finding-T03-explain = The mark and the rows contradict each other, and nobody but the institution can decide. The rows wait. The institution removes the mark if there were events, or deletes the rows.

finding-T04 = There are no rows in the table, and “nothing to report” is not marked. Fill in the rows or set the mark.
finding-T04-title = No rows and no mark
finding-T04-explain = An empty template does not say “nothing to report”: it may have been sent by mistake. If there was nothing, the institution sets the mark on the title sheet; if there was something, it fills in the table.

finding-T05 = The field “{ $field }” of the title sheet is empty. Enter the number; enter 0 if there is nothing to count.
finding-T05-title = Number on the title sheet not given
finding-T05-explain = The report adds this number up over all institutions, for example the receptions of foreign delegations. An empty cell is not a zero: there may have been none, or they were forgotten. The institution enters the number, even if it is 0.

finding-T06 = It cannot be told which institution sent this file. Name the institution on the title sheet and send the file again.
finding-T06-title = Unknown sender
finding-T06-explain = The name on the title sheet is empty, and the hidden sheet with the institution's code is gone. The rows wait. The coordinator finds the sender by the message and asks for a file with a complete title sheet.

finding-T07 = The title sheet says “{ $value }”, but the file was issued for “{ $expected }”. Check that the right template was filled in.
finding-T07-title = Title sheet and issued template differ
finding-T07-explain = Every institution is issued a template of its own, and a hidden sheet tells for whom and for which period. If the title sheet says something else, somebody else's or an earlier template may have been used. The coordinator asks whose entries these are.

finding-T08 = The period is not stated on the title sheet; it was taken to be { $expected }. State the period if that is wrong.
finding-T08-title = Period not stated
finding-T08-explain = Neither the title sheet nor the hidden sheet tells the period, so the one that is collected was taken. The institution states the period if it is another.

finding-T09 = The hidden sheet was changed. The title sheet was believed; check institution and period.
finding-T09-title = The hidden sheet was changed
finding-T09-explain = The check sum of the hidden sheet is wrong: it was edited by hand, or the file was put together from several. The table can be read all the same, but the coordinator should make sure that institution and period are right.

## R: the fields of a row

finding-T10 = The hidden data of the file name “{ $value }”, but this template was not issued to it: it was issued to another institution, for another period, or from another workspace. Whose the file is was taken from the title sheet; please check that.
finding-T10-title = The template was issued to somebody else
finding-T10-explain = Every template bears a token that only the key of the workspace (the file svod.key) can make. It ties the template to an institution and a period. Here the token is another one: the hidden sheet was edited, the template was a neighbour's, or it was issued from another workspace. The hidden data of such a file are not believed. The coordinator checks who sent the file; the institution fills in its own template.

finding-T11 = The file “{ $name }” speaks for “{ $value }”, but nothing proves it: it lacks the token of a template issued to that institution. It has { $count ->
    [one] { $count } row
   *[other] { $count } rows
}; the earlier file “{ $expected }” (rows: { $understood }) counts. If it is the institution's new return: svod decide --admit { $number }; if not: svod decide --set-aside { $number }.{ $hint }
finding-T11-title = Nothing proves who replaces the file
finding-T11-explain = Another file came in the name of an institution, and neither the token of its template nor the address of a letter proves that the institution sent it. Anybody may have filled it in: another institution's template with the name changed, the template for all, a table without its hidden sheet. So it does not replace the file that counts; it waits, and its rows are counted as waiting. The coordinator asks the institution and admits the file or sets it aside. That can be undone.

finding-T12 = The file “{ $name }” of “{ $value }” has { $count ->
    [one] { $count } row
   *[other] { $count } rows
}, the one that counts, “{ $expected }”, has { $understood }, and none of its rows is in the new one. The earlier one counts. If the new one is the institution's return: svod decide --admit { $number }; if not: svod decide --set-aside { $number }.{ $hint }
finding-T12-title = The newer file is smaller and repeats nothing
finding-T12-explain = A newer file of an institution replaces the earlier one as a whole. This one has fewer rows and none of the earlier ones: it may be another file, an addition only, or an empty template marked “nothing to report”. So that nothing is lost in silence, the earlier file counts and the newer one waits for the coordinator.

finding-T13 = The file “{ $name }” counts as the return of “{ $value }” by name alone: it lacks the token of an issued template.
finding-T13-title = The sender is known by name alone
finding-T13-explain = The file lacks the token of a template issued to this institution, and no letter brought it from the institution's address: it is the template for all, another institution's template, or a table without its hidden sheet. The first such file counts; it does not replace another file of the institution without a decision of the coordinator.

finding-T16 = The template was issued to “{ $expected }”, and “{ $value }” is chosen on the title sheet. The rows are taken as those of “{ $value }”.
finding-T16-title = Another institution's template
finding-T16-explain = An institution filled in its neighbour's template and chose its own name on the title sheet. The file speaks for the institution that was chosen, but nothing proves it, and it replaces another file of that institution only by decision of the coordinator. If the wrong name was chosen, the institution mends the title sheet and sends the file once more.

finding-T17 = The file “{ $name }” counted as the return of “{ $value }” by name alone; now the institution's own file “{ $expected }” (rows: { $understood }) has come, and none of the earlier file's rows (in all: { $count }) is in it. The earlier file may be somebody else's. If it is not wanted: svod decide --set-aside { $number }; if it is the right one: svod decide --admit { $number }.
finding-T17-title = A proved file took the place of an unproved one
finding-T17-explain = The first file in the institution's name came from a sender whom nothing proves, then came the institution's own file with quite other rows. The institution's file counts. The earlier one may be somebody else's, so its rows are not dropped but wait: the coordinator finds out whose they are and sets the file aside or admits it.

finding-T18 = The file “{ $name }” counts by decision { $number } ({ $expected }).
finding-T18-title = File admitted
finding-T18-explain = The coordinator decided that this file is the institution's return. svod decide --undo with the decision's number takes that back.

finding-T19 = The file “{ $name }” is set aside by decision { $number } ({ $expected }).
finding-T19-title = File set aside
finding-T19-explain = The coordinator decided that this file does not count; its rows are not in the sum, the file is kept. svod decide --undo with the decision's number takes that back.

finding-T20 = The file “{ $name }” speaks for “{ $value }”, but its letter came from { $understood }, which the register gives as an address of “{ $expected }”. Check whose data these are.
finding-T20-title = The letter came from another institution
finding-T20-explain = By the register one institution sent the letter, and the file in it is filled in for another, without the token of an issued template. That happens when the wrong name is chosen on the title sheet, or when one institution forwards the return of another. The coordinator finds out whose the data are; svod decide --set-aside sets a needless file aside.

finding-R01 = The required field “{ $field }” is empty.{ $hint }
finding-R01-title = A required field is empty
finding-R01-explain = Without this field the row cannot be in the report. A lone dash counts as empty. For dates one of two is enough: the day of the start or the dates in words. The institution fills in the field and sends the file again.

finding-R02 = There is no section “{ $value }” in the dictionary (field “{ $field }”).{ $hint }
finding-R02-title = Unknown section
finding-R02-explain = The section decides where the row stands in the report, so it must be one of the dictionary. Case, quotation marks and a number before the name do not matter. The institution chooses the section from the list.

finding-R03 = The country “{ $value }” was not found (field “{ $field }”).{ $hint }
finding-R03-title = Unknown country
finding-R03-explain = The field takes one country, the one where the event was held, in Russian or English; short forms such as “USA” are understood. Countries of the participants belong in the participants' column. The institution corrects the name, or leaves the field empty if the place shows the country.

finding-R04 = The row holds only “{ $value }” and nothing about an event. Complete the row or clear it.
finding-R04-title = Stray values in a row
finding-R04-explain = A single value stands in the row, such as a number or a section, but no title, place or content. Usually it is a total below the table or what is left of a deleted row. The institution clears the cell or completes the row.

finding-R05 = The rule { $field } could not be worked out for this row ({ $value }). Check these fields: { $expected }.
finding-R05-title = A rule could not be applied
finding-R05-explain = A rule of the form failed on these values, for instance by dividing by zero. The row is taken, but the rule was not applied to it. The institution checks the fields; if they are right, the coordinator corrects the rule in the form.

## D: dates

finding-D01 = Field “{ $field }”: the date “{ $value }” was not understood. Write, for example, 05.03.2024 or “5–9 March 2024”.
finding-D01-title = Date not understood
finding-D01-explain = The days of the event cannot be told from what is written. A day (05.03.2024), a range (“5–9 March 2024”), a list of days (“16 February, 5 March”) and a month (“March 2024”) are understood. If the days also stand in the columns of start and end, those were taken and the finding is a warning only.

finding-D02 = Field “{ $field }”: the calendar has no such day: “{ $value }”. Correct the date.
finding-D02-title = No such day
finding-D02-explain = For example 31 April or 30 February. svod does not choose the nearest day: only the institution knows when the event took place.

finding-D03 = Field “{ $field }”: the end is before the start: “{ $value }”. Correct the dates.
finding-D03-title = The end is before the start
finding-D03-explain = Probably days or months were swapped, or the year is wrong. The institution corrects one of the dates.

finding-D04 = The event ({ $value }) is outside the period, { $first } – { $last }. Correct the date or delete the row.
finding-D04-title = Outside the period
finding-D04-explain = No day of the event lies in the period that is collected. Usually the row was left from an earlier period, or the year is wrong. The institution corrects the date or deletes the row.

finding-D05 = The event ({ $value }) reaches beyond the period, { $first } – { $last }. If the dates are right, nothing needs to be done.
finding-D05-title = Reaches beyond the period
finding-D05-explain = The event began before the period or ends after it. It is in the report of every period that it touches and counts once in the year. Check that the dates are right.

finding-D06 = The year is not given: “{ $value }” was understood as “{ $understood }”. Give the year if that is wrong.
finding-D06-title = Year taken from the period
finding-D06-explain = There are day and month but no year, so the year of the period was taken. It needs correcting only if the event took place in another year.

finding-D07 = No exact days are given: “{ $value }” was understood as “{ $understood }”. Enter the days if they are known.
finding-D07-title = No exact days
finding-D07-explain = Only a month, a quarter or an approximate time is given. That is usual for exhibitions on a web site, and the row is taken, but it is harder to compare: similar titles lead to a question. In the report such a row stands at the end of its month.

finding-D08 = The dates in words (“{ $value }”) and in the date columns ({ $expected }) differ. Taken into the report: { $understood }. Correct what is wrong.
finding-D08-title = Dates in words and in columns differ
finding-D08-explain = Usually the columns of start and end are right, so they were taken. But if the words list single days within them, the list was taken: it is more exact. The institution brings the two into agreement.

finding-D09 = The day of the week is wrong: “{ $value }”. The date { $understood } was taken; please check it.
finding-D09-title = Another day of the week
finding-D09-explain = The date does not fall on the day of the week that is named, so one of the two is wrong. The date was taken. The institution checks day and month.

finding-D10 = The event ({ $value }) ends after the day on which the file was received ({ $day }). Report only what has taken place, or correct the date.
finding-D10-title = Ends after the report was sent in
finding-D10-explain = The report holds what has taken place. If the event is still going on and reaches beyond the period, this is a warning; if it is only planned, delete the row or send the file when it is over. The day of receipt is the day on which the file was last changed.

finding-D11 = Field “{ $field }”: “{ $value }” means that the event was postponed, cancelled or only planned. Delete the row or tell when it took place.
finding-D11-title = The event did not take place
finding-D11-explain = The report holds only events that took place. If it was held on another day, the institution gives that day; if not, it deletes the row.

## P: places

finding-P01 = “{ $value }” is in { $expected }, but the country column says { $understood }. The column was believed; correct what is wrong.
finding-P01-title = Place and country disagree
finding-P01-explain = The place is known and lies in another country. Perhaps the column names the country of the guests instead of the one where the event was held. The institution corrects the place or the country.

finding-P02 = The event was held online, but it is not said where: “{ $value }”. Add a link or name the platform (web site, video conference, Zoom).
finding-P02-title = Online without a link or platform
finding-P02-explain = The place of an event held online is the address of a page or the name of a platform, for example “Museum web site, https://museum.example” or “by video conference”. The institution completes the place.

finding-P03 = The country is not given; by the place “{ $value }” it was understood as { $understood }. Give the country if that is wrong.
finding-P03-title = Country understood by the place
finding-P03-explain = A place without a country is in the home country, unless it is a known city of another country. Nothing needs to be done if it was understood rightly.

finding-P04 = The place “{ $value }” does not tell in which country the event was held. Give the country.
finding-P04-title = Country cannot be told
finding-P04-explain = The country column is empty, and the place is not named or not known. The row is taken, but is not counted for any country. The institution gives the country or the city.

## U: head counts

finding-U01 = It is not said how many people there were (field “{ $field }”). Enter the number if it is known.
finding-U01-title = No head count
finding-U01-explain = Neither the column of the total nor the participants' text gives a number. The row is taken, but is not part of the totals: no number is invented. If nobody counted, leave the field empty.

finding-U02 = The column says { $value }, the participants' text { $understood }. The column was believed; correct what is wrong.
finding-U02-title = Number and text differ
finding-U02-explain = The total in its column is not the number in the participants' text. The column was believed. Often people named after “including” were counted twice. The institution brings the numbers into agreement.

finding-U03 = There are more foreign participants than participants in all: { $value }. Correct the numbers.
finding-U03-title = More foreigners than people in all
finding-U03-explain = Foreign participants are part of the total, so they cannot be more. Probably the total counts home participants only. The institution corrects one of the numbers.

finding-U04 = The head count is approximate: “{ $value }” was understood as { $understood }. Enter the exact number if it is known.
finding-U04-title = Approximate number
finding-U04-explain = “More than 300”, “about 50”, “up to 100”: the number was taken as it is, but in the totals it is approximate. It needs correcting only if the exact number is known.

finding-U05 = “{ $value }” does not make it clear how many people there were in all; understood as { $understood }. Please give the total in its own column.
finding-U05-title = Not clear whether everybody is counted
finding-U05-explain = The text gives several numbers, and it is not known whether one is part of another, or not everybody is named: “the rector and 12 students”, “40 people daily”. The likelier number is taken; a total in its own column settles it.

## C: content

finding-C01 = The field “{ $field }” is very short: { $count ->
    [one] { $count } character
   *[other] { $count } characters
}, where { $expected } are desirable. Tell the purpose, what was done, and the outcome.
finding-C01-title = The text is very short
finding-C01-explain = A word or two do not tell what happened and how it ended. One or two sentences are enough: the purpose, what was done, what came of it. The row is taken all the same.

finding-C02 = The text speaks of a signing (“{ $value }”), but no signed document is named. Enter the kind of document, the parties and the date.
finding-C02-title = A signing without a document
finding-C02-explain = The content mentions a signed document, but the column of documents is empty, so it will not be listed. Plans (“agreed to conclude a treaty”) are no signing. The institution names the document in its column.

finding-C03 = Field “{ $field }”: there may be personal data in it ({ $understood }). Remove it; the report does not need it.
finding-C03-title = Possible personal data
finding-C03-explain = The text holds something like a passport number, a social insurance number, a mobile phone, a date of birth or a private e-mail address. Such data are protected by law and do not belong in the report. The institution removes them and sends the file again; the coordinator does not pass the old one on.

finding-C04 = Nothing shows what is international about the event: no foreign participants and no countries are named. Complete the description or delete the row.
finding-C04-title = Nothing international
finding-C04-explain = The event was held at home, and the text names no foreign participants, no other countries and no international status. If there were guests, the institution names their countries; if not, the row probably does not belong in this report.

## X: repeats

finding-X01 = The same event already stands in row { $count } of this file: title, days and place are equal. Delete one of the rows.
finding-X01-title = Twice in one file
finding-X01-explain = Two rows of one file say the same. Usually a row was copied and not changed. If they are two events, show the difference in the title, the dates or the place.

finding-X02 = The row resembles row { $count } of the institution “{ $name }”. Decide whether they are one event.
finding-X02-title = Resembles another institution's row
finding-X02-explain = Organiser and participant often both report an event. The coordinator answers once whether it is one event or two. The answer is remembered.

finding-X03 = The row is the same as row { $count } of an earlier report ({ $name }). Check that it is not an old row.
finding-X03-title = As in an earlier report
finding-X03-explain = The same event was reported for an earlier period. That is right for yearly events and those that reach beyond a period; if the row was left by mistake, the institution deletes it.

## M: merging rows

finding-M01 = Field “{ $field }”: { $value } was taken into the report, while { $name } gives another number: { $expected }. Numbers are not added up.
finding-M01-title = Different numbers for one event
finding-M01-explain = Two institutions gave different head counts for one event. The lead's number was taken; a sum would count people twice. The coordinator asks which number is right.

finding-M02 = Field “{ $field }”: “{ $value }” was taken into the report, while { $name } says otherwise: “{ $expected }”.
finding-M02-title = Different statements about one event
finding-M02-explain = Two institutions describe one event differently. The lead's value was taken into the report, the other is kept among the sources. The coordinator decides whether to ask.

## Q: people's decisions

finding-Q01 = The file “{ $name }” is not a return of an institution: it is { $value } that svod itself published. To have its answers taken, put it into the inbox.
finding-Q01-title = A workbook that svod published
finding-Q01-explain = The workbook of questions and the consolidated workbook are known by a hidden sheet, whatever the file is called. Their rows are no rows of an institution and are not counted a second time.

finding-Q02 = Nothing was taken from the workbook “{ $name }”: { $value }.
finding-Q02-title = Answers of another workbook were not taken
finding-Q02-explain = Answers are taken from workbooks that svod published by this form, for this period and from files that the workspace has: anything else could answer another question. Answer in the workbook that lies in the folder report of the period, and put it into the inbox. The file itself is kept as it is.

finding-Q03 = The answer “{ $value }” was not taken: { $hint }. The question is asked again.
finding-Q03-title = An answer was not understood
finding-Q03-explain = In the workbook of questions an answer is chosen from a list. Nothing is taken from an answer that is unclear, incomplete or contradictory: the question stays open and stands in the new workbook of questions. Answer it there and put the workbook into the inbox.

finding-Q04 = The answer “{ $value }” was not taken: it cannot be told which question it is about. Answer in the new workbook of questions.
finding-Q04-title = An answer without its question
finding-Q04-explain = Beside the cell of an answer, hidden columns say what the question is about. Where these cells were changed, the answer belongs to no question. Take the workbook of questions from the folder report, answer in it, and put it into the inbox.

finding-Q05 = Nothing was taken from the workbook “{ $name }”: { $value }.
finding-Q05-title = A workbook that is not proved to be of this workspace
finding-Q05-explain = Answers, corrections and decisions about rows are taken only from workbooks that svod itself published in this workspace: on a hidden sheet stands a code that can be made with the key of the workspace (svod.key) alone, and it covers everything by which svod understands what is written – questions, rows, the hidden copy of the sheet of events. A workbook without a code, with another's code, or changed in hidden places is kept as it is and not obeyed; out of letters and archives none is taken at all. The name of whoever saved the file proves nothing. Take the workbook from the folder report, answer in it and put it into the inbox. What was taken from workbooks earlier stands.

finding-Q06 = { $value }: the hidden key does not belong to what it stands beside. Corrections in it were not taken.
finding-Q06-title = A hidden key stands where it does not belong
finding-Q06-explain = On the sheet of events a row is known by a hidden key beside its number, a column by a hidden word above its heading. Where a key stands beside another number or heading, it cannot be told what a correction belongs to. This happens when only some of the columns were pasted or sorted, or when a number or a heading was changed. Make these corrections anew in the workbook from the folder report.

## K: the coordinator's corrections

finding-K01 = The row was taken as it is, in spite of { $understood }. Reason: { $value }. Decided by { $name }, { $day }.
finding-K01-title = The row was taken as it is
finding-K01-explain = The coordinator decided to take the row into the report with its errors; they stay visible as warnings. Values were taken as they were understood, and what could not be understood as it is written. The decision holds until the institution changes the row, and can be undone.

finding-K02 = “Take as it is” was chosen for the row “{ $value }” without a reason: it was not taken. Enter the reason and put the workbook into the inbox again.
finding-K02-title = The row was not taken: no reason
finding-K02-explain = A row with errors reaches the report with a reason only: in a year it must still be clear why it was taken. Enter the reason beside the answer.

finding-K03 = The correction “{ $value }” in “{ $field }” was not taken. { $hint }
finding-K03-title = A correction was not taken
finding-K03-explain = A correction is checked by the same rules as an institution's cell. This one breaks them, so the former value stands in the report. Mend it on the sheet of events of the consolidated workbook and put the workbook into the inbox again.

finding-K04 = The institution changed “{ $field }”: it was “{ $value }”, you corrected it to “{ $understood }” ({ $name }, { $day }), now it is “{ $expected }”. Your value stands in the report until you decide which is right.
finding-K04-title = The value under a correction has changed
finding-K04-explain = The coordinator corrected a value, and then the institution sent another one. The correction stands in the report until the coordinator decides otherwise. To take the institution's value, write it on the sheet of events of the consolidated workbook; to keep the correction, answer the question in the workbook of questions. After that svod asks no more until the value changes again.

finding-K05 = In the column “{ $field }” stood “{ $expected }”, now “{ $value }”. svod fills this column: the change was not taken.
finding-K05-title = A change in a column that svod fills
finding-K05-explain = The blue columns may be edited: what institutions wrote. Everything else is worked out. Correct the column from which this value follows.

finding-K06 = A row was put into the sheet of events that was not there: “{ $value }”. It was not taken: events are reported by institutions.
finding-K06-title = A row was added
finding-K06-explain = Every row of the report is somebody's: it has an institution and a file. Enter the event in the file of the institution that held it, and put that file into the inbox. A copied row is a new one, too.

finding-K07 = The row “{ $value }” was taken out of the sheet of events. It is still in the report.
finding-K07-title = A row was taken out
finding-K07-explain = An event cannot be removed by an edit: only the institution can take the row back, by sending a file without it. Rows that are filtered out or hidden are not taken out.

finding-K08 = The correction “{ $value }” in “{ $field }” ({ $name }, { $day }) has nothing to stand in: that row is no longer in the report.
finding-K08-title = A correction without its row
finding-K08-explain = The institution took the row back that the coordinator had corrected, or rewrote it beyond recognition; perhaps errors keep it out now. The correction is kept and takes effect again if the row comes back. If it is not needed, undo it.

finding-K09 = The changes could not be read: what svod finds rows and columns by is gone from the sheet of events.
finding-K09-title = Changes were not read
finding-K09-explain = The sheet is known by a hidden row over the headings, a hidden last column and a hidden sheet. They may be sorted along with the rest, but not deleted. Make your changes again, in the workbook that lies in the folder report.

finding-K10 = The sheet of events has no column “{ $field }”: changes in it cannot be read, and its values stay as they were.
finding-K10-title = A column was deleted
finding-K10-explain = A deleted column changes nothing: its values stay in the report. To clear a value, clear its cell; to have a column out of the way, hide it.

## G: the register of institutions

finding-G01 = A required cell of the register of institutions is empty: “{ $field }”. Fill it in.
finding-G01-title = Empty cell in the register
finding-G01-explain = Every institution needs a code and a name. While the cell is empty, the institution takes no part. The coordinator keeps the register.

finding-G02 = “{ $value }” stands twice in the register of institutions. Keep one of the entries.
finding-G02-title = Twice in the register
finding-G02-explain = Codes and names of institutions must be unique, else it cannot be told whose file was received. The coordinator deletes one entry or corrects the code.

finding-G03 = Register of institutions, “{ $field }”: the value “{ $value }” is not understood. Correct it.
finding-G03-title = Value in the register not understood
finding-G03-explain = An e-mail address, a language or a day is written so that it cannot be read. The institution stays in the register without that value. The coordinator corrects the cell.

finding-G04 = The table of institutions was not found in the file “{ $name }”. Check the headings of its columns.
finding-G04-title = Table of the register not found
finding-G04-explain = The register needs at least the columns of code and name. The coordinator restores the headings or creates the register anew.

finding-G05 = Register of institutions: the last day of taking part is before the first. Correct the dates.
finding-G05-title = Days of taking part swapped
finding-G05-explain = An institution takes part from the first to the last day given. If the last is before the first, it would never take part. The coordinator corrects the dates in the register.

## H: editions

finding-H01 = The folder of the edition “{ $name }” is left as it is: { $value }. Its number is not given again. If the record was lost, put it back from a backup; if a publication was interrupted here, the folder may be deleted.
finding-H01-title = A folder of an edition without its record
finding-H01-explain = The record edition.json is written into the folder of an edition last, and keeps what the edition says: by it svod tells how the next one differs. A folder without a record was left by a publication that an older svod did not finish, or it is an edition whose record was lost. svod writes nothing into it and gives the next number to the new edition. Put the record back from a backup or, if that edition went nowhere, delete the folder.

finding-H02 = The edition “{ $name }” is no longer what was published: { $value }. Put it back from a backup.
finding-H02-title = A published edition was changed
finding-H02-explain = What was published does not change: svod remembers the check sum of every file of an edition. Here a file was changed or is gone, or the whole folder is. Files that you added yourself, such as a scan with the signature, do not matter. Put the files back from a backup, or the folder into its place; where a correction is needed, make it in what the report is made from and publish a new edition. The number of an edition that is gone is not given again.
