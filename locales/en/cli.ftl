# The words of the command line: help, summary, errors.

## Help. The English help stands in the code; these keep the two languages alike.
help-svod = Turns a folder of returned workbooks into one consolidated workbook and the report that is signed
help-heading-commands = Commands
help-heading-usage = Usage
help-heading-arguments = Arguments
help-heading-options = Options
usage-value = The value "{ $value }" does not fit.
usage-command = There is no such command: { $value }.
usage-argument = There is no such option: { $value }.
usage-missing = Something is missing: { $value }.
usage-meant = Perhaps you meant: { $meant }.
usage-help = svod --help shows what can be written.
help-workspace = Folder of the workspace; else the nearest one upward that holds svod.toml
help-lang = Language of messages: ru or en; else the workspace's, else the system's
help-format = How to answer: text for people, json for programs
help-verbose = Say more of what is done; twice for still more
help-help = Print help
help-version = Print version
help-init = Make a workspace: settings, form, register of institutions, inbox
help-init-dir = Folder to make
help-init-form = One of svod's forms (international-events, training-activities) or a form file
help-template = Write one template workbook for each institution of the register, or one for all
help-template-period = The period: 2024-Q1, 2024-03, 2024-H1 or 2024
help-template-common = One template for all: each chooses its institution from the list in it
help-send = Write to every institution, with its template or the one for all
help-send-period = The period: 2024-Q1, 2024-03, 2024-H1 or 2024; else the one that is being collected
help-send-common = Attach the same template for all: each chooses its institution from the list in it
help-send-send = Send the letters; without it they are drafts in a folder, to be looked at
help-send-again = Write once more to this institution, by its code, though a letter went out already
help-send-only = Write to this institution only, by its code
help-return = Return files that have errors, with a correction workbook; receipts to all others
help-return-period = The period; else the one that files last came for
help-return-send = Send the letters; without it they are drafts in a folder, to be looked at
help-return-again = Write once more to this institution, by its code, though a letter went out already
help-return-only = Write to this institution only, by its code
help-remind = Remind those who have not answered, as often as the settings and the calendar say
help-remind-period = The period; else the one that is being collected
help-remind-send = Send the letters; without it they are drafts in a folder, to be looked at
help-remind-again = Write once more to this institution, by its code, though a letter went out already
help-remind-only = Write to this institution only, by its code
help-remind-on = As if today were this day: 2024-04-03
help-extend = Give one institution more time
help-extend-code = Code of the institution
help-extend-date = Its last day: 2024-04-12
help-extend-period = The period; else the one that files last came for
help-log = Tell the story of one institution: letters, files, deadlines
help-log-code = Code of the institution
help-log-period = The period; else the one that files last came for
help-fetch = Take letters with files out of the mailbox into the inbox
help-watch = Go on taking what comes into inbox and mailbox, until stopped
help-watch-period = The period: 2024-Q1, 2024-03, 2024-H1 or 2024
help-watch-returns = Lay out letters to those whose files have findings, as drafts
help-watch-every = Seconds between two looks at the inbox, where the system does not tell of new files (a network share)
help-watch-mail-every = Seconds between two looks into the mailbox
help-run = Take what lies in the inbox, check and merge it, and write the consolidated workbook and the report
help-run-period = The period: 2024-Q1, 2024-03, 2024-H1 or 2024
help-publish = Write the report of a period that was run, or of a longer one made of such periods, and keep it as a numbered edition
help-publish-period = The period, or a longer one: 2024-Q1, 2024-H1, 2024-9M or 2024
help-status = Who has answered, who has not, and what is wrong
help-status-period = The period: 2024-Q1, 2024-03, 2024-H1 or 2024
help-status-on = As if today were this day: 2024-04-03
help-status-of = Tell the story of one institution, by its code: its files, what changed between them, its findings
help-decide-admit = Let the received file with that number count, in place of the one that counted so far
help-decide-set-aside = Set the received file with that number aside: neither it nor its rows count, and nothing waits for it
help-decide = Answer questions about rows, let files count or set them aside; without a number, list what is asked
help-decide-number = Number of the question, as in the workbook
help-decide-answer = same, different, left or right: of the two rows, that one is right
help-decide-field = Which row is right about one field: total=left. May be given several times
help-decide-note = A note that is kept with the decision; for a row that is taken as it is, the reason
help-decide-period = The period; else the one that files last came for
help-decide-accept = Take the row with that number on the sheet of rows left out as it is; --note gives the reason
help-decide-list = List decisions, corrections, accepted rows, and files that were admitted or set aside
help-decide-undo = Undo decision, correction, acceptance or ruling about a file number N
help-check = Look at one returned file; takes nothing and changes nothing, works outside a workspace, too
help-check-file = The file
help-check-form = One of svod's forms or a form file; else the workspace's, else the one that fits
help-check-period = The period; else the one that the file names
help-understand = Read phrases, one a line, from standard input and say what svod makes of them
help-understand-what = What the phrases are about: dates, participants or place
help-understand-year = The year that a date without one means; else that of the period, else this year
help-understand-period = The period that is collected («в течение квартала»)
help-explain = What a finding means and how to mend it
help-explain-code = The code of the finding, such as D04; none lists them all
help-form = Work on form files
help-form-check = Find every mistake in a form file, with its line and column
help-form-check-file = The form file
help-form-new = Start a new form file: small, whole, with a comment on each part
help-form-new-file = The file to make; nothing is overwritten
help-demo = Show it on an example: a made-up region with its returned workbooks, the consolidated workbook and the report
help-demo-dir = Folder to make; else svod-demo
help-completions = Write completions for a shell to standard output
help-completions-shell = The shell

