# Mistakes in a form file. Each stands at its line and column; "guess" says whether there is a "near".

# The file as TOML
form-syntax = The file is not sound TOML: { $said }.
form-duplicate-key = This key stands above already. Keep one of them.
form-invalid = This value does not fit here: { $said }.

# Keys, types, sizes
form-unknown-key = There is no key “{ $key }” here.{ $guess ->
    [yes] {" "}Did you mean “{ $near }”?
   *[no] {""}
}
form-missing-key = The key “{ $key }” is missing.
form-wrong-type = Expected here: { $expected ->
    [string] “text in quotation marks”
    [boolean] true or false
    [integer] a whole number
    [number] a number
    [array] [a list in square brackets]
    [object] a table of keys
    [string-or-object] “text in quotation marks”, or a text for each language: ru = "…", en = "…"
   *[other] another value
}; found: { $found ->
    [string] text
    [boolean] true or false
    [integer] a whole number
    [number] a decimal number
    [date] a date without quotation marks
    [array] a list
   *[object] a table of keys
}.
form-unknown-value = “{ $value }” is no value for this.{ $guess ->
    [yes] {" "}Did you mean “{ $near }”?
   *[no] {""}
} Allowed: { $allowed }.
form-empty-text = The text is empty. Write it or remove the key.
form-empty-list = At least one entry is needed.
form-too-long = Too long: { $n } { $n ->
    [one] character
   *[other] characters
}, and { $max } fit in.
form-line-break = No line break is allowed here.
form-not-finite = This number cannot be used.
form-too-small = Too small: at least { $min } is needed.
form-too-large = Too large: at most { $max } is allowed.

# About the form
form-bad-id = “{ $name }” will not do as a name: small Latin letters, digits and hyphens are needed, a letter first.
form-language-twice = The language “{ $name }” is named twice.
form-lacks-language = There is no text in “{ $language }”, which is one of the form's languages.

# Fields
form-bad-key = “{ $name }” will not do as a key: small Latin letters, digits and underscores are needed, a letter first, 60 characters at most.
form-reserved-key = “{ $name }” is a word of the rules' language. Name the field otherwise.
form-key-twice = There is a field with the key “{ $name }” already.
form-role-of-table = Only a field of the table plays the role “{ $name }”; this one stands on the title sheet.
form-role-of-header = Only a field of the title sheet plays the role “{ $name }”; this one stands in the table.
form-role-twice = Another field of this sheet plays the role “{ $name }” already.
form-role-type = The role “{ $name }” needs the type { $expected }.
form-role-needs-dictionary = The role “{ $name }” needs a dictionary.
form-role-without-dictionary = A field with the role “{ $name }” takes no dictionary: its value is free.
form-unknown-dictionary = There is no dictionary “{ $name }”.{ $guess ->
    [yes] {" "}Did you mean “{ $near }”?
   *[no] {""}
}
form-dictionary-type = Only a field of the type string takes a dictionary.
form-bad-attendance = A dictionary of formats has no key “{ $name }”: only on-site, online and both.{ $guess ->
    [yes] {" "}Did you mean “{ $near }”?
   *[no] {""}
}
form-idle-constraint = The constraint “{ $key }” does not apply to a field of this type.
form-crossed = The lower bound ({ $least }) is above the upper one ({ $most }): no value would do.
form-bad-regex = The regular expression cannot be read: { $said }.
form-heading-twice = The heading “{ $name }” leads to the field “{ $other }” already. A column could not be told by it.
form-bad-example = The example “{ $name }” would itself not pass the checks of this field.
form-too-many-fields = There are more fields than a sheet has columns: { $max } fit in.

# Sheets
form-bad-sheet = A sheet cannot be called “{ $name }”: 1 to 31 characters, without [ ] : * ? / \ and without an apostrophe at either end.
form-sheet-twice = There is a sheet “{ $name }” in this workbook already.

