# The consolidated workbook and the report.

publish-of-participants = participants
publish-yes = yes
publish-no = no

publish-reason-head = The file "{ $name }" was not used. Why:
publish-reason-stored = The unaltered original: { $stored }

# Under the lines where the report is signed
document-post = (post)
document-signature = (signature)
document-name = (name)
publish-footer-pages = Page &P of &N

# Sheets
publish-sheet-about = About
publish-sheet-summary = Summary
publish-sheet-answers = Who answered
publish-sheet-findings = Findings
publish-sheet-questions = Questions
publish-questions-name = Questions for { $period }
publish-sheet-left-out = Not in the report
publish-sheet-sources = Sources

publish-lead-about = Made from the files that the institutions sent in: “{ $form }”, { $rows } in the report. The originals are untouched; links lead to them. When a file is corrected or a question is answered, the workbook is made anew.
publish-lead-register = Everything in the report as one table, to filter, sort and edit. The blue columns may be edited: enter a better wording, the right number, another section, and put the workbook into the inbox; every correction is checked, kept and shown among the sources. svod works out the other columns. Your corrections are green; where an institution changed the value under one, it is yellow.
publish-lead-summary = All numbers are counted from the entries of the report. Participants, visitors and spectators stand apart: they must not be added up.
publish-lead-answers = One row for each institution of the register. Silence is not the same as “nothing to report”.
publish-lead-findings = An error keeps a row out of the report; a warning lets it in but asks for a look; a note says what was done. The link in “Cell” opens the file that was sent.
publish-lead-left-out = These rows came with errors, or wait for a decision about their file. The institution will mend them, or you decide: choose “take as it is”, enter a reason, and put the workbook into the inbox. A row that was taken stands in the report, its errors stay visible; the decision holds until the row changes.
publish-lead-questions = Here a person decides. Compare the two rows (differences are coloured) and choose an answer in the blue cell under them. If they are the same, “Correct” may say whose value to take; where nothing is chosen, the lead's value stands until you answer. Save the workbook and put it into the inbox: you need not answer everything at once, and you may rename it.
publish-lead-sources = Where each value comes from: institution, file and cell. The link in “Cell” opens the file that was sent.

# The sum of rows
publish-sum = Do the rows add up?
publish-sum-received = Rows received in the files that count
publish-sum-in-report = of them in the report, one for each entry
publish-sum-merged = joined to another row about the same entry
publish-sum-refused = refused because of errors
publish-sum-waiting = waiting for a person’s decision
publish-sum-adds-up = They add up: { $received } = { $in-report } + { $merged } + { $refused } + { $waiting }. No row was lost.
publish-sum-does-not-add-up = They do not add up: { $received } received, but accounted for are { $in-report } + { $merged } + { $refused } + { $waiting }. This must not happen: tell the developers.
publish-sum-carried = carried over from earlier periods: they run on, and no file of this period names them
publish-carried-from = (carried over from { $period })
publish-look-at = → sheet “{ $sheet }”

# What to do next
publish-tasks = What to do next
publish-task-silent = { $n ->
    [one] institution has not answered
   *[other] institutions have not answered
}: { $names }
publish-and-more = { $names } and { $n } more
publish-task-errors = { $n ->
    [one] error: the institution must mend it and send the file again
   *[other] errors: the institutions must mend them and send their files again
}
publish-task-held = { $n ->
    [one] file waits for a decision whether it counts: svod decide
   *[other] files wait for a decision whether they count: svod decide
}
publish-task-unusable = { $n ->
    [one] file could not be used: the institution must send it again
   *[other] files could not be used: the institutions must send them again
}
publish-task-waiting = { $n ->
    [one] row waits for a decision about its file
   *[other] rows wait for a decision about their file
}
publish-task-questions = { $n ->
    [one] question waits for an answer
   *[other] questions wait for an answer
}
publish-task-warnings = { $n ->
    [one] warning: the row is in the report but worth a look
   *[other] warnings: the rows are in the report but worth a look
}
publish-task-none = Nothing is left to do: everybody answered, there are no errors and no questions. The report can be signed.

