# People's decisions: the answers as they may be chosen and written, and words about decisions that were taken.

answer-same = the same event
answer-different = different events
answer-same-left = the same event: left row correct
answer-same-right = the same event: right row correct
answer-left = left is correct
answer-right = right is correct
answer-side-left = left
answer-side-right = right
answer-later = decide later

# Answers row by row: rows that errors keep out, the coordinator's corrections
answer-take = take as it is
answer-refuse = do not take
answer-keep = keep the correction
answer-give-back = take the institution's value

decision-quoted = “{ $word }”
decision-about-field = { $side }: “{ $field }”
decision-signed = { $day }, { $who }
decision-signed-nobody = { $day }
decision-former = Decided before: { $ruling } ({ $signed }). { $n ->
    [0] It could not be carried out: it contradicts another decision.
   *[other] Changed since then: { $changed }.
}

decision-stands = stands
decision-replaced = replaced by a later one
decision-undone = taken back

## The command line
decide-title = Questions for { $period }: { $n ->
    [0] none is open
    [one] { $n } waits for an answer
   *[other] { $n } wait for an answer
}
decide-same-event =
    { "" }
    { $number }. Are these one and the same?
decide-conflict =
    { "" }
    { $number }. Which value is right: "{ $field }"? For now the left one is taken.
decide-row = { "    " }{ $side }: { $who } – { $title } ({ $file }: { $cell })
decide-reasons = { "    " }why: { $reasons }
decide-differs = { "    " }{ $key } ("{ $field }"): { $left } / { $right }
decide-pending = { "    " }decision { $number }: { $answer }; it takes effect at the next svod run
decide-left = { $n ->
    [0] No more questions for { $period }. To carry the decisions out: svod run
    [one] { $n } question is left for { $period }
   *[other] { $n } questions are left for { $period }
}
decide-how =
    { "" }
    To answer: svod decide NUMBER same|different|left|right [--field FIELD=left|right] [--note "…"] – or in the workbook of questions
decide-file =
    { "" }
    File No. { $number }: “{ $name }”, { $institution } ({ $nil ->
    [yes] “nothing to report” is marked
   *[no] { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }
}). { $why ->
    [fewer-rows] It has fewer rows than the file that counts, “{ $beside }” (rows: { $beside-rows }), and none of that file's rows. Is it the institution's new return?
    [displaced] It came first and counted, though nothing proves who sent it; now the institution's own file “{ $beside }” (rows: { $beside-rows }) counts and has none of its rows. Whose are they?
   *[other-sender] It would replace the file that counts, “{ $beside }” (rows: { $beside-rows }), but nothing proves who sent it. Is it the institution's new return?
}
decide-file-unusable =
    { "" }
    File No. { $number }: “{ $name }”, { $institution } ({ $rows ->
    [one] { $rows } row waits
   *[other] { $rows } rows wait
}). It cannot count:
decide-file-nobody = institution unknown
decide-file-pending = { "    " }decision { $number }: { $choice ->
    [admit] counts
   *[set-aside] set aside
}, from the next svod run on
decide-file-how =
    { "" }
    Decide about a file: svod decide --admit NUMBER to let it count in place of the other; svod decide --set-aside NUMBER [--note "…"] to keep the other
decide-file-ruled = File No. { $number } “{ $name }” { $choice ->
    [admit] counts
   *[set-aside] is set aside
} from the next svod run on.
decision-file = { $choice ->
    [admit] file admitted
   *[set-aside] file set aside
}
decide-none-kept = No decisions yet
decide-undone = Decision { $number } is taken back: { $answer } – "{ $left }" / "{ $right }". The next svod run asks again
head-number = No.
head-decision = Decision
head-about = About
head-signed = Who and when
head-note = Note
head-stands = State

decision-correction = corrected: “{ $field }”, was “{ $given }”, is “{ $becomes }”
decision-given-back = the institution's value put back: “{ $field }”