# Dictionaries
form-bad-dictionary = “{ $name }” will not do as a dictionary's name: small Latin letters, digits and hyphens are needed, a letter first.
form-unknown-builtin = There is no built-in dictionary “{ $name }”.{ $guess ->
    [yes] {" "}Did you mean “{ $near }”?
   *[no] {""}
}
form-empty-dictionary = The dictionary “{ $name }” is empty.
form-unused-dictionary = No field names the dictionary “{ $name }”. Remove it, or name it in a field.
form-entry-twice = There is an entry with the key “{ $name }” in this dictionary already.
form-bad-entry = “{ $name }” will not do as a key: remove the spaces around it and the line breaks.
form-alias-twice = “{ $name }” leads to the entry “{ $other }” already. One word cannot mean two entries.

# Rules
form-bad-code = “{ $name }” will not do as a code: one to three capital Latin letters and two or three digits are needed, such as Z01.
form-code-without-message = The code “{ $name }” is not in svod's catalogue, so the rule needs a sentence of its own: message.
form-bad-expression = The expression cannot be read: { $said }.
form-unknown-name = A rule does not know the name “{ $name }”: there are row, header and period.{ $guess ->
    [yes] {" "}Did you mean “{ $near }”?
   *[no] {""}
}
form-unknown-part = The expression names “{ $name }”, which does not exist.{ $guess ->
    [yes] {" "}Did you mean “{ $near }”?
   *[no] {""}
}
form-rule-answers-no-yes = The rule answers neither yes nor no. The expression must be true where all is well.
form-rule-unguarded = Where the cell “{ $name }” is empty the rule cannot be answered. Ask first whether it is filled in: has({ $owner }.{ $name }).
form-unknown-function = The rules' language knows no “{ $name }”.
form-rule-divides-by-zero = The rule may divide by zero. Ask first whether the divisor is zero.
form-rule-mixes-types = The rule compares or adds values of different types: { $said }. Whole numbers are written 12, others 12.0, texts and days in apostrophes.
form-rule-fails = The rule cannot be answered: { $said }.

# Sentences
form-bad-pattern = The sentence cannot be read: { $said }.
form-unknown-argument = This sentence is not given “${ $name }”.{ $guess ->
    [yes] {" "}Did you mean “${ $near }”?
   *[no] {""}
}
form-not-in-pattern = “{ $name }” cannot be said here: a sentence names only words with “$”.

# Links, merging, region, report
form-unknown-field = The table has no field “{ $name }”.{ $guess ->
    [yes] {" "}Did you mean “{ $near }”?
   *[no] {""}
}
form-merge-type = The rule “{ $name }” suits only fields of free text.
form-unknown-country = There is no country with the code “{ $name }”. A code of ISO 3166 in two letters is needed, such as GB.{ $guess ->
    [yes] {" "}Did you mean “{ $near }”?
   *[no] {""}
}
form-bad-word = A word cannot be called “{ $name }”: Latin letters, digits, hyphens and underscores are needed, a letter first.
form-taken-word = The name “{ $name }” is taken by one of the report's own words.
form-bad-file-name = A file cannot be called “{ $name }”: remove the characters / \ : * ? " < > | and dots at either end.
form-group-without-dictionary = Rows cannot be grouped by this field: it has no dictionary.
form-too-wide = The columns do not fit the page: together they are wider than { $max } mm.
form-column-without-dates = A column of dates needs a field with the role start or dates-text.
form-column-without-people = A column of participants needs a field with the role people or total.
form-unknown-counter = The title sheet has no field “{ $name }”.{ $guess ->
    [yes] {" "}Did you mean “{ $near }”?
   *[no] {""}
}
form-counter-type = Only whole numbers can be added up; the field “{ $name }” is of another type.
form-unit-without-word = The report writes totals, so a unit needs its word of-many: “participants”, “visitors”.
form-too-deep = There are too many brackets within brackets. Write it more simply.