# What lies where
publish-contents = What is in this workbook
publish-contents-report = The report as it is signed
publish-contents-register = Everything in one table, with filters on every column
publish-contents-summary = Numbers and charts: by section, month, country, institution
publish-contents-answers = Who sent a file and when, who is silent
publish-contents-findings = What is wrong in the files and how to mend it
publish-contents-questions = What a person must decide
publish-contents-left-out = Rows that are not in the report, and why
publish-contents-sources = Where each value comes from, down to the cell

# Made of which files
publish-files = Made of { $n } { $n ->
    [one] file
   *[other] files
}
publish-institution-unknown = institution not known
publish-institution-own = workbook with answers
publish-fate-taken-before = its answers were taken earlier
publish-fate-answers = { $n ->
    [0] no answers in it
    [one] { $n } answer was read
   *[other] { $n } answers were read
}
publish-fate-counts = counted
publish-fate-replaced = replaced by a newer file
publish-fate-held = waits for a decision whether it counts: svod decide
publish-fate-set-aside = set aside by decision
publish-fate-opened = its attachments were taken
publish-fate-unusable = could not be used
publish-fate-unusable-why = Not used. { $why }

# Headings of columns
publish-number = No.
publish-institution = Institution
publish-file = File
publish-received = Received
publish-rows = Rows
publish-row = Row
publish-cell = Cell
publish-field = Field
publish-value = Value
publish-as-received = As it was written
publish-what-became = What became of it
publish-why = Why
publish-state = State
publish-versions = Files sent
publish-rows-received = Rows received
publish-rows-in-report = Of them in the report
publish-rows-merged = Joined
publish-rows-refused = Refused
publish-rows-waiting = Waiting
publish-errors = Errors
publish-warnings = Warnings
publish-email = E-mail
publish-severity = Severity
publish-code = Code
publish-what-is-wrong = What is wrong
publish-how-to-mend = What it means and how to mend it
publish-used = Used in the report
publish-reported-by = Reported by
publish-source-rows = Source rows
publish-findings-of-row = Findings
publish-count = Number
publish-document = Document
publish-document-of = Entry

publish-understood-first = Understood: first day
publish-understood-last = Understood: last day
publish-understood-city = Understood: city
publish-understood-region = Understood: region
publish-understood-country = Understood: country
publish-understood-attendance = Understood: format
publish-understood-partners = Understood: countries taking part
publish-understood-kind = Understood: kind
publish-understood-total = Understood: head count
publish-understood-unit = Understood: who was counted
publish-understood-foreign = Understood: of them foreign

publish-attendance-on-site = on site
publish-attendance-online = online
publish-attendance-both = on site and online

# States
publish-state-silent = has not answered
publish-state-nil = nothing to report
publish-state-in-order = accepted
publish-state-with-warnings = accepted, with warnings
publish-state-with-errors = has errors
publish-state-unusable = file could not be used
publish-severity-error = error
publish-severity-warning = warning
publish-severity-note = note
publish-refused = refused
publish-waiting = waiting
publish-whole-file = the whole file
publish-used-yes = yes
publish-used-decided = yes, decided: { $signed }
publish-used-same = the same
publish-used-no = no, differs
publish-choose-from-list = This is not one of the values in the list. Keep it?
publish-not-editable-hint = The blue columns may be edited.
publish-not-editable = svod fills this column
publish-row-key = Key of the row
publish-correction-homeless = its row is no longer in the report
publish-correction-idle = not needed: the institution says the same
publish-correction-not-taken = not taken: breaks a rule
publish-correction-asked-again = stands, but the institution changed its value
publish-correction-stands = stands
publish-correction-signed = Workbook saved by, and when
publish-correction-now = The institution has now
publish-correction-becomes = Corrected to
publish-correction-given = The institution had
publish-correction-state = State
publish-no-corrections = There are no corrections.
publish-lead-corrections = Values that you corrected on the sheet of events. Where an institution has changed its value since, decide which is right: “keep the correction” or “take the institution's value”. Until then yours stands in the report.
publish-sheet-corrections = Corrections
publish-accepted = taken as it is
publish-row-reason = Reason
publish-row-decision = Your decision
publish-corrected-by = corrected; workbook saved by { $name }, { $day }
publish-used-overruled = no, corrected by the coordinator
publish-used-corrected = yes: corrected by the coordinator

