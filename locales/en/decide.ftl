# People's decisions: the answers as they may be chosen and written, and words about decisions that were taken.

answer-same = the same event
answer-different = different events
answer-same-left = the same: the left row is right
answer-same-right = the same: the right row is right
answer-left = the left is right
answer-right = the right is right
answer-side-left = left
answer-side-right = right
answer-later = decide later

decision-about-field = { $side }: “{ $field }”
decision-signed = { $day }, { $who }
decision-signed-nobody = { $day }
decision-former = Decided before: { $ruling } ({ $signed }). { $n ->
    [0] It could not be carried out: it contradicts another decision.
   *[other] Changed since then: { $changed }.
}