## Settings of a new workspace
settings-file =
    # Settings of the workspace. Lines after a # are comments.

    # The form file: what is asked, what is checked, how the report looks.
    form = "{ $form }"

    # Language of messages and documents: ru or en.
    language = "{ $language }"

    # Days after the end of the period by which the files are due; the template shows the day.
    deadline-days = 5

    # Templates are sent out in one of two ways. svod template and svod send make one for each institution: the file itself
    # proves whose it is. With --common there is one for all: each chooses its institution from the list in it. When to use
    # which is told in the guide.

    # A returned file larger than this many megabytes is kept, but not read.
    file-limit-mb = 64

    # A file is taken from inbox when nobody has touched it for so many seconds: before that it is perhaps still being copied.
    quiet-seconds = 10

    # How many megabytes of memory and how many seconds reading one file may take.
    worker-memory-mb = 1024
    worker-seconds = 20

    # The institution's letterhead: a Word document in which a paragraph says {"{{report}}"}. The report takes its place.
    # letterhead = "letterhead.docx"

    # The region that the report is about. These lines, once uncommented, replace what the form says.
    # [region]
    # country = "RU"
    # name = "Lakeland Region"
    # [region.words]
    # region-of = "the Lakeland Region"
    # reception-hall = "in Government House (2 Embankment Street)"

    # Letters: without these lines svod writes drafts, and you send them. The guide shows all of it, chapter “The post”.
    # [post]
    # from = "svod@region.example"
    # name = "Department of External Relations"
    # ask = "Olga North, tel. 00-11"
    # signature = "Department of External Relations"

## Progress
stage-template = Making templates
stage-collect = Taking files
stage-read = Reading and checking
stage-publish = Writing the report

## Commands
init-done =
    The workspace is ready: { $dir }
    Form: { $form }

    Next:
      1. Enter the institutions in { $dir }/institutions.xlsx
      2. svod template { $example } – a template for each institution;
         svod template { $example } --common – one for all, where sending each its own is inconvenient
      3. Drop the answers into { $dir }/inbox
      4. svod run { $example } – the consolidated workbook and the report