publish-no-events = The report is empty.
publish-no-answers = The register holds no institution.
publish-no-findings = There are no findings.
publish-no-questions = There are no questions: nothing to decide.
publish-nothing-left-out = All rows received are in the report.

# Questions
publish-question-same = Question { $number } of { $of }. Are these one and the same? { $n ->
    [one] In the report: No. { $events }.
   *[other] In the report they now stand apart: No. { $events }.
}
publish-question-conflict = Question { $number } of { $of }. Which value is right: “{ $field }”? No. { $events }; for now the left one is taken.
publish-why-asked = Why this is asked
publish-decision = Your decision
publish-decision-hint = Choose an answer from the list.
publish-choice-hint = Whose value to take if the two are the same. May stay empty.
publish-choice = Correct
publish-former = Before
publish-decision-wrong = Choose one of the answers in the list, or clear the cell.
publish-decision-advice = ← choose from the list
publish-decision-note = Note

# Summary
publish-main-figures = Main figures
publish-figure-entries = Entries in the report
publish-figure-joint = { $n } of them reported by more than one institution
publish-figure-joint-none = each from one institution
publish-figure-answered = Institutions that answered
publish-figure-answered-of = of { $of }
publish-figure-answered-nil = of { $of }; { $nil } of them with “nothing to report”
publish-people-of = { $n } of { $of } { $of ->
    [one] entry
   *[other] entries
} { $n ->
    [one] gives
   *[other] give
} a number
publish-people-of-foreign = { $n } of { $of } { $of ->
    [one] entry
   *[other] entries
} { $n ->
    [one] gives
   *[other] give
} a number; { $foreign } of the people { $foreign ->
    [one] is
   *[other] are
} foreign
publish-figure-answers = Answers from institutions
publish-unchanged = unchanged
publish-figure-counter = sum of all answers
publish-reported = as reported by { $n } of { $of } { $of ->
    [one] organisation
   *[other] organisations
}
publish-reported-of-parts = { $n ->
    [0] none of { $of } { $of ->
        [one] organisation
       *[other] organisations
    } reported in full
   *[other] { $n } of { $of } { $of ->
        [one] organisation
       *[other] organisations
    } reported in full
}
publish-figure-documents = Documents signed
publish-people = How many people
publish-people-events = { $n ->
    [one] in { $n } entry
   *[other] in { $n } entries
}
publish-people-events-foreign = { $n ->
    [one] in { $n } entry
   *[other] in { $n } entries
}; of them foreign: { $foreign }
publish-people-known = { $n } of { $of } { $of ->
    [one] entry
   *[other] entries
} { $n ->
    [one] gives
   *[other] give
} a number. Numbers of different lines are not added up.
publish-unit-unknown = Not said who was counted
publish-not-given = not given
publish-began-before = began before
publish-began-after = began later
publish-without-days = no exact days
publish-by-section = By section
publish-by-section-label = Section
publish-by-month = By month of beginning
publish-by-month-label = Month
publish-by-country = By country where it was held
publish-by-country-label = Country
publish-by-whereabouts = Events at home, elsewhere in the country and abroad
publish-by-whereabouts-label = Where
publish-elsewhere = elsewhere in the country
publish-region-not-given = in the country, region not named
publish-abroad = abroad
publish-by-format = Events by format
publish-by-format-label = Format
publish-by-partner = By country taking part
publish-by-partner-label = Country
publish-by-kind = By kind
publish-by-kind-label = Kind
publish-by-institution = By institution
publish-by-institution-label = Institution (an entry of two counts with both)
publish-documents = Documents signed
publish-missing = { $n ->
    [one] Nothing of { $names } is in this report: that period was not consolidated.
   *[other] Nothing of { $names } is in this report: these periods were not consolidated.
}

