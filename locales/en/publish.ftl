publish-of-participants = participants
publish-yes = yes
publish-no = no
