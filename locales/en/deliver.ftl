# Letters to institutions. Every message has: $form – the form's title, $period – "Q1 2024", $institution, $title and
# $table – sheets of the template, $nil – the field that says that there is nothing to report.

letter-greeting = Good day,
letter-greeting-named = Dear { $name },
letter-ask = For any question, please turn to: { $whom }

letter-request-subject = { $form }, { $period }: please fill in the template
letter-request-subject-until = { $form }, { $period }: please send it by { $day }
letter-request-lead = Please report for { $period } (“{ $form }”). The template for { $institution } is attached to this letter.
letter-request-lead-common = Please report for { $period } (“{ $form }”). The template is attached to this letter; it is the same for all institutions.
letter-request-deadline = The last day for sending it is { $day }.
letter-step-open = Save the attached workbook and open it in whatever program you use for spreadsheets.
letter-step-choose = On the sheet “{ $title }” first choose your institution from the list: { $listed }. Without it nobody can tell whose data these are.
letter-step-fill = Fill in the sheets “{ $title }” and “{ $table }”: the line at the top of the first sheet says what is still missing.
letter-step-nil = If there is nothing to report, choose “yes” in the line “{ $nil }” and send the file all the same.
letter-step-reply = Send the workbook as a reply to this letter. The file may be renamed; its sheets and columns may not.

letter-reminder-subject-soon = Reminder: { $form }, { $period } – by { $day }
letter-reminder-subject-today = Today is the last day: { $form }, { $period }
letter-reminder-subject-overdue = Overdue: { $form }, { $period }
letter-reminder-subject-long-overdue = Second notice, overdue: { $form }, { $period }
letter-reminder-soon = A reminder: the report for { $period } (“{ $form }”) is due on { $day }. { $left ->
    [one] One working day is left.
   *[other] { $left } working days are left.
} The template is attached once more.
letter-reminder-today = Today, { $day }, is the last day for the report for { $period } (“{ $form }”). We have not yet received it from { $institution }. The template is attached once more.
letter-reminder-overdue = The report for { $period } (“{ $form }”) was due on { $day }, and we have not received it from { $institution }. Please send it today. The template is attached once more.
letter-reminder-long-overdue = The report for { $period } (“{ $form }”) was due on { $day }. In spite of reminders nothing has come from { $institution }. Please send it at once and tell us the reason of the delay: without it the report will say that the institution did not answer.
letter-reminder-crossed = If you have already sent the file and this letter crossed it on the way, there is nothing to be done.

letter-return-subject = To be corrected: { $form }, { $period } ({ $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
})
letter-return-lead = Your file “{ $name }” for { $period } was received on { $day }: { $rows }. Not all of it could be taken.
letter-return-lead-unusable = Your file “{ $name }” for { $period } was received on { $day }, but it cannot be taken.
letter-return-errors = To be corrected:
letter-return-warnings = Please check:
letter-return-more = …and { $n } more: all of them stand in the attached workbook, on the sheet “Remarks”.
letter-return-how = A workbook with your own data is attached: the cells to be corrected are coloured, each has a note, and all remarks stand on the sheet “Remarks”. Correct it and send it as a reply to this letter: it takes the place of the former file as a whole.

letter-held = { $n ->
    [one] One more file came in the name of your institution. It does not count yet and waits for a decision:
   *[other] More files came in the name of your institution. They do not count yet and wait for a decision:
}
letter-held-file = “{ $name }”, { $day }. Please reply and say whether you sent it.

letter-receipt-subject = Received: { $form }, { $period }
letter-receipt-lead = Your report for { $period } (“{ $form }”) was taken; nothing is wrong with it.
letter-receipt-lead-nil = Received: for { $period } (“{ $form }”) you have nothing to report.
letter-receipt-subject-doubts = Accepted, please check: { $form }, { $period }
letter-receipt-lead-doubts = Your data for { $period } (“{ $form }”) are accepted. Some places deserve a look.
letter-receipt-how = A workbook with your own data is attached: the cells in question are coloured. If all is right, no answer is needed. If something is to be corrected, do so in this workbook and send it: it takes the place of the former file as a whole.
letter-receipt-file = File: “{ $name }”, { $day }
letter-receipt-rows = Taken: { $rows }
letter-receipt-fingerprint = Fingerprint of the file (SHA-256): { $fingerprint }
letter-receipt-later = Keep this letter: the fingerprint proves which file was taken. If something is to be corrected, reply to this letter from an address of the institution: the new file takes the place of this one.

## The list of letters
letters-sheet = Letters
letters-institution = Institution
letters-code = Code
letters-kind = Letter
letters-to = To
letters-subject = Subject
letters-attachments = Attachments
letters-fate = What became of it
letter-kind-request = request with the template
letter-kind-reminder = reminder
letter-kind-return = return for correction
letter-kind-receipt = receipt
fate-drafted = draft: { $name }
fate-sent = sent on { $day }
fate-sent-now = sent
fate-unknown = nobody knows whether it went out: the connection broke on { $day }. Look into the sent mail and, if it is not there, repeat with --again { $code }
fate-failed = not sent: { $reason }
fate-failed-full = not sent: the institution's mailbox is full. Ring them up and repeat the command later ({ $reason })
fate-failed-nobody = not sent: there is no such address. Correct it in the register and repeat the command ({ $reason })
fate-failed-too-large = not sent: the letter is too large for the server ({ $reason })
fate-no-address = the register holds no address
fate-bad-address = not an address in the register: “{ $value }”
fate-not-made = no letter could be made: { $reason }
fate-waits = waits: { $reason }

## Where an institution stands
progress-not-asked = not asked
progress-asked = asked
progress-reminded = reminded
progress-silent = silent, overdue
progress-nil = nothing to report
progress-in-order = in order
progress-with-findings = has findings
progress-refused = file refused
progress-returned = returned for correction
progress-corrected = corrected