template-done-common = The template for all for { $period }: { $path }
template-done = { $n ->
    [one] { $n } template
   *[other] { $n } templates
} for { $period }: { $dir }
form-new-done = The form was made: { $path }
form-check-sound = { $path }: no mistakes
check-read = { $file } ("{ $form }"): { $n ->
    [one] { $n } row read
   *[other] { $n } rows read
}, nothing to remark
check-warn = { $file } ("{ $form }"): { $n ->
    [one] { $n } row read
   *[other] { $n } rows read
}, { $refused } with errors
check-refused = { $file }: not accepted, for the reason above
demo-laid-out =
    Template for all:   { $template }
    Templates of each:  { $templates }
    Drafts of letters:  { $letters }
    Returned files:     { $returned }
    Their originals:    { $originals }
demo-done =

    This is an example: the region and its institutions are made up, and some files are wrong on purpose. Everybody knows the key of this folder: collect nothing real in it.
    Open { $workbook }
    The whole folder: { $dir }

## Summary
collected-taken = { $n ->
    [0] No new files
    [one] { $n } file taken
   *[other] { $n } files taken
}
collected-repeated = The same file was taken before, it counts once: { $name }
collected-restored = The stored file was gone or had been changed, now it is in its place again: { $name }
collected-unfinished = Still being copied, left in the inbox: { $name }. Wait until it is there, and svod run again
collected-moved = Somebody wrote into this workbook while svod worked: { $name }. It was moved to inbox, svod run again
collected-unreadable = Cannot be read, left in the inbox: { $name } ({ $reason })
collected-left = Not taken from the inbox: { $names }. Only files that lie in the inbox itself are taken: move them there from their folders.
collected-skipped = { $n ->
    [one] { $n } system file skipped
   *[other] { $n } system files skipped
}: { $names }
summary-answers = { $answered } of { $asked } { $answered ->
    [one] has
   *[other] have
} answered
summary-nobody = No institution of the register is asked for this period: enter them in institutions.xlsx
summary-sum = Rows received: { $received } = in the report { $in-report } + merged { $merged } + refused { $refused } + waiting { $waiting }
summary-carried = { $n ->
    [one] Besides, the report holds { $n } event of earlier periods that runs on and that no file names.
   *[other] Besides, the report holds { $n } events of earlier periods that run on and that no file names.
}
summary-more = …and { $n } more: all of them are on the sheet "Findings" of the consolidated workbook
summary-unusable = { $n ->
    [one] { $n } file was not used
   *[other] { $n } files were not used
}; the reasons lie beside them: { $dir }
summary-warnings = Warnings: { $n } (sheet "Findings" of the consolidated workbook)
summary-decisions = { $n ->
    [one] { $n } decision was applied
   *[other] { $n } decisions were applied
}
summary-held = { $n ->
    [one] { $n } file waits
   *[other] { $n } files wait
} for your decision whether to count: svod decide
summary-questions = { $n ->
    [one] { $n } question waits
   *[other] { $n } questions wait
} for your decision: answer in the workbook of questions and put it into the inbox, or svod decide
artifact-workbook = Workbook: { $path }
artifact-report = Report:   { $path }
artifact-pdf = PDF:      { $path }
artifact-pdf-not-built-in = There is no PDF, neither of the report nor of the summary: this svod was built without it.
artifact-brief = Summary:  { $path }
artifact-page = Web page: { $path }
artifact-package = Tables:   { $path }
artifact-events = Data:     { $path }
artifact-questions = Questions: { $path }
artifact-template = Template: { $path }
artifact-register = Register: { $path }