# Editions of the report
edition-value = “{ $value }”
edition-nothing = nothing
edition-line = Text of the report: was { $before }, now { $after }
edition-figure = { $words }: was { $before }, now { $after }
edition-added = No. { $number } “{ $title }”: added
edition-removed = “{ $title }” (formerly No. { $number }): removed
edition-changed = No. { $number } “{ $title }”, “{ $field }”: was { $before }, now { $after }
edition-title = What changed
edition-compared = Report for { $period }: edition { $number } against edition { $before }
edition-document-name = What changed for { $period }, edition { $number }
edition-nothing-changed = Nothing changed.
edition-head-number = No.
edition-head-event = Event
edition-head-field = What changed
edition-head-before = Was
edition-head-after = Now
edition-head-whole = The report as a whole
edition-head-events = Events
edition-cell-text = Text of the report
edition-cell-whole-event = the whole event
edition-cell-was-not = was not there
edition-cell-added = added
edition-cell-removed = removed

# A longer period: a year, a half-year, nine months
publish-sheet-parts = By period
publish-lead-parts = The main figures of each period side by side, and of all of them together. An event that runs through several periods is counted once in all, so the total may be less than the sum.
publish-lead-about-of-parts = This workbook is put together from periods that were consolidated: “{ $form }”, { $rows } in the report. Each period is taken in its latest state, with every correction. Questions are decided and rows are corrected in the workbooks of these periods.
publish-lead-register-of-parts = All events of the report in one table, to filter and sort. They are corrected in the workbook of the period that they were sent for.
publish-lead-answers-of-parts = One row for each institution and one column for each period. A cell is empty where the institution was not asked or the period was not consolidated.
publish-parts = What it is made of
publish-part = { $period }: { $answered } of { $asked } answered; errors: { $errors }, open questions: { $questions }
publish-part-missing = { $period }: not consolidated, its events are not in the report
publish-part-missing-heading = { $period } (not consolidated)
publish-contents-parts = The periods side by side: the main figures of each, and of all
publish-figure = Figure
publish-figure-remark = Remark

# The summary on one page
publish-largest = The largest
publish-answers = How the institutions answered
publish-fact-asked = Institutions asked
publish-fact-answered = Answered
publish-fact-in-time = of them in time
publish-fact-late = of them late
publish-fact-nil = of them with “nothing to report”
publish-fact-unusable = Sent a file that cannot be used
publish-fact-silent = Have not answered
publish-fact-merged = Repeated reports merged
publish-fact-asked-of-parts = Answers expected
publish-fact-answered-of-parts = Received
publish-fact-silent-of-parts = Not received
publish-brief-title = Summary for { $period }
publish-brief-document-name = Summary for { $period }
publish-brief-figure = Figure
publish-brief-part = Period
publish-edition = Edition { $number }
publish-brief-others = others ({ $n })
publish-brief-share = { $n }{"\u00A0"}({ $share }%)
publish-brief-number = No.{"\u00A0"}{ $n }
publish-brief-more-documents = and { $n } more { $n ->
    [one] document
   *[other] documents
}
publish-brief-nothing = There is no event in the report.

# Where each institution stands, where they were written to
publish-standing-asked = Asked
publish-standing-reminded = Last reminder
publish-standing-reminders = Reminders
publish-standing-deadline = Due
publish-standing-answered = First file
publish-standing-days-late = Days late
publish-standing-returned = Returned for correction
publish-standing-figures = As of { $day } (the day of the last letter or file): { $n } of { $expected } { $n ->
    [one] has
   *[other] have
} answered ({ $share } %), { $in-order } without findings.
publish-standing-on-time = In time: { $n } ({ $share } %).

# What is wrong with a published edition
edition-harm-no-record = it has no record edition.json
edition-harm-bad-record = its record edition.json cannot be read
edition-harm-gone = its folder is not in its place
edition-harm-missing = { $n ->
    [one] the file { $list } is missing
   *[other] the files { $list } are missing
}
edition-harm-changed = { $n ->
    [one] the file { $list } was changed
   *[other] the files { $list } were changed
}
