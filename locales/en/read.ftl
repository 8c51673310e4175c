# What was sent instead of a workbook: stands in finding F07.
read-kind-pdf = it is a PDF document
read-kind-word = it is a Word document without a table
read-kind-doc = it is a Word document of the old kind (DOC)
read-kind-odt = it is a text document of LibreOffice (ODT)
read-kind-mht = it is a web page in one file (MHT)
read-kind-slides = it is a presentation
read-kind-image = it is a picture
read-kind-html = it is a web page saved as a spreadsheet
read-kind-csv = it is delimited text (CSV)
read-kind-text = it is plain text
read-kind-rtf = it is an RTF document
read-kind-xml = it is an XML file
read-kind-archive = it is an archive
read-kind-mail = it is an e-mail message
read-kind-numbers = it is an Apple Numbers spreadsheet
read-kind-signature = it is an electronic signature, not the report itself
read-kind-link = it is a link to a document, not the document itself
read-kind-unknown = it is a file of an unknown kind

# Why the file does not open: finding F03.
read-locked = the file is protected by a password. Take the password off, save the file and send it again
read-doubled = it has two parts of one name, and programs would show different things. Open it, save it anew as XLSX and send it again
read-packed = it is compressed in a way that no spreadsheet program uses. Open it, save it anew as XLSX and send it again
read-damaged = the file is damaged or was not downloaded completely. Open it, save it anew as XLSX and send it again

# Which limit is exceeded: finding F08.
read-limit-size = the file is larger than { $n } MB
read-limit-inflated = the unpacked content is larger than { $n } MB
read-limit-parts = the file consists of more than { $n } { $n ->
    [one] part
   *[other] parts
}
read-limit-strings = it has more than { $n } { $n ->
    [one] text
   *[other] texts
}
read-limit-sheets = it has more than { $n } { $n ->
    [one] sheet
   *[other] sheets
}
read-limit-cells = it has more than { $n } filled { $n ->
    [one] cell
   *[other] cells
}
read-limit-memory = reading it takes more than { $n } MB of memory: the file is too large or too complex
read-limit-time = reading it takes longer than { $n } s: the file is too large or too complex

# Why nothing was taken from an archive or a letter: findings F03, F07 and F08.
unpack-leads-out = names of files in the archive lead out of it. Pack the archive anew, or send the workbooks without one
unpack-link = there is a link in the archive instead of a file. Pack the archive anew, or send the workbooks without one
unpack-nested = there is another archive or letter inside. Send the workbooks without nested archives
unpack-no-workbook = there is no workbook in this archive or letter
unpack-aside = { " " }Left aside: { $list }.
read-limit-files = the archive holds more than { $n } { $n ->
    [one] file
   *[other] files
}

# Workbooks that svod published
read-own-questions = the workbook of questions
read-own-consolidated = the consolidated workbook
read-own-within = it came by mail or in an archive, and so anybody could have sent it. Look at it and, if you agree with what it says, put the workbook itself into the inbox
read-own-no-code = it bears no code of authenticity – an older svod published it, or somebody else made it. Run svod run and answer in the new workbook in the folder report
read-own-no-key = the workspace has no key (the file svod.key), so the workbook cannot be proved. Run svod run – it makes one – and answer in the new workbook in the folder report
read-own-not-made-here = it was not made in this workspace, or was changed since. Take the workbook from the folder report and answer in it
read-own-altered = on the sheet “{ $name }”, in row { $n }, something that svod wrote was changed; only the cells for answers and corrections may be. Take the workbook from the folder report and answer in it
read-own-row = row { $n }
read-own-column = column “{ $value }”
read-own-form = it was made by another form (“{ $value }”)
read-own-period = it is for { $value }, while { $expected } is collected
read-own-workspace = it comes from another workspace: the files that it was made from are not here
read-answer-words = these words are none of the answers, choose one from the list
read-answer-contradiction = the answers to this question contradict each other
read-answer-half = it says whose value is right, but not whether the two are the same