## Status
status-title = Collection for { $period }
head-institution = Institution
head-state = State
head-received = Received
head-rows = Rows
head-in-report = In the report
head-merged = Merged
head-refused = Refused
head-waiting = Waiting
head-files = Files
state-silent = no answer
state-nil = nothing to report
state-in-order = in order
state-with-warnings = with warnings
state-with-errors = with errors
state-unusable = file not used
story-version = { $day }  No. { $number }  { $name } ({ $n ->
    [one] { $n } row
   *[other] { $n } rows
}) – { $state ->
    [counts] counts
    [replaced] replaced by a newer one
    [held] waits for a decision: svod decide
    [set-aside] set aside by decision
   *[unusable] could not be used
}
change-added = added: row { $row }
change-removed = removed: row { $row }
change-changed = row { $row }: "{ $field }": was "{ $before }", is "{ $after }"

## Errors
error-help = help
error-no-workspace = There is no workspace here: neither { $path } nor a folder above it holds svod.toml
error-no-workspace-help = Go to the workspace, name it after --workspace, or make one: svod init FOLDER
error-already-there = It is there already: { $path }
error-already-there-help = Choose another name; svod overwrites nothing
error-settings = The settings cannot be read: { $path } ({ $reason })
error-settings-help = Mend the line that is shown above
error-setting-range = The setting { $key } cannot be { $value }: { $path }, line { $line }
error-setting-range-help = Enter a number from { $least } to { $greatest }, or delete the line: then the usual value holds
error-setting-range-label = from { $least } to { $greatest }
error-form = { $path }: { $n ->
    [one] { $n } mistake in the form
   *[other] { $n } mistakes in the form
}
error-form-help = Mend the form and check it: svod form check { $path }
error-unknown-form = There is no such form: { $name }
error-unknown-form-help = Name a form file, or one of svod's own: { $known }
error-unknown-code = There is no finding with the code { $code }
error-unknown-code-help = { $nearest ->
    [none] All codes: svod explain
   *[other] The codes of this group: { $nearest }. All of them: svod explain
}
error-unknown-institution = No institution with the code { $code } is in the register or among those that answered
error-unknown-institution-help = The codes stand in the first column of institutions.xlsx
error-wrong-frequency = { $period } is not a period that this form is collected for
error-wrong-frequency-help = Periods of this form are written like this: { $example }
error-not-a-period = "{ $value }" is not a period
error-not-a-period-help = Periods are written 2024-Q1 (quarter), 2024-03 (month), 2024-H1 (half-year), 2024 (year)
error-journal = The journal of decisions cannot be read: { $path }, line { $line } ({ $reason })
error-journal-help = Put the file back from a copy, or remove the broken line: each line is an entry by itself
error-nothing-came = There is nothing to answer yet: nothing has come into { $path }
error-nothing-came-help = Put the returned files into the inbox and run svod run PERIOD
error-no-such-question = There is no question { $number }: { $n ->
    [0] none is left
    [one] { $n } is asked
   *[other] { $n } are asked
}
error-no-such-question-help = svod decide lists the questions with their numbers
error-no-such-file = No file { $number } came for { $period }
error-no-such-file-help = svod decide shows the numbers of files; for one institution, svod status PERIOD --of CODE
error-sum = The sum of the rows does not add up: { $reason }
error-sum-help = This is a fault of the program, not of the data. The former report is untouched, and so are the files received. Please tell the developers and add these words.
error-no-answer = File { $number } “{ $name }” cannot count: no return of an institution can be made from it
error-no-answer-help = svod decide says why. If it is not needed: svod decide --set-aside { $number }
error-no-such-decision = There is no decision { $number }, or it no longer stands
error-no-such-decision-help = svod decide --list shows the decisions with their numbers
decide-taken = Row { $number } (“{ $title }”) is taken as it is, from the next svod run on.
decide-edit-undone = Undone: { $number }, { $answer }. It takes effect at the next svod run.
error-no-such-row = There is no row { $number } that could be taken (left out in all: { $n })
error-no-such-row-help = The numbers stand on the sheet of rows left out of the consolidated workbook; rows of a file that is not decided on cannot be taken
error-one-event-already = These rows are one event already: what is asked is which value is right ("{ $field }")
error-one-event-already-help = Answer left or right; if they are different events, different
error-unknown-field = The form has no field "{ $field }"
error-unknown-field-help = The keys of fields stand in the list of questions: svod decide
error-nothing-to-choose = A row is right about a field only where it is asked whether the two are the same, and the answer is that they are
error-nothing-to-choose-help = Leave out --field, or answer same, left or right
error-post-setting = The settings do not say { $what ->
    [from] from which address to send (from)
    [smtp] through which server to send (the section post.smtp)
    [imap] from which mailbox to take answers (the section post.imap)
   *[password] where the password lies (password-env, password-file, password-keyring or password-command)
}: { $path }
error-post-setting-help = Complete the section [post] of svod.toml: the guide shows one, chapter “The post”. Without --send letters are drafts, which need no settings
error-letter = The letter could not be made: { $reason }
error-letter-help = Check the section [post] of svod.toml
error-post-environment = The environment variable that is to hold the password (password-env) is empty: { $path }
error-post-environment-help = Set it in the window in which you type commands: set NAME=password on Windows, export NAME=password on Linux. Or put the password into the system's keyring: password-keyring
error-no-name-to-choose = There can be no template for all: the title sheet of the form has no field in which an institution could choose itself
error-no-name-to-choose-help = Add a field [[header]] with role = "institution" to form.toml, or make a template for each: without --common
error-no-deadline = There is no day to remind of: the settings do not say one ({ $path })
error-no-deadline-help = Set deadline-days in svod.toml, or give an institution its own: svod extend CODE DATE
error-mail-not-reached = The mail server { $host } cannot be reached: { $reason }
error-mail-not-reached-help = Check the network, and the server's name and port in [post] of svod.toml, and repeat: what was sent already does not go out twice
error-mail-not-trusted = The certificate of the mail server { $host } is not trusted: { $reason }
error-mail-not-trusted-help = If the server is yours and its certificate was issued in your house, name the certificate's file: ca-file in the section account. If not, ask your administrator: another server may be answering
error-mail-not-protected = The mail server { $host } offers no encryption, and the settings ask for it
error-mail-not-protected-help = Name another port, or security = "tls"; without encryption everybody on the way can see the password
error-mail-log-in = The mail server { $host } does not let { $user } in: { $reason }
error-mail-log-in-help = Check name and password; many mail services want a separate “app password”
error-mail-token = The mail server { $host } does not take the token of { $user }: { $reason }
error-mail-token-help = A token is good for about an hour, and for mail only. Get a new one; to have a fresh one always, name a program in account that prints it: password-command. Nothing is lost, repeat the command
error-mail-gone = The connection to the mail server { $host } broke off: { $reason }
error-mail-gone-help = Check the network and repeat the command: nothing is lost, and what was done is not done twice
error-mail-full = There is no room in the mailbox at { $host }, a letter cannot be moved to the folder “{ $folder }”: { $reason }
error-mail-full-help = Delete what is not needed or ask the administrator for more room, and repeat. The letter is safe: it is still in the mailbox, its copy lies in the inbox already, and it does not count twice
error-mail-no-folder = The mailbox at { $host } has no folder “{ $folder }”: { $reason }
error-mail-no-folder-help = Check folder in the section [post.imap]: usually it is "INBOX"
error-secret-program = The program “{ $program }” of password-command says no password: { $reason }
error-secret-program-help = Start it yourself: it must print the password (or the token) as its first line
error-secret-program-silent = The program “{ $program }” of password-command printed nothing
error-secret-program-silent-help = Start it yourself: it must print the password (or the token) as its first line
error-keyring = The system's keyring gave no password “{ $service }” for { $user }: { $reason }
error-keyring-help = Store it: on Linux secret-tool store --label=svod service { $service } username { $user } (package libsecret-tools), on Windows cmdkey /generic:{ $user }.{ $service } /user:{ $user } /pass, on macOS security add-generic-password -s { $service } -a { $user } -w
error-keyring-empty = The system's keyring has no password “{ $service }” for { $user }
error-keyring-empty-help = Store it: on Linux secret-tool store --label=svod service { $service } username { $user } (package libsecret-tools), on Windows cmdkey /generic:{ $user }.{ $service } /user:{ $user } /pass, on macOS security add-generic-password -s { $service } -a { $user } -w
error-mail-refused = The mail server { $host } refused: { $reason }
error-mail-refused-help = Read what it said, mend that and repeat: nothing is lost
error-nobody-asked = { $path }: nobody is asked for { $period }
error-nobody-asked-help = Enter institutions in the register: code and name are needed; look at the dates "since" and "until"
error-register = The register of institutions cannot be read: { $reason }
error-register-help = Open institutions.xlsx, save it as an Excel workbook (xlsx), and try again
error-held = Another svod works in this folder ({ $path })
error-held-help = Wait until it is done, and try again
error-worker = The separate process that reads files cannot be started ({ $path }): { $reason }
error-worker-help = Check that the svod program is in its place and may be run; if it was just updated, try again
error-file-not-found = There is no such file: { $path }
error-file-not-found-help = Look at the name and the folder
error-file-denied = No access: { $path }
error-file-denied-help = The file may be open in another program. Close it, or ask for rights to the folder, and try again
error-disk-full = The disk is full: { $path }
error-disk-full-help = Make room and try again: what was taken is safe, the rest lies in the inbox
error-file = File { $path }: { $reason }
error-file-help = See that the disk can be reached, and try again: what was taken is safe, the rest lies in the inbox
error-inner = svod could not do its job: { $reason }
error-inner-help = Try again; if that does not help, send the developers the file svod.log of the workspace

