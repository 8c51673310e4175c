# The report's web page.

page-skip = Skip to the report
page-contents = On this page
page-summary = Summary
page-report = Report
page-people = How many people
page-people-apart = Participants, visitors and spectators are shown apart: they cannot be added up.
page-events = Entries
page-more = More
page-documents = Signed documents
page-event-number = No.
page-no-events = The report is empty.
page-search = Search the report
page-search-words = Find words
page-filter-section = Section
page-filter-month = Month
page-filter-country = Country: place or participants
page-filter-format = Format
page-all = All
page-reset = Reset
# The page itself fills in {n} and {all}.
page-shown = Shown: {"{n}"} of {"{all}"}
page-none = Nothing found. In all: {"{all}"}
page-footer = Compiled by svod from { $n ->
    [one] { $n } file
   *[other] { $n } files
} received. Form “{ $form }”, version { $version }.
page-beside = By period
page-beside-figure = Figure
page-beside-all = All together
