publish-of-participants = participants
publish-yes = yes
publish-no = no

publish-reason-head = The file "{ $name }" was not used. Why:
publish-reason-stored = The unaltered original: { $stored }

# Post, signature, name
document-signature = ______________________________        ____________________        ______________________________