## What phrases were taken to mean
understand-line = { $phrase } → { $meaning }
understand-dates-none = no days: to be asked for
understand-dates-year-from-context = year of the period
understand-dates-relative-year = year counted from that of the period
understand-dates-time-ignored = time left out
understand-dates-weekday-checked = weekday is right
understand-dates-weekday-mismatch = weekday is wrong
understand-dates-words = days in words
understand-dates-approx = approximate
understand-dates-open-start = no start
understand-dates-open-end = no end
understand-dates-latin-lookalike = a Latin letter in the place of a Cyrillic one
understand-dates-ambiguous-order = day and month could be the other way round
understand-dates-recurring = recurring
understand-dates-invalid = the calendar has no such day
understand-dates-reversed = the end lies before the start
understand-dates-not-held = postponed, cancelled or still to come
understand-dates-short-year = year of two digits completed
understand-dates-typo = typing error mended
understand-total = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
understand-total-none = no number of people
understand-foreign = { $n ->
    [one] { $n } of them a foreigner
   *[other] { $n } of them foreigners
}
understand-organisations = { $n ->
    [one] { $n } organisation
   *[other] { $n } organisations
}
understand-people-at-least = at least
understand-people-at-most = at most
understand-people-approx = approximate
understand-people-words = number in words
understand-people-sum = reckoned from parts
understand-people-sum-of-dates = added up over the days
understand-people-doubtful = it is not clear that everybody is counted, and once: the number is to be checked
understand-place-none = no place is named
understand-place-on-site = on site
understand-place-online = online
understand-place-both = on site and online
understand-place-several = cities: { $list }
understand-inferred-city = city inferred
understand-inferred-region = region inferred
understand-inferred-country = country inferred

