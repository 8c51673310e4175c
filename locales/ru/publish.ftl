publish-of-participants = участников
publish-yes = да
publish-no = нет