## Publishing
published-part = { $period }: { $n } in the report, { $answered } of { $asked } answered
published-part-missing = { $period }: not consolidated, not in the report. If there is something to report: svod run { $id }
published-part-open = { $period }: { $n ->
    [one] { $n } question waits
   *[other] { $n } questions wait
} for a decision
published-edition-first = Edition { $number }: { $path }
published-edition-new = Edition { $number }: { $path }. { $n ->
    [one] { $n } difference from the one before:
   *[other] { $n } differences from the one before:
}
published-edition-same = Nothing has changed: edition { $number } stands, { $path }
published-edition-more = …and { $n } more: all of them are in the document “What changed”
artifact-changes = Changes: { $path }
error-not-run = { $period }: there is nothing to publish, it was not consolidated yet
error-not-run-help = First: { $commands }
error-letterhead-damaged = The letterhead cannot be read: { $path } is no Word document (docx), or it is damaged
error-letterhead-damaged-help = Open it in Word, save it as “Word Document (*.docx)” and try again
error-letterhead-too-large = The letterhead is too large: { $path }
error-letterhead-too-large-help = Make the pictures in it smaller and try again
error-letterhead-locked = The letterhead is protected by a password: { $path }
error-letterhead-locked-help = Save it without a password and try again
error-letterhead-no-place = The letterhead does not mark the place of the report: { $path }
error-letterhead-no-place-help = Write in it, as a paragraph of its own and not in a table or a text box: {"{{report}}"}
error-letterhead-several-places = The letterhead marks the place of the report more than once: { $path }
error-letterhead-several-places-help = Leave one paragraph {"{{report}}"}
## Letters
post-list = All letters as a list: { $path }
post-nothing = There is nobody to write to: { $period }
post-stray = It is not known who sent this file, so it cannot be returned: { $name }
extend-done = The last day for { $period } of { $code } is { $day }
log-state-until = { $state }; due on { $day }
status-on-time = Of { $expected } { $expected ->
    [one] institution
   *[other] institutions
} { $received } answered, { $on-time } of them in time
progress-late = late
progress-extended = extended until { $day }
progress-troubled = { $n ->
    [one] one letter did not go out, or may not have
   *[other] { $n } letters did not go out, or may not have
}
story-letter = { $letter ->
    [request] request with the template
    [reminder] reminder
    [return] return for correction
   *[receipt] receipt
}
story-drafted = draft made: { story-letter }
story-handed = being handed to the server: { story-letter } ({ $to })
story-sent = sent: { story-letter } ({ $id })
story-failed = not sent: { story-letter } ({ $reason })
story-extended = given time until { $day }
story-file = file received: { $name } ({ $n ->
    [one] one row
   *[other] { $n } rows
}, fingerprint { $fingerprint }), { $state ->
    [counts] counts
    [replaced] replaced by a newer one
    [held] waits for a decision
    [set-aside] set aside by decision
    [opened] its attachments were taken
   *[unusable] could not be used
}
fetch-taken = { $n ->
    [0] No new letters with files
    [one] One letter was taken: it lies in the inbox
   *[other] { $n } letters were taken: they lie in the inbox
}
fetch-without-files = { $n ->
    [one] One new letter without files stays in the mailbox: please read it
   *[other] { $n } new letters without files stay in the mailbox: please read them
}
fetch-too-large = { $n ->
    [one] One letter is larger than allowed (file-limit-mb) and stays in the mailbox
   *[other] { $n } letters are larger than allowed (file-limit-mb) and stay in the mailbox
}
watch-begun = Waiting for files for { $period } in { $dir }. Ctrl+C stops it
watch-over = Stopped: everything that was taken is kept
error-letters = { $path }: { $n ->
    [one] { $n } mistake
   *[other] { $n } mistakes
} in the texts of letters
error-letters-help = Correct the lines that are named. No letters are written while the file has mistakes; to have the former texts back, take the file away
letters-mistake-name = letters have no such sentence: { $name }
letters-mistake-variable = { $name } cannot be named here; these can: { $known }
letters-mistake-syntax = this cannot be understood ({ $reason })
error-post-journal = The journal of the post cannot be read: { $path }, line { $line } ({ $reason })
error-post-journal-help = Take the spoilt line away: each line is an entry of its own, and svod takes entries that are gone from svod.db. Nothing was sent
post-restored = The journal of the post svod.post was damaged or lost: { $n ->
    [one] { $n } entry was
   *[other] { $n } entries were
} put back from svod.db. Nothing goes out a second time
